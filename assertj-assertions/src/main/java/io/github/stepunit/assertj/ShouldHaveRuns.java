package io.github.stepunit.assertj;

import io.github.stepunit.definition.State;
import io.github.stepunit.history.Scope;
import io.github.stepunit.history.StateVisit;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** A Parallel or Map state did not start the branches or iterations expected. */
final class ShouldHaveRuns extends BasicErrorMessageFactory {

    private ShouldHaveRuns(String format, Object... arguments) {
        super(format, arguments);
    }

    static ErrorMessageFactory shouldHaveStarted(ScopeVisits scope) {
        StateVisit visit = scope.outer().visit();
        State state = scope.outer().walk().stateNamed(scope.outer().state());
        String otherwise = state == null ? null : ShouldBeOfType.otherwise(state, scope.kind());
        if (state != null && otherwise != null) {
            return new ShouldHaveRuns(
                    "\nExpecting %s to have been started\nbut \"%s\" is a %s state, and %s.\n\n%s",
                    unquotedString(scope.toString()),
                    unquotedString(state.name()),
                    unquotedString(ShouldBeOfType.typeOf(state)),
                    unquotedString(otherwise),
                    unquotedString(scope.outer().walk().tree().render()));
        }
        return new ShouldHaveRuns(
                "\nExpecting %s to have been started\nbut of that state %s.\n\n%s",
                unquotedString(scope.toString()),
                unquotedString(
                        visit == null
                                ? "no visit was found"
                                : started(scope.kind(), visit.runs().size())),
                unquotedString(
                        visit == null
                                ? scope.walk().tree().render()
                                : scope.walk().story(visit, "here")));
    }

    static ErrorMessageFactory shouldHaveRuns(StateVisits visits, StateVisit visit, Scope.Kind kind, int expected) {
        return new ShouldHaveRuns(
                "\nExpecting state %s to have started %s\nbut %s.\n\n%s",
                visit.path(),
                unquotedString(count(kind, expected)),
                unquotedString(started(kind, visit.runs().size())),
                unquotedString(visits.story(visit)));
    }

    private static String started(Scope.Kind kind, int count) {
        return count(kind, count) + (count == 1 ? " was started" : " were started");
    }

    private static String count(Scope.Kind kind, int count) {
        String noun = kind == Scope.Kind.BRANCH ? "branch" : "iteration";
        String plural = kind == Scope.Kind.BRANCH ? "branches" : "iterations";
        return count + " " + (count == 1 ? noun : plural);
    }
}
