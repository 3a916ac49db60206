package io.github.stepunit.assertj;

import io.github.stepunit.history.StateVisit;
import java.util.List;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** The states expected were not visited one after the other. */
final class ShouldHaveVisitedInOrder extends BasicErrorMessageFactory {

    private ShouldHaveVisitedInOrder(String format, Object... arguments) {
        super(format, arguments);
    }

    /**
     * The message.
     *
     * @param walked where the assertion looks
     * @param reached the visits found, one for each of the first expected names
     */
    static ErrorMessageFactory shouldHaveVisitedInOrder(
            Walk walk, List<StateVisit> walked, List<String> expected, List<StateVisit> reached) {
        String missing = expected.get(reached.size());
        String where = reached.isEmpty()
                ? "it was never visited"
                : "it was not visited after " + ordinal(reached.get(reached.size() - 1));
        String note = reached.isEmpty() ? "no \"" + missing + "\"" : "no \"" + missing + "\" after this";
        return new ShouldHaveVisitedInOrder(
                "\nExpecting %s to have visited in this order\n  %s\nbut for\n  %s\n%s. Visited were\n  %s\n\n%s",
                unquotedString(walk.subject()),
                expected,
                missing,
                unquotedString(where),
                NameList.of(walked),
                unquotedString(walk.treeMarkingLast(reached, note)));
    }

    private static String ordinal(StateVisit visit) {
        return "\"" + visit.path() + "\"" + (visit.number() == 1 ? "" : ", visit " + visit.number());
    }
}
