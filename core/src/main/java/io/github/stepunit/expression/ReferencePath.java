package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.expression.ReferenceSteps.Step;
import io.github.stepunit.json.JsonText;
import java.util.ArrayList;
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
        if (steps.isEmpty()) {
            return value;
        }
        List<ContainerNode<?>> copies = copiesAlong(target);
        JsonNode child = JsonText.withoutText(value);
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            ContainerNode<?> copy = copies.get(i);
            if (step.name() != null) {
                ((ObjectNode) copy).set(step.name(), child);
            } else {
                ((ArrayNode) copy).set(step.index(), child);
            }
            child = copy;
        }
        return child;
    }

    /** A copy of each container on the way, from the root on; not yet linked to each other. */
    private List<ContainerNode<?>> copiesAlong(JsonNode target) {
        List<ContainerNode<?>> copies = new ArrayList<>(steps.size());
        JsonNode at = target;
        for (Step step : steps) {
            ContainerNode<?> copy = step.name() == null ? copyOfArray(at, step.index()) : copyOfObject(at);
            if (copy == null) {
                throw mismatch(target);
            }
            copies.add(copy);
            at = step.from(copy);
        }
        return copies;
    }

    private static @Nullable ObjectNode copyOfObject(@Nullable JsonNode at) {
        if (at != null && !at.isObject()) {
            return null;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        if (at instanceof ObjectNode object) {
            copy.setAll(object);
        }
        return copy;
    }

    private static @Nullable ArrayNode copyOfArray(@Nullable JsonNode at, int index) {
        return at instanceof ArrayNode array && index < array.size()
                ? JsonNodeFactory.instance.arrayNode(array.size()).addAll(array)
                : null;
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
