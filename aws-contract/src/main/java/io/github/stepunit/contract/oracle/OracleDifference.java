package io.github.stepunit.contract.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonText;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A state execution for which AWS and StepUnit answer differently.
 *
 * @param state {@code Ship all[3]/Print label, attempt 2}
 * @param key of what both were asked, as the file with the answers has it
 * @param values what differs
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record OracleDifference(String state, String key, List<Value> values) {

    private static final int EXCERPT = 160;

    public OracleDifference {
        values = List.copyOf(values);
    }

    /**
     * One value that differs.
     *
     * @param path where in TestState's answer: {@code nextState}, {@code output.total}, {@code
     *     inspectionData.afterParameters.id}
     * @param aws null when AWS has none
     * @param stepUnit null when StepUnit has none
     */
    public record Value(String path, @Nullable JsonNode aws, @Nullable JsonNode stepUnit) {

        @Override
        public String toString() {
            return path + ": AWS " + excerpt(aws) + ", StepUnit " + excerpt(stepUnit);
        }

        private static String excerpt(@Nullable JsonNode value) {
            return value == null ? "nothing" : JsonText.excerpt(value, EXCERPT);
        }
    }
}
