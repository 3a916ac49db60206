package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A path of the Amazon States Language: JSONPath into the state's data ({@code $}), into the context object
 * ({@code $$}) or into a variable ({@code $name}).
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Path implements Expression {

    private final String text;

    private Path(String text) {
        this.text = text;
    }

    /**
     * Compiles a path.
     *
     * @throws InvalidExpressionException when AWS would refuse it
     */
    public static Path parse(String text) throws InvalidExpressionException {
        return new Path(text);
    }

    @Override
    public String text() {
        return text;
    }

    /** Whether this is a reference path, which can name a single node only. */
    public boolean isReferencePath() {
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable JsonNode find(EvaluationScope scope) {
        throw new UnsupportedOperationException();
    }

    /**
     * The value, as InputPath, OutputPath and the like want it.
     *
     * @throws EvaluationException {@code States.Runtime} with AWS's text {@code Invalid path '$.x' : No results for
     *     path: $['x']} when there is none
     */
    public JsonNode require(EvaluationScope scope) {
        throw new UnsupportedOperationException();
    }
}
