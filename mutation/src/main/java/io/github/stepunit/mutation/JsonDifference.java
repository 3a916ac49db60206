package io.github.stepunit.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.internal.text.JavaText;
import io.github.stepunit.json.JsonComparison;
import io.github.stepunit.json.JsonText;
import java.util.IdentityHashMap;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds what can be asserted of one JSON value and not of another: the smallest thing that differs. Compares the data of two
 * executions, which hand most of it on from state to state: what was found to be equal is not looked at again.
 */
final class JsonDifference {

    /** Variables that a state has assigned, the one subject whose parts are not asserted of the state itself. */
    static final String ASSIGNED = "Assigned";

    private static final int LONGEST = 120;

    /** Objects and arrays of the one execution, and those of the other that are equal to them. */
    private final IdentityHashMap<JsonNode, JsonNode> equal = new IdentityHashMap<>();

    /**
     * @param subject {@code Output}, {@code TaskInput}, {@link #ASSIGNED}: what the assertions are called after
     * @return as a call; null when the two are alike
     */
    @Nullable
    String call(String subject, JsonNode original, JsonNode mutant) {
        if (areEqual(original, mutant)) {
            return null;
        }
        JsonNode before = original;
        JsonNode after = mutant;
        String path = "$";
        for (Step step = step(before, after); step != null; step = step(before, after)) {
            before = step.before();
            after = step.after();
            path += step.name();
        }
        if (before.isMissingNode()) {
            return accessor(subject) + ".hasNothingAt(" + JavaText.literal(path) + ")";
        }
        return after.isMissingNode() && before.isContainerNode()
                ? accessor(subject) + ".hasSomethingAt(" + JavaText.literal(path) + ")"
                : value(subject, path, before);
    }

    /** What states hand on are the members of an object, most of the time. */
    private boolean areEqual(JsonNode original, JsonNode mutant) {
        if (isKnown(original, mutant)) {
            return true;
        }
        boolean areEqual = (original.isObject() && mutant.isObject())
                ? haveEqualMembers(original, mutant)
                : JsonComparison.equalByValue(original, mutant);
        if (areEqual) {
            equal.put(original, mutant);
        }
        return areEqual;
    }

    private boolean haveEqualMembers(JsonNode original, JsonNode mutant) {
        if (original.size() != mutant.size()) {
            return false;
        }
        for (var member : original.properties()) {
            JsonNode value = member.getValue();
            JsonNode other = mutant.path(member.getKey());
            if (!isKnown(value, other)) {
                if (!JsonComparison.equalByValue(value, other)) {
                    return false;
                }
                if (value.isContainerNode()) {
                    equal.put(value, other);
                }
            }
        }
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // a shortcut, for values that are handed on and never changed
    private boolean isKnown(JsonNode original, JsonNode mutant) {
        return original.isContainerNode() && equal.get(original) == mutant;
    }

    private record Step(String name, JsonNode before, JsonNode after) {}

    /** Into the first member that differs; null when the values themselves are to be compared. */
    private static @Nullable Step step(JsonNode before, JsonNode after) {
        if (before.isObject() && after.isObject()) {
            for (var member : before.properties()) {
                JsonNode other = after.path(member.getKey());
                if (!JsonComparison.equalByValue(member.getValue(), other)) {
                    return new Step(JsonPaths.step(member.getKey()), member.getValue(), other);
                }
            }
            for (var member : after.properties()) {
                if (!before.has(member.getKey())) {
                    return new Step(JsonPaths.step(member.getKey()), before.path(member.getKey()), member.getValue());
                }
            }
        }
        if (before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                if (!JsonComparison.equalByValue(before.path(i), after.path(i))) {
                    return new Step("[" + i + "]", before.path(i), after.path(i));
                }
            }
        }
        return null;
    }

    private static String value(String subject, String path, JsonNode value) {
        String json = JsonText.writeCompact(value);
        if (json.length() > LONGEST) {
            // Nobody wants that in a test.
            return accessor(subject) + (path.equals("$") ? "" : ".at(" + JavaText.literal(path) + ")")
                    + ".matchesSnapshot()";
        }
        if (path.equals("$")) {
            return ".has" + subject + "(" + JavaText.jsonLiteral(json) + ")";
        }
        if (value.isContainerNode()) {
            return accessor(subject) + ".at(" + JavaText.literal(path) + ").isEqualToJson(" + JavaText.jsonLiteral(json)
                    + ")";
        }
        String call = subject.equals(ASSIGNED) ? accessor(subject) + ".hasAt(" : ".has" + subject + "At(";
        return call + JavaText.literal(path) + ", " + literal(value) + ")";
    }

    private static String literal(JsonNode scalar) {
        if (scalar.isTextual()) {
            return JavaText.literal(scalar.asText());
        }
        if (scalar.isIntegralNumber() && !scalar.canConvertToLong()) {
            return "new java.math.BigInteger(\"" + scalar.asText() + "\")";
        }
        return scalar.isIntegralNumber() && !scalar.canConvertToInt() ? scalar.asText() + "L" : scalar.asText();
    }

    private static String accessor(String subject) {
        return "." + subject.substring(0, 1).toLowerCase(Locale.ROOT) + subject.substring(1) + "()";
    }
}
