package io.github.stepunit.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.json.JsonText;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a state made of its input, as AWS's TestState answers.
 *
 * @param stateName the tested state; {@code StateName} when the definition was that of one state
 * @param status how it ended
 * @param output its output; null when it failed or would be retried
 * @param nextState the state that follows; null when none does
 * @param error the error; null when it succeeded, or failed without one
 * @param cause the cause; null when there is none
 * @param inspectionData the payload after each step; null for {@link InspectionLevel#INFO}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TestStateResult(
        String stateName,
        TestStateStatus status,
        @Nullable JsonNode output,
        @Nullable String nextState,
        @Nullable String error,
        @Nullable String cause,
        @Nullable InspectionData inspectionData) {

    /** The answer as AWS's API gives it, payloads as text. */
    public JsonNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("status", status.name());
        if (output != null) {
            json.put("output", JsonText.write(output));
        }
        put(json, "nextState", nextState);
        put(json, "error", error);
        put(json, "cause", cause);
        if (inspectionData != null) {
            json.set("inspectionData", inspectionData.toJson());
        }
        return json;
    }

    private static void put(ObjectNode json, String member, @Nullable String value) {
        if (value != null) {
            json.put(member, value);
        }
    }

    /** A few lines for people: status, where it goes, and the payload after each step. */
    @Override
    public String toString() {
        return ResultText.of(this);
    }
}
