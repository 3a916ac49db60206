package io.github.stepunit.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.BiPredicate;
import org.apiguardian.api.API;

/**
 * Compares JSON values. Does not recurse, as Jackson's own equality does: a loop of a state machine can nest its data
 * deeper than Java's stack reaches.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class JsonComparison {

    private JsonComparison() {}

    /** Whether the two are equal as Jackson's nodes are: {@code 1} and {@code 1.0} are not. */
    public static boolean equal(JsonNode left, JsonNode right) {
        return equal(left, right, JsonNode::equals);
    }

    /** Whether the two are equal as JSON, which knows one kind of number: {@code 1}, {@code 1.0} and {@code 1e0} are. */
    public static boolean equalByValue(JsonNode left, JsonNode right) {
        return equal(left, right, JsonComparison::equalScalars);
    }

    private static boolean equalScalars(JsonNode left, JsonNode right) {
        if (left.isNumber() && right.isNumber()) {
            return compareNumbers(left, right) == 0;
        }
        return left.equals(right);
    }

    private static boolean equal(JsonNode left, JsonNode right, BiPredicate<JsonNode, JsonNode> scalars) {
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(right);
        open.push(left);
        while (!open.isEmpty()) {
            JsonNode one = open.pop();
            JsonNode other = open.pop();
            if (one.isContainerNode() && one.getNodeType() == other.getNodeType()) {
                if (one.size() != other.size() || !pushChildren(one, other, open)) {
                    return false;
                }
            } else if (!scalars.test(one, other)) {
                return false;
            }
        }
        return true;
    }

    /** Gives false when a field is in one of the two only. */
    private static boolean pushChildren(JsonNode one, JsonNode other, Deque<JsonNode> open) {
        if (one.isArray()) {
            for (int i = 0; i < one.size(); i++) {
                open.push(other.get(i));
                open.push(one.get(i));
            }
            return true;
        }
        for (Map.Entry<String, JsonNode> field : one.properties()) {
            JsonNode value = other.get(field.getKey());
            if (value == null) {
                return false;
            }
            open.push(value);
            open.push(field.getValue());
        }
        return true;
    }

    /** A hash code that goes with {@link #equal}. */
    public static int hash(JsonNode value) {
        int hash = 0;
        Deque<JsonNode> open = new ArrayDeque<>();
        open.push(value);
        while (!open.isEmpty()) {
            JsonNode each = open.pop();
            // A sum, because the order of fields does not count.
            hash += each.isContainerNode() ? 31 * each.size() + 1 : each.hashCode();
            each.forEach(open::push);
        }
        return hash;
    }

    /** The order of two numbers by value, whatever Java calls them: 0 equals 0.0. */
    public static int compareNumbers(JsonNode left, JsonNode right) {
        if (left.isIntegralNumber()
                && right.isIntegralNumber()
                && left.canConvertToLong()
                && right.canConvertToLong()) {
            return Long.compare(left.longValue(), right.longValue());
        }
        if (!isFinite(left) || !isFinite(right)) {
            // Text like 1e400 is a number, too, but has no decimal value any more.
            return Double.compare(left.doubleValue(), right.doubleValue());
        }
        return left.decimalValue().compareTo(right.decimalValue());
    }

    private static boolean isFinite(JsonNode number) {
        return !number.isFloatingPointNumber() || number.isBigDecimal() || Double.isFinite(number.doubleValue());
    }
}
