package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import org.apiguardian.api.API;

/** A {@code ResultPath}: a reference path into the raw input, at which a result is put. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ReferencePath {

    private final String text;

    private ReferencePath(String text) {
        this.text = text;
    }

    /**
     * Compiles a reference path.
     *
     * @throws InvalidExpressionException when it is none, or starts with {@code $$} or a variable
     */
    public static ReferencePath parse(String text) throws InvalidExpressionException {
        return new ReferencePath(text);
    }

    /** The text as written in the definition. */
    public String text() {
        return text;
    }

    /**
     * A tree like {@code target} with {@code value} at this path. Copies the containers along the path only and shares
     * everything else; neither argument is changed.
     *
     * @throws EvaluationException {@code States.ResultPathMatchFailure} when the path leads through something that is
     *     no container
     */
    public JsonNode put(JsonNode target, JsonNode value) {
        throw new UnsupportedOperationException();
    }
}
