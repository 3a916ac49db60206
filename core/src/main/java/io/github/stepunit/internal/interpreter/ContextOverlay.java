package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.ParallelState;
import io.github.stepunit.definition.State;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The context object of a single state that is tested.
 *
 * @param hasRole whether the test has an execution role; without one RoleArn is null
 *     (test_test_state_scenarios.test_state_with_variables)
 * @param given what the test gives itself, member by member; null for nothing
 */
record ContextOverlay(boolean hasRole, @Nullable JsonNode given) {

    /** What AWS calls the state, even when the definition has a name for it. */
    static final String STATE_NAME = "StateName";

    ObjectNode over(ObjectNode context, Visit visit, int retryCount) {
        ObjectNode state = context.withObject("/State");
        state.put("Name", STATE_NAME);
        State tested = visit.planned().state();
        if (tested instanceof MapState || tested instanceof ParallelState) {
            state.put("RetryCount", retryCount);
        }
        if (!hasRole) {
            // The object is shared by all contexts of the execution.
            ObjectNode execution = context.withObject("/Execution").deepCopy();
            execution.putNull("RoleArn");
            context.set("Execution", execution);
        }
        if (given != null) {
            lay(given, context);
        }
        return context;
    }

    private static void lay(JsonNode given, ObjectNode context) {
        for (Map.Entry<String, JsonNode> member : given.properties()) {
            String name = member.getKey();
            if (member.getValue().isObject()
                    && context.path(name) instanceof ObjectNode below
                    && !name.equals("Input")) {
                ObjectNode copy = below.deepCopy();
                lay(member.getValue(), copy);
                context.set(name, copy);
            } else {
                context.set(name, member.getValue());
            }
        }
    }
}
