package io.github.stepunit.assertj;

import io.github.stepunit.history.StateVisit;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** An assertion is about one visit of a state that was visited several times. */
final class ShouldChooseVisit extends BasicErrorMessageFactory {

    private ShouldChooseVisit(String format, Object... arguments) {
        super(format, arguments);
    }

    static ErrorMessageFactory shouldChooseVisit(StateVisits visits) {
        return new ShouldChooseVisit(
                "\nThe state\n  %s\nwas visited %s:\n  %s\nSay which visit is meant, with firstVisit(), visit(n) or"
                        + " lastVisit(), or go to it by branch(i) or iteration(i) of the state around it.\n\n%s",
                visits.state(),
                unquotedString(Times.of(visits.visits().size())),
                visits.visits().stream().limit(20).map(StateVisit::path).toList(),
                unquotedString(visits.walk().story(visits.visits().get(0), "the first visit")));
    }
}
