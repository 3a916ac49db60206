package io.github.stepunit.assertj;

import io.github.stepunit.history.StateVisit;
import io.github.stepunit.history.Trace;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/** A visit of a state, a branch or an iteration ended otherwise than expected, or left by another way. */
final class ShouldHaveOutcome extends BasicErrorMessageFactory {

    private ShouldHaveOutcome(String format, Object... arguments) {
        super(format, arguments);
    }

    /**
     * The message.
     *
     * @param what the rest of the sentence "Expecting state "x" to have …"
     * @param expected null when the sentence is complete without
     */
    static ErrorMessageFactory shouldHave(
            StateVisits visits, StateVisit visit, String what, @Nullable Object expected) {
        return new ShouldHaveOutcome(
                "\nExpecting state %s to have %s%s\nbut it %s.\n\n%s",
                visit.path(),
                unquotedString(what),
                expected == null ? unquotedString("") : unquotedString("\n  " + expected),
                unquotedString(how(visit)),
                unquotedString(visits.story(visit)
                        + Culprits.text(visits.walk().execution().explain(visit))));
    }

    /**
     * The message.
     *
     * @param what the rest of the sentence "Expecting branch 0 of "x" to have …"
     * @param expected null when the sentence is complete without
     */
    static ErrorMessageFactory shouldHave(ScopeVisits scope, String what, @Nullable Object expected) {
        return new ShouldHaveOutcome(
                "\nExpecting %s to have %s%s\nbut it %s.\n\n%s",
                unquotedString(scope.walk().subject()),
                unquotedString(what),
                unquotedString(expected == null ? "" : "\n  " + expected),
                unquotedString(how(scope)),
                unquotedString(scope.story()));
    }

    private static String how(ScopeVisits scope) {
        StateVisit last = scope.last();
        return switch (scope.status()) {
            case RUNNING -> "still runs";
            case SUCCEEDED -> "succeeded";
            case FAILED, CAUGHT -> last == null ? "failed" : failure(last);
            case ABORTED -> "was aborted";
        };
    }

    private static String failure(StateVisit visit) {
        return (visit.error() == null ? "failed without an error name" : "failed with " + visit.error())
                + (visit.cause() == null ? "" : ": " + visit.cause());
    }

    private static String how(StateVisit visit) {
        String failure = failure(visit);
        return switch (visit.status()) {
            case RUNNING -> "still runs";
            case ABORTED -> "was aborted";
            case FAILED -> failure + ", and nothing caught it";
            case CAUGHT -> {
                Trace.Caught caught = visit.caught();
                yield failure + ", caught" + (caught == null ? "" : " by catcher " + caught.catcher());
            }
            case SUCCEEDED -> {
                if (visit.tookDefault()) {
                    yield "took the Default";
                }
                yield visit.matchedRule() == null ? "succeeded" : "matched rule " + visit.matchedRule();
            }
        };
    }
}
