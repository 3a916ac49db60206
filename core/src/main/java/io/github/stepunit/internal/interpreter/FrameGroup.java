package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.json.JsonText;
import java.util.Arrays;

/** The branches of a Parallel state or the iterations of a Map state. */
interface FrameGroup extends Ongoing {

    /** Goes on with those that have not succeeded, after the execution was redriven. */
    void redrive();

    /**
     * All have succeeded: the state's result is the array of their outputs.
     *
     * @param event ParallelStateSucceeded or MapStateSucceeded. The event that the state is left does not point at it
     *     (scenarios/test_base_scenarios.test_parallel_state_nested)
     */
    static void succeed(Visit visit, HistoryEventType event, JsonNode[] outputs) {
        JsonNode result = JsonText.arrayOf(Arrays.asList(outputs));
        if (visit.run().isTooLarge(result)) {
            visit.failAfterStart(StateError.resultTooLarge(visit.name()), null);
            return;
        }
        visit.frame().emitBeside(event, HistoryEventDetails.none(), null);
        visit.succeed(result);
    }
}
