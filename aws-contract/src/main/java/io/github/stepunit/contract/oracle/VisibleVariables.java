package io.github.stepunit.contract.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.history.ExecutionHistory;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables that each state saw when it was entered, told by the history: by the event that entered it. */
final class VisibleVariables {

    private final Map<Scope, Map<String, JsonNode>> assigned = new HashMap<>();
    private final Map<Long, JsonNode> seen = new HashMap<>();

    VisibleVariables(ExecutionHistory history) {
        for (HistoryEvent event : history.events()) {
            if (event.details() instanceof HistoryEventDetails.StateEntered entered) {
                // Its branches and iterations begin with none of their own, also in the second round of a loop.
                assigned.keySet().removeIf(scope -> isInside(scope, event.scope(), entered.name()));
                seen.put(event.id(), visible(event.scope()));
            } else if (event.details() instanceof HistoryEventDetails.StateExited exited) {
                assigned.computeIfAbsent(event.scope(), none -> new LinkedHashMap<>())
                        .putAll(exited.assignedVariables());
            }
        }
    }

    private static boolean isInside(Scope scope, Scope outer, String state) {
        for (@Nullable Scope at = scope; at != null; at = at.parent()) {
            if (at.state().equals(state) && outer.equals(at.parent())) {
                return true;
            }
        }
        return false;
    }

    private JsonNode visible(Scope scope) {
        List<Scope> outside = new ArrayList<>();
        for (@Nullable Scope at = scope; at != null; at = at.parent()) {
            outside.add(0, at);
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        outside.forEach(each -> assigned.getOrDefault(each, Map.of()).forEach(all::set));
        return all;
    }

    /** Null when there are none. */
    @Nullable
    JsonNode at(HistoryEvent entered) {
        JsonNode all = seen.get(entered.id());
        return all == null || all.isEmpty() ? null : all;
    }
}
