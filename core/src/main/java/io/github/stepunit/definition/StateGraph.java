package io.github.stepunit.definition;

import io.github.stepunit.json.JsonPointer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;

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
}
