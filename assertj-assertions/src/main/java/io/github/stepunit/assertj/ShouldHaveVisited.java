package io.github.stepunit.assertj;

import io.github.stepunit.history.StateVisit;
import java.util.List;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** A state was not visited, or not as often as expected. */
final class ShouldHaveVisited extends BasicErrorMessageFactory {

    private ShouldHaveVisited(String format, Object... arguments) {
        super(format, arguments);
    }

    static ErrorMessageFactory shouldHaveVisited(Walk walk, String state) {
        return new ShouldHaveVisited(
                "\nExpecting %s to have visited\n  %s\nbut it visited only\n  %s\n\n%s",
                unquotedString(walk.subject()),
                state,
                NameList.distinct(walk.all()),
                unquotedString(Culprits.tree(walk)));
    }

    static ErrorMessageFactory shouldHaveVisitedTimes(Walk walk, String state, int expected) {
        List<StateVisit> visits = walk.visitsOf(state);
        return new ShouldHaveVisited(
                "\nExpecting %s to have visited\n  %s\n%s, but it did so %s.\n\n%s",
                unquotedString(walk.subject()),
                state,
                unquotedString(Times.of(expected)),
                unquotedString(Times.of(visits.size())),
                unquotedString(
                        walk.treeMarkingLast(visits, visits.isEmpty() ? "no \"" + state + "\"" : "the last visit")));
    }

    static ErrorMessageFactory shouldHaveVisit(StateVisits visits, int number) {
        if (number < 1) {
            return new ShouldHaveVisited(
                    "\nThe assertion asks for visit %s of\n  %s\nbut visits count from 1: firstVisit() is visit(1).",
                    number, visits.state());
        }
        return new ShouldHaveVisited(
                "\nExpecting %s to have made visit %s of\n  %s\nbut it visited that state %s.\n\n%s",
                unquotedString(visits.walk().subject()),
                number,
                visits.state(),
                unquotedString(Times.of(visits.visits().size())),
                unquotedString(visits.walk().treeMarkingLast(visits.visits(), "the last visit")));
    }
}
