package io.github.stepunit.definition;

import io.github.stepunit.internal.text.DidYouMean;
import io.github.stepunit.json.JsonPointer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A {@code StartAt} with its {@code States}: the top level of a machine, a branch of a Parallel state, or the processor
 * of a Map state. Transitions never leave it.
 *
 * @param startAt name of the first state
 * @param states the states by name, in the order of the definition
 * @param pointer where the object with {@code StartAt} and {@code States} stands
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record StateGraph(String startAt, Map<String, State> states, JsonPointer pointer) {

    public StateGraph {
        states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
    }

    /** The names of all states, those of graphs further inside included; in the order of the definition. */
    public Set<String> stateNames() {
        Set<String> names = new LinkedHashSet<>();
        for (State state : states.values()) {
            names.add(state.name());
            state.graphs().forEach(inner -> names.addAll(inner.stateNames()));
        }
        return names;
    }

    /** The name among {@link #stateNames()} that a mistyped one was probably meant to be; null when none is close. */
    public @Nullable String closestStateName(String mistyped) {
        List<String> closest = DidYouMean.closest(mistyped, stateNames());
        return closest.isEmpty() ? null : closest.get(0);
    }
}
