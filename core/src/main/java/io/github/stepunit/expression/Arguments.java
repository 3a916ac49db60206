package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** The evaluated arguments of one call. Asking for a type that an argument does not have fails the call. */
final class Arguments {

    private final String call;
    private final JsonNode[] values;
    private final RandomGenerator random;

    /** @param call the call as written, for messages */
    Arguments(String call, JsonNode[] values, RandomGenerator random) {
        this.call = call;
        this.values = values;
        this.random = random;
    }

    int count() {
        return values.length;
    }

    JsonNode value(int index) {
        return values[index];
    }

    List<JsonNode> values() {
        return List.of(values);
    }

    RandomGenerator random() {
        return random;
    }

    ArrayNode array(int index) {
        if (values[index] instanceof ArrayNode array) {
            return array;
        }
        throw wrongType(index, "an array");
    }

    ObjectNode object(int index) {
        if (values[index] instanceof ObjectNode object) {
            return object;
        }
        throw wrongType(index, "a JSON object");
    }

    String string(int index) {
        if (values[index].isTextual()) {
            return values[index].textValue();
        }
        throw wrongType(index, "a string");
    }

    /** An int of 32 bits. AWS rounds other numbers as {@link Math#round(double)} does: -1.5 is -1. */
    int integer(int index) {
        JsonNode value = values[index];
        if (!value.isNumber()) {
            throw wrongType(index, "a number");
        }
        double rounded = value.isFloatingPointNumber() ? Math.round(value.doubleValue()) : value.doubleValue();
        if (rounded < Integer.MIN_VALUE || rounded > Integer.MAX_VALUE) {
            throw failure("Argument " + (index + 1) + " must be an integer of 32 bits, but was " + value.asText());
        }
        return (int) rounded;
    }

    EvaluationException failure(String reason) {
        return new EvaluationException("States.IntrinsicFailure", failureText(call, reason));
    }

    static String failureText(String call, String reason) {
        return "The function '" + call + "' had the following error: " + reason;
    }

    private EvaluationException wrongType(int index, String expected) {
        String actual = values[index].getNodeType().name().toLowerCase(Locale.ROOT);
        return failure("Argument " + (index + 1) + " must be " + expected + ", but was of type " + actual);
    }
}
