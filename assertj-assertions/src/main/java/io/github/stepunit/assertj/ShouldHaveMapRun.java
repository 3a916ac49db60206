package io.github.stepunit.assertj;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.MapRun;
import io.github.stepunit.history.ExecutionTree;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** A Map Run stands otherwise than expected, or there is none. */
final class ShouldHaveMapRun extends BasicErrorMessageFactory {

    private ShouldHaveMapRun(String format, Object... arguments) {
        super(format, arguments);
    }

    /**
     * The message.
     *
     * @param expectation the rest of the sentence "Expecting the Map Run of "x" to …"
     */
    static ErrorMessageFactory shouldHave(MapRun mapRun, String expectation) {
        return new ShouldHaveMapRun(
                "\nExpecting the Map Run of %s to %s\nbut it %s%s",
                mapRun.stateName(),
                unquotedString(expectation),
                unquotedString(how(mapRun)),
                unquotedString(firstFailure(mapRun)));
    }

    /** No Map Run of that state. */
    static ErrorMessageFactory shouldHaveRun(Walk walk, String state) {
        return new ShouldHaveMapRun(
                "\nExpecting execution to have a Map Run of\n  %s\nbut its Map Runs are\n  %s\n\n%s",
                state, walk.execution().mapRuns(), unquotedString(Culprits.tree(walk)));
    }

    /** An execution that a test has started itself. */
    static ErrorMessageFactory shouldHaveParent(Walk walk) {
        return new ShouldHaveMapRun(
                "\nExpecting the execution\n  %s\nto be a child of a Map Run, but it was not started by a Map Run.",
                walk.execution().arn());
    }

    private static String how(MapRun mapRun) {
        StringBuilder text = new StringBuilder();
        switch (mapRun.status()) {
            case RUNNING -> text.append("still runs");
            case SUCCEEDED -> text.append("succeeded");
            case ABORTED -> text.append("was aborted");
            case FAILED ->
                text.append("failed with ").append(mapRun.error()).append(": ").append(mapRun.cause());
        }
        text.append(". Its items: ").append(mapRun.itemCounts()).append('.');
        if (mapRun.explanation() != null) {
            text.append(' ').append(mapRun.explanation());
        }
        return text.toString();
    }

    /** What has gone wrong in a child is what the reader wants to see next. */
    private static String firstFailure(MapRun mapRun) {
        for (int i = 0; i < mapRun.children().size(); i++) {
            Execution child = mapRun.child(i);
            if (child.status() == ExecutionStatus.FAILED || child.status() == ExecutionStatus.TIMED_OUT) {
                return "\n\nThe first child execution that failed is child " + i + ":\n\n"
                        + ExecutionTree.of(child.history()).render();
            }
        }
        return "";
    }
}
