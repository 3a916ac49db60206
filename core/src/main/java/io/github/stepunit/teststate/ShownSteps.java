package io.github.stepunit.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.FailState;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.ParallelState;
import io.github.stepunit.definition.PassState;
import io.github.stepunit.definition.QueryLanguage;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.history.DataFlowStep;
import io.github.stepunit.json.JsonText;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which steps of a state AWS's TestState shows. No two types of state are the same. */
final class ShownSteps {

    private static final Set<DataFlowStep> AFTER_WORK =
            EnumSet.of(DataFlowStep.AFTER_RESULT_SELECTOR, DataFlowStep.AFTER_RESULT_PATH);

    private final State state;

    ShownSteps(State state) {
        this.state = state;
    }

    Map<DataFlowStep, JsonNode> of(Map<DataFlowStep, JsonNode> taken) {
        Map<DataFlowStep, JsonNode> shown = new EnumMap<>(DataFlowStep.class);
        Set<DataFlowStep> visible = visible();
        taken.forEach((step, value) -> {
            if (visible.contains(step)) {
                shown.put(step, JsonText.copyWithText(value));
            }
        });
        JsonNode input = taken.get(DataFlowStep.INPUT);
        if (state instanceof FailState && visible.contains(DataFlowStep.AFTER_INPUT_PATH) && input != null) {
            // A Fail state has no InputPath, and still passes it.
            shown.put(DataFlowStep.AFTER_INPUT_PATH, JsonText.copyWithText(input));
        }
        return shown;
    }

    private Set<DataFlowStep> visible() {
        Set<DataFlowStep> visible = EnumSet.of(DataFlowStep.INPUT);
        visible.addAll(state.header().queryLanguage() == QueryLanguage.JSONATA ? ofJsonata() : ofJsonPath());
        return visible;
    }

    /** Only a Task shows what becomes of its input (test_test_state_scenarios.test_localstack_blogpost_scenario). */
    private Set<DataFlowStep> ofJsonata() {
        return state instanceof TaskState
                ? EnumSet.of(DataFlowStep.AFTER_ARGUMENTS, DataFlowStep.RESULT)
                : EnumSet.noneOf(DataFlowStep.class);
    }

    private Set<DataFlowStep> ofJsonPath() {
        Set<DataFlowStep> steps = EnumSet.of(DataFlowStep.AFTER_INPUT_PATH);
        if (state instanceof PassState pass && pass.result() != null) {
            // test_base_inspection_level_debug__BASE_RESULT_PASS_STATE: its input is of no interest then.
            steps = EnumSet.of(DataFlowStep.RESULT);
            steps.addAll(AFTER_WORK);
        } else if (state instanceof PassState) {
            steps.add(DataFlowStep.AFTER_PARAMETERS);
            steps.addAll(AFTER_WORK);
        } else if (state instanceof TaskState) {
            steps.add(DataFlowStep.AFTER_PARAMETERS);
            steps.add(DataFlowStep.RESULT);
            steps.addAll(AFTER_WORK);
        } else if (state instanceof ParallelState) {
            // test_base_parallel_state_mock_success, test_io_parallel_state_mock_success
            steps = EnumSet.copyOf(AFTER_WORK);
        } else if (state instanceof MapState) {
            steps.add(DataFlowStep.AFTER_ITEMS_PATH);
            steps.add(DataFlowStep.AFTER_ITEM_SELECTOR);
            steps.add(DataFlowStep.AFTER_ITEM_BATCHER);
            steps.addAll(AFTER_WORK);
        }
        return steps;
    }
}
