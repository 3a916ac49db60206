package io.github.stepunit.contract.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.json.JsonComparison;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The recorded child executions that a replay has not met yet, by the name of their Map state. For one run. */
final class RecordedChildren {

    private final Map<String, List<RecordedExecution>> byState = new HashMap<>();

    private RecordedChildren() {}

    /** The children of an execution. */
    static RecordedChildren of(RecordedExecution recorded, ItemProcessors processors) {
        RecordedChildren children = new RecordedChildren();
        children.add(recorded, processors, false);
        return children;
    }

    /** The same, with their own children and so on. */
    static RecordedChildren allBelow(RecordedExecution recorded, ItemProcessors processors) {
        RecordedChildren children = new RecordedChildren();
        children.add(recorded, processors, true);
        return children;
    }

    private void add(RecordedExecution recorded, ItemProcessors processors, boolean all) {
        for (RecordedExecution child : recorded.children()) {
            MapState map = processors.of(child, recorded);
            if (map != null) {
                byState.computeIfAbsent(map.name(), none -> new ArrayList<>()).add(child);
            }
            if (all) {
                add(child, processors, true);
            }
        }
    }

    /** Takes the first one with that input. */
    @Nullable
    RecordedExecution takeWithInput(String mapState, JsonNode input) {
        Iterator<RecordedExecution> each =
                byState.getOrDefault(mapState, List.of()).iterator();
        while (each.hasNext()) {
            RecordedExecution child = each.next();
            if (JsonComparison.equalByValue(child.input(), input)) {
                each.remove();
                return child;
            }
        }
        return null;
    }

    /** Takes the first one, whatever its input; null when there is none left. */
    @Nullable
    RecordedExecution takeFirst(String mapState) {
        List<RecordedExecution> rest = byState.getOrDefault(mapState, List.of());
        return rest.isEmpty() ? null : rest.remove(0);
    }
}
