package io.github.stepunit.definition;

import io.github.stepunit.expression.PayloadTemplate;
import io.github.stepunit.expression.ReferencePath;
import io.github.stepunit.json.JsonPointer;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code Catch}.
 *
 * @param errorEquals the error names that it takes
 * @param next the state to go on with
 * @param resultPath where the error output goes in the raw input; null for {@code "ResultPath": null}, and in JSONata
 * @param assign the catcher's {@code Assign}; null when absent
 * @param output the catcher's {@code Output}, of JSONata; null when absent
 * @param pointer where it stands
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Catcher(
        List<String> errorEquals,
        String next,
        @Nullable ReferencePath resultPath,
        @Nullable PayloadTemplate assign,
        @Nullable PayloadTemplate output,
        JsonPointer pointer) {

    public Catcher {
        errorEquals = List.copyOf(errorEquals);
    }
}
