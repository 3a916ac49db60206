package io.github.stepunit.definition;

import io.github.stepunit.expression.Path;
import io.github.stepunit.expression.PayloadTemplate;
import io.github.stepunit.expression.ReferencePath;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How a JSONPath state's input becomes its output: {@code InputPath → Parameters → work → ResultSelector → ResultPath →
 * Assign → OutputPath}. Fields that a state type does not have are at their defaults.
 *
 * @param inputPath null for an explicit {@code "InputPath": null}, which makes the effective input {@code {}}
 * @param parameters null when absent
 * @param resultSelector null when absent
 * @param resultPath null for an explicit {@code "ResultPath": null}, which discards the result
 * @param assign the {@code Assign} template; null when absent
 * @param outputPath null for an explicit {@code "OutputPath": null}, which makes the output {@code {}}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record JsonPathDataFlow(
        @Nullable Path inputPath,
        @Nullable PayloadTemplate parameters,
        @Nullable PayloadTemplate resultSelector,
        @Nullable ReferencePath resultPath,
        @Nullable PayloadTemplate assign,
        @Nullable Path outputPath)
        implements DataFlow {

    @Override
    public @Nullable PayloadTemplate request() {
        return parameters;
    }
}
