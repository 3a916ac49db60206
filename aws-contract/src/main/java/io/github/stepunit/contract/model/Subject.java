package io.github.stepunit.contract.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.servicemodel.Shape;
import java.util.regex.Pattern;

/** What is compared with a model. */
enum Subject {
    /** What a Task sends, with all values known. */
    REQUEST("is required, but missing"),
    /** {@code Parameters} or {@code Arguments} as they are written, with paths and expressions that only a run resolves. */
    TEMPLATE("is required, but missing"),
    /** What a mock answers. */
    ANSWER("is always there on AWS, but missing");

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final double LONG_TEXT = 10_000;
    private static final String PATH = ".$";
    private static final String EXPRESSION = "{%";
    private static final String PLACEHOLDER = "${";

    private final String missing;

    Subject(String missing) {
        this.missing = missing;
    }

    String missing() {
        return missing;
    }

    /** Whether that stands for what only a run knows. */
    boolean isUnknown(JsonNode value) {
        return this == TEMPLATE
                && value.isTextual()
                && (value.textValue().startsWith(EXPRESSION)
                        || value.textValue().contains(PLACEHOLDER));
    }

    /** Whether the value of a member of that name is what only a run knows. */
    boolean isUnknown(String name) {
        return this == TEMPLATE && (name.endsWith(PATH) || name.contains(PLACEHOLDER));
    }

    String memberName(String name) {
        return this == TEMPLATE && name.endsWith(PATH) ? name.substring(0, name.length() - PATH.length()) : name;
    }

    boolean has(JsonNode object, String member) {
        return this == TEMPLATE ? object.has(member) || object.has(member + PATH) : object.hasNonNull(member);
    }

    /**
     * Whether JSON may stand where the API has text. AWS's own samples write objects for the {@code Input} and the
     * {@code Detail} of AWS SDK integrations, whose models say no more than that they are texts of any length; so they are
     * taken wherever a model does not say that it means something short.
     */
    boolean mayBeJson(JsonNode value, Shape.Scalar scalar) {
        Double most = scalar.range().max();
        return this != ANSWER
                && value.isContainerNode()
                && scalar.values().isEmpty()
                && (most == null || most >= LONG_TEXT);
    }

    /** Requests may have numbers as text, as far as anybody knows; answers have not. */
    boolean isNumber(JsonNode value) {
        return value.isNumber()
                || (this != ANSWER
                        && value.isTextual()
                        && NUMBER.matcher(value.textValue()).matches());
    }

    boolean isBoolean(JsonNode value) {
        return value.isBoolean()
                || (this != ANSWER && value.isTextual() && value.textValue().matches("(?i)true|false"));
    }
}
