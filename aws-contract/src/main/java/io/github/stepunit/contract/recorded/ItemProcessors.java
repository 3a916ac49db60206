package io.github.stepunit.contract.recorded;

import io.github.stepunit.contract.internal.StepFunctionsArn;
import io.github.stepunit.definition.Distribution;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.history.ExecutionHistory;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The Distributed Maps of a definition, and which of them started a recorded child execution. */
final class ItemProcessors {

    private final List<MapState> maps = new ArrayList<>();

    ItemProcessors(StateMachineDefinition definition) {
        add(definition.graph());
    }

    private void add(StateGraph graph) {
        for (State state : graph.states().values()) {
            if (state instanceof MapState map && map.distribution() != null) {
                maps.add(map);
            }
            state.graphs().forEach(this::add);
        }
    }

    /** The Distributed Map of that name; null when there is none. */
    @Nullable
    MapState named(@Nullable String name) {
        return maps.stream().filter(map -> map.name().equals(name)).findFirst().orElse(null);
    }

    /** The Distributed Map that started the child: the one of its label, or else the only one there is. */
    @Nullable
    MapState of(RecordedExecution child) {
        StepFunctionsArn arn = StepFunctionsArn.of(child.arn());
        String label = arn == null ? "" : arn.label();
        for (MapState map : maps) {
            if (!label.isEmpty() && label.equals(distribution(map).label())) {
                return map;
            }
        }
        // AWS makes labels up, where the definition has none.
        List<MapState> unlabelled =
                maps.stream().filter(map -> distribution(map).label() == null).toList();
        return unlabelled.size() == 1 ? unlabelled.get(0) : null;
    }

    /** The same, where the execution is known that it is a child of. */
    @Nullable
    MapState of(RecordedExecution child, RecordedExecution parent) {
        StepFunctionsArn arn = StepFunctionsArn.of(child.arn());
        for (Map.Entry<String, String> run : mapRuns(parent.history()).entrySet()) {
            StepFunctionsArn mapRun = StepFunctionsArn.of(run.getKey());
            if (arn != null && mapRun != null && arn.machine().equals(mapRun.machine())) {
                return named(run.getValue());
            }
        }
        return of(child);
    }

    private static Distribution distribution(MapState map) {
        return Objects.requireNonNull(map.distribution());
    }

    /** The Map Runs that a history tells of, and the state of each. */
    static Map<String, String> mapRuns(ExecutionHistory history) {
        Map<Long, HistoryEvent> byId = new HashMap<>();
        Map<String, String> states = new HashMap<>();
        for (HistoryEvent event : history.events()) {
            byId.put(event.id(), event);
            if (event.details() instanceof HistoryEventDetails.MapRunStarted run) {
                String state = stateAround(event, byId);
                if (state != null) {
                    states.put(run.mapRunArn(), state);
                }
            }
        }
        return states;
    }

    private static @Nullable String stateAround(HistoryEvent event, Map<Long, HistoryEvent> byId) {
        for (@Nullable HistoryEvent at = event; at != null; at = byId.get(at.previousEventId())) {
            if (at.details() instanceof HistoryEventDetails.StateEntered entered) {
                return entered.name();
            }
        }
        return null;
    }
}
