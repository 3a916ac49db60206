package io.github.stepunit.definition;

import io.github.stepunit.expression.PayloadTemplate;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the results of a Distributed Map.
 *
 * @param request {@code Parameters} or {@code Arguments} of {@code s3:putObject}: bucket and prefix; null when the results
 *     become the output of the state
 * @param transformation {@code Transformation}
 * @param outputType {@code OutputType}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ResultWriter(@Nullable PayloadTemplate request, Transformation transformation, OutputType outputType) {

    /** What each result looks like. */
    public enum Transformation {
        /** With what is known of the child execution. */
        NONE,
        /** Its output. */
        COMPACT,
        /** Its output; when that is an array, its elements. */
        FLATTEN
    }

    /** How the results are written. */
    public enum OutputType {
        /** As an array. */
        JSON,
        /** A JSON value in each line. */
        JSONL
    }
}
