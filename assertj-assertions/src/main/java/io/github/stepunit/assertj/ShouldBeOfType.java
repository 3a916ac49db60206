package io.github.stepunit.assertj;

import io.github.stepunit.definition.ChoiceState;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.ParallelState;
import io.github.stepunit.definition.State;
import io.github.stepunit.history.Scope;
import io.github.stepunit.history.StateVisit;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/** An assertion is about what only states of another type do. */
final class ShouldBeOfType extends BasicErrorMessageFactory {

    private ShouldBeOfType(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Null when it is a Choice state. */
    static @Nullable ErrorMessageFactory unlessChoice(StateVisits visits, StateVisit visit, String what) {
        State state = visits.walk().stateNamed(visits.state());
        return state == null || state instanceof ChoiceState
                ? null
                : message(visits, visit, what, state, "no Choice state: only a Choice state has rules and a Default");
    }

    /** Null when it is a state that starts such runs. */
    static @Nullable ErrorMessageFactory unlessStarts(StateVisits visits, StateVisit visit, Scope.Kind kind) {
        State state = visits.walk().stateNamed(visits.state());
        String otherwise = state == null ? null : otherwise(state, kind);
        return state == null || otherwise == null
                ? null
                : message(
                        visits,
                        visit,
                        kind == Scope.Kind.BRANCH ? "started branches" : "started iterations",
                        state,
                        otherwise);
    }

    /** Why a state does not start such runs; null when it does. */
    static @Nullable String otherwise(State state, Scope.Kind kind) {
        if (kind == Scope.Kind.BRANCH) {
            return state instanceof ParallelState ? null : "no Parallel state: only a Parallel state has branches";
        }
        return state instanceof MapState ? null : "no Map state: only a Map state has iterations";
    }

    private static ErrorMessageFactory message(
            StateVisits visits, StateVisit visit, String what, State state, String otherwise) {
        return new ShouldBeOfType(
                "\nExpecting state %s to have %s\nbut it is a %s state, and %s.\n\n%s",
                visit.path(),
                unquotedString(what),
                unquotedString(typeOf(state)),
                unquotedString(otherwise),
                unquotedString(visits.story(visit)));
    }

    static String typeOf(State state) {
        return state.getClass().getSimpleName().replace("State", "");
    }
}
