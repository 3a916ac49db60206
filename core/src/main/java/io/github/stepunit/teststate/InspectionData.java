package io.github.stepunit.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.history.DataFlowStep;
import io.github.stepunit.json.JsonText;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What AWS's TestState shows of the inside of a state. Which steps it shows depends on the type of the state and on its
 * query language; an error ends the steps.
 *
 * @param steps the payload after each step
 * @param variables the variables after the state; empty when there are none
 * @param errorDetails what became of the error; null when there was none, or nothing matched it
 * @param maxConcurrency of a Map state; null for others
 * @param toleratedFailureCount of a Map state; null when it has none
 * @param toleratedFailurePercentage of a Map state; null when it has none
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record InspectionData(
        Map<DataFlowStep, JsonNode> steps,
        Map<String, JsonNode> variables,
        @Nullable ErrorDetails errorDetails,
        @Nullable Long maxConcurrency,
        @Nullable Long toleratedFailureCount,
        @Nullable Double toleratedFailurePercentage) {

    private static final Map<DataFlowStep, String> MEMBERS = members();

    private static Map<DataFlowStep, String> members() {
        Map<DataFlowStep, String> members = new EnumMap<>(DataFlowStep.class);
        members.put(DataFlowStep.INPUT, "input");
        members.put(DataFlowStep.AFTER_INPUT_PATH, "afterInputPath");
        members.put(DataFlowStep.AFTER_PARAMETERS, "afterParameters");
        members.put(DataFlowStep.AFTER_ARGUMENTS, "afterArguments");
        members.put(DataFlowStep.AFTER_ITEMS_PATH, "afterItemsPath");
        members.put(DataFlowStep.AFTER_ITEM_SELECTOR, "afterItemSelector");
        members.put(DataFlowStep.AFTER_ITEM_BATCHER, "afterItemBatcher");
        members.put(DataFlowStep.RESULT, "result");
        members.put(DataFlowStep.AFTER_RESULT_SELECTOR, "afterResultSelector");
        members.put(DataFlowStep.AFTER_RESULT_PATH, "afterResultPath");
        return members;
    }

    public InspectionData {
        steps = Collections.unmodifiableMap(new LinkedHashMap<>(steps));
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /** The payload after that step; null when AWS does not show it. */
    public @Nullable JsonNode after(DataFlowStep step) {
        return steps.get(step);
    }

    /** The state's raw input. */
    public @Nullable JsonNode input() {
        return after(DataFlowStep.INPUT);
    }

    /** After {@code InputPath}. */
    public @Nullable JsonNode afterInputPath() {
        return after(DataFlowStep.AFTER_INPUT_PATH);
    }

    /** After {@code Parameters}. */
    public @Nullable JsonNode afterParameters() {
        return after(DataFlowStep.AFTER_PARAMETERS);
    }

    /** After {@code Arguments}. */
    public @Nullable JsonNode afterArguments() {
        return after(DataFlowStep.AFTER_ARGUMENTS);
    }

    /** The items of a JSONPath Map state. */
    public @Nullable JsonNode afterItemsPath() {
        return after(DataFlowStep.AFTER_ITEMS_PATH);
    }

    /** What the iterations of a Map state begin with, after {@code ItemSelector}. */
    public @Nullable JsonNode afterItemSelector() {
        return after(DataFlowStep.AFTER_ITEM_SELECTOR);
    }

    /** What the child executions of a Distributed Map begin with, after {@code ItemBatcher}. */
    public @Nullable JsonNode afterItemBatcher() {
        return after(DataFlowStep.AFTER_ITEM_BATCHER);
    }

    /** What the work of the state gave. */
    public @Nullable JsonNode result() {
        return after(DataFlowStep.RESULT);
    }

    /** After {@code ResultSelector}. */
    public @Nullable JsonNode afterResultSelector() {
        return after(DataFlowStep.AFTER_RESULT_SELECTOR);
    }

    /** After {@code ResultPath}. */
    public @Nullable JsonNode afterResultPath() {
        return after(DataFlowStep.AFTER_RESULT_PATH);
    }

    JsonNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        steps.forEach((step, value) -> json.put(
                String.valueOf(MEMBERS.get(step)),
                // test_state_configuration.test_state_machine_with_state_error has blanks in the items.
                step == DataFlowStep.AFTER_ITEMS_PATH ? SpacedText.of(value) : JsonText.write(value)));
        if (!variables.isEmpty()) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            variables.forEach(all::set);
            json.put("variables", JsonText.writeCompact(all));
        }
        if (errorDetails != null) {
            json.set("errorDetails", toJson(errorDetails));
        }
        put(json, "maxConcurrency", maxConcurrency);
        put(json, "toleratedFailureCount", toleratedFailureCount);
        if (toleratedFailurePercentage != null) {
            json.put("toleratedFailurePercentage", toleratedFailurePercentage);
        }
        return json;
    }

    private static ObjectNode toJson(ErrorDetails details) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (details.catchIndex() != null) {
            json.put("catchIndex", details.catchIndex());
        }
        if (details.retryIndex() != null) {
            json.put("retryIndex", details.retryIndex());
        }
        if (details.retryBackoffInterval() != null) {
            json.put(
                    "retryBackoffIntervalSeconds",
                    details.retryBackoffInterval().toSeconds());
        }
        return json;
    }

    private static void put(ObjectNode json, String member, @Nullable Long value) {
        if (value != null) {
            json.put(member, value.intValue());
        }
    }
}
