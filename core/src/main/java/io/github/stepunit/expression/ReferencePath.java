package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.expression.ReferenceSteps.Step;
import io.github.stepunit.json.JsonText;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A {@code ResultPath}: a reference path into the raw input, at which a result is put. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ReferencePath {

    private static final String NOT_A_REFERENCE_PATH = "Value is not a Reference Path";

    private final String text;
    private final List<Step> steps;

    private ReferencePath(String text, List<Step> steps) {
        this.text = text;
        this.steps = steps;
    }

    /**
     * Compiles a reference path.
     *
     * @throws InvalidExpressionException when it is none, or starts with {@code $$} or a variable
     */
    public static ReferencePath parse(String text) throws InvalidExpressionException {
        if (!text.startsWith("$")) {
            throw new InvalidExpressionException(NOT_A_REFERENCE_PATH + ": Reference path didn't start with '$'");
        }
        Path path = Path.parse(text);
        ReferenceSteps steps = path.steps();
        if (steps == null || !steps.strict() || path.isContextPath() || path.variable() != null) {
            throw new InvalidExpressionException(NOT_A_REFERENCE_PATH);
        }
        return new ReferencePath(text, steps.steps());
    }

    /** The text as written in the definition. */
    public String text() {
        return text;
    }

    /**
     * A tree like {@code target} with {@code value} at this path. Copies the containers along the path only and shares
     * everything else; neither argument is changed. Creates the objects that are missing on the way, but no arrays.
     *
     * @throws EvaluationException {@code States.ResultPathMatchFailure} when the path leads through something that is
     *     no container, or past the end of an array
     */
    public JsonNode put(JsonNode target, JsonNode value) {
        return steps.isEmpty() ? value : put(target, 0, target, JsonText.withoutText(value));
    }

    private JsonNode put(@Nullable JsonNode at, int depth, JsonNode target, JsonNode value) {
        if (depth == steps.size()) {
            return value;
        }
        Step step = steps.get(depth);
        if (step.name() == null) {
            return putInArray(at, depth, target, value);
        }
        if (at != null && !at.isObject()) {
            throw mismatch(target);
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        if (at instanceof ObjectNode object) {
            copy.setAll(object);
        }
        return copy.set(step.name(), put(step.from(copy), depth + 1, target, value));
    }

    private JsonNode putInArray(@Nullable JsonNode at, int depth, JsonNode target, JsonNode value) {
        int index = steps.get(depth).index();
        if (!(at instanceof ArrayNode array) || index >= array.size()) {
            throw mismatch(target);
        }
        ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size()).addAll(array);
        copy.set(index, put(array.get(index), depth + 1, target, value));
        return copy;
    }

    private EvaluationException mismatch(JsonNode target) {
        return new EvaluationException(
                "States.ResultPathMatchFailure",
                "Unable to apply Reference Path " + text + " to input " + JsonText.write(target));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReferencePath that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
