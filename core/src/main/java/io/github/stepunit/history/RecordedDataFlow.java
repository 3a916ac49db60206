package io.github.stepunit.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * What the payload was after each step of each visit of a state: {@code InputPath}, {@code Parameters}, and so on, which
 * AWS's history does not tell. Of a very long execution it keeps the first visits and the latest ones. A view: those of a
 * running execution appear as they happen.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RecordedDataFlow {

    private static final int FIRST_VISITS = 500;
    private static final int LATEST_VISITS = 1_500;

    private final Map<Long, List<Step>> first = new LinkedHashMap<>();
    private final Map<Long, List<Step>> latest = new LinkedHashMap<>();

    /**
     * One step.
     *
     * @param step which
     * @param attempt of the state: 1, or 2 for the first retry
     * @param afterError whether an error had been raised in this attempt, so that this belongs to its Catch
     * @param value the payload after the step; shared, never to be changed
     */
    public record Step(DataFlowStep step, int attempt, boolean afterError, JsonNode value) {

        /** Whether the state's own fields see it as their input. */
        public boolean isInput() {
            return step == DataFlowStep.INPUT || step == DataFlowStep.AFTER_INPUT_PATH;
        }
    }

    /** Nothing yet. */
    public RecordedDataFlow() {}

    /**
     * The steps of a visit in their order; empty when none were recorded.
     *
     * @param visit one of {@link ExecutionHistory#visits()} of the same execution
     */
    public List<Step> of(StateVisit visit) {
        List<Step> early = first.get(visit.entered().id());
        List<Step> steps = early != null ? early : latest.get(visit.entered().id());
        return steps == null ? List.of() : List.copyOf(steps);
    }

    /**
     * Adds a step.
     *
     * @param enteredEventId id of the event that entered the state
     */
    public void add(long enteredEventId, Step step) {
        List<Step> steps = first.get(enteredEventId);
        if (steps == null && first.size() < FIRST_VISITS) {
            steps = new ArrayList<>(6);
            first.put(enteredEventId, steps);
        }
        if (steps == null) {
            steps = latest.computeIfAbsent(enteredEventId, id -> new ArrayList<>(6));
            if (latest.size() > LATEST_VISITS) {
                latest.remove(latest.keySet().iterator().next());
            }
        }
        steps.add(step);
    }
}
