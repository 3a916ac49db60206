package io.github.stepunit.assertj;

import io.github.stepunit.definition.StateGraph;
import java.util.List;
import java.util.Set;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/** An assertion names a state that the definition does not have where the assertion looks. */
final class ShouldKnowState extends BasicErrorMessageFactory {

    private ShouldKnowState(String format, Object... arguments) {
        super(format, arguments);
    }

    /** Null when each of the names is one of {@code known}. */
    static @Nullable ErrorMessageFactory unlessKnown(Walk walk, Set<String> known, Iterable<String> names) {
        for (String name : names) {
            if (!known.contains(name)) {
                return shouldKnowState(walk, known, name);
            }
        }
        return null;
    }

    private static ErrorMessageFactory shouldKnowState(Walk walk, Set<String> known, String name) {
        StateGraph whole = walk.execution().stateMachine().definition().graph();
        String source = walk.execution().stateMachine().definition().sourceMap().source();
        if (whole.stateNames().contains(name)) {
            return new ShouldKnowState(
                    "\nThe assertion asks for the state\n  %s\nbut that is not a state at the level of the %s itself."
                            + " The states there are\n  %s\nAsk for it at its own level: state(name).branch(i)"
                            + " and state(name).iteration(i) lead in, returnToExecution() leads out.",
                    name, unquotedString(walk.subject()), List.copyOf(known));
        }
        String closest = walk.graph().closestStateName(name);
        return new ShouldKnowState(
                "\nThe assertion asks for the state\n  %s\nbut there is no such state in %s.%s Its states are\n  %s",
                name,
                unquotedString(source),
                unquotedString(closest == null ? "" : " Did you mean \"" + closest + "\"?"),
                List.copyOf(whole.stateNames()));
    }
}
