package io.github.stepunit.definition;

import io.github.stepunit.json.JsonPointer;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** One state of a definition, with every expression in it compiled. Immutable. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface State
        permits TaskState, PassState, ChoiceState, WaitState, SucceedState, FailState, ParallelState, MapState {

    /** What every state has. */
    StateHeader header();

    /** The key in {@code States}. */
    default String name() {
        return header().name();
    }

    /** Target of {@code Next}, or null. */
    default @Nullable String next() {
        return header().next();
    }

    /** Where the state stands in the definition. */
    default JsonPointer pointer() {
        return header().pointer();
    }

    /** The ways out of this state inside its graph: Next, rules, Default, catchers; in the order of the definition. */
    List<Transition> transitions();

    /** The machines inside this state: branches of a Parallel, the processor of a Map; empty otherwise. */
    default List<StateGraph> graphs() {
        return List.of();
    }

    /** Its retriers and catchers; none in a state that can have none. */
    default ErrorHandling errorHandling() {
        return ErrorHandling.NONE;
    }

    /** Double dispatch; the visitor is the exhaustiveness check that Java 17 lacks. */
    <T> T accept(StateVisitor<T> visitor);
}
