package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/** What a field takes as the result of its JSONata expression. */
@API(status = API.Status.INTERNAL, since = "0.1")
public enum ResultType {
    /** Any JSON value. */
    ANY("any", value -> true),
    /** {@code Items}. */
    ARRAY("array", JsonNode::isArray),
    /** {@code Items} of a Distributed Map, which also runs over the fields of an object. */
    ARRAY_OR_OBJECT("array", value -> value.isArray() || value.isObject()),
    /** {@code Condition}. */
    BOOLEAN("boolean", JsonNode::isBoolean),
    /** {@code Error} and {@code Cause}. */
    STRING("string", JsonNode::isTextual),
    /** {@code Timestamp}: a string, whose format has a message of its own. */
    TIMESTAMP("string", JsonNode::isTextual),
    /** {@code ToleratedFailurePercentage}. */
    PERCENTAGE(
            "number from 0 to 100",
            value -> value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= 100),
    /** {@code Seconds}, {@code MaxConcurrency} and other counts. */
    NON_NEGATIVE_INTEGER("non-negative integer", value -> isLong(value) && value.longValue() >= 0),
    /** {@code TimeoutSeconds} and {@code HeartbeatSeconds}. */
    POSITIVE_INTEGER("positive integer", value -> isLong(value) && value.longValue() > 0);

    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // a lambda that holds no state
    private final Predicate<JsonNode> takes;

    ResultType(String description, Predicate<JsonNode> takes) {
        this.description = description;
        this.takes = takes;
    }

    private static boolean isLong(JsonNode value) {
        return value.isIntegralNumber() && value.canConvertToLong();
    }

    /** As AWS's message names it. */
    String description() {
        return description;
    }

    boolean takes(JsonNode value) {
        return takes.test(value);
    }
}
