package io.github.stepunit.loader;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What YAML scalars without quotes stand for: YAML 1.2, in which {@code yes} and {@code no} are words. The tools around
 * Step Functions read definitions so, and there are states of these names.
 */
final class PlainScalars {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
    private static final Pattern INTEGER = Pattern.compile("[-+]?(0|[1-9][0-9]*)");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

    /** Beyond these, text is no number that anybody counts with, and costs to convert. */
    private static final int MOST_DIGITS = 300;

    private PlainScalars() {}

    /** A number, boolean or null; Java's null when the scalar is a string. */
    static Node.@Nullable Scalar resolve(String raw, Mark mark) {
        JsonNode value = value(raw);
        return value == null ? null : new Node.Scalar(value, raw, mark);
    }

    private static @Nullable JsonNode value(String raw) {
        if (NULLS.contains(raw)) {
            return JSON.nullNode();
        }
        if (TRUE.contains(raw)) {
            return JSON.booleanNode(true);
        }
        if (FALSE.contains(raw)) {
            return JSON.booleanNode(false);
        }
        return raw.length() > MOST_DIGITS ? null : number(raw);
    }

    private static @Nullable JsonNode number(String raw) {
        if (INTEGER.matcher(raw).matches()) {
            return integer(new BigInteger(raw.startsWith("+") ? raw.substring(1) : raw));
        }
        if (HEXADECIMAL.matcher(raw).matches()) {
            return integer(new BigInteger(raw.substring(2), 16));
        }
        // With a leading zero it is a decimal to YAML 1.2, an octal to 1.1, and an account id to people: text.
        boolean hasLeadingZero = raw.matches("[-+]?0[0-9].*");
        boolean isDecimal = !hasLeadingZero && DECIMAL.matcher(raw).matches();
        double value = isDecimal ? Double.parseDouble(raw) : Double.NaN;
        return Double.isFinite(value) ? JSON.numberNode(new BigDecimal(raw)) : null;
    }

    private static JsonNode integer(BigInteger value) {
        return value.bitLength() < Integer.SIZE ? JSON.numberNode(value.intValue()) : JSON.numberNode(value);
    }
}
