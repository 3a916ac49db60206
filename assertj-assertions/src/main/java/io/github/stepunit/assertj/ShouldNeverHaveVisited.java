package io.github.stepunit.assertj;

import io.github.stepunit.history.StateVisit;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** A state was visited that should not have been. */
final class ShouldNeverHaveVisited extends BasicErrorMessageFactory {

    private ShouldNeverHaveVisited(String format, Object... arguments) {
        super(format, arguments);
    }

    static ErrorMessageFactory shouldNeverHaveVisited(Walk walk, String state, StateVisit visit) {
        return new ShouldNeverHaveVisited(
                "\nExpecting %s never to have visited\n  %s\nbut it did so %s.\n\n%s",
                unquotedString(walk.subject()),
                state,
                unquotedString(Times.of(walk.visitsOf(state).size())),
                unquotedString(walk.story(visit, "not expected")
                        + Culprits.text(walk.execution().explainWayTo(visit))));
    }
}
