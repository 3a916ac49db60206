package io.github.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.history.Excerpt;
import io.github.stepunit.json.JsonComparison;
import io.github.stepunit.json.JsonPointer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Compares two JSON values by structure: the order of fields does not count, that of elements does, and numbers are equal
 * when their values are ({@code 1}, {@code 1.0} and {@code 1e0}): JSON knows one kind of number.
 */
final class JsonDifferences {

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int SHOWN = 20;

    /** Below this level differences are told as a whole: nobody reads such a path, and Java's stack has an end. */
    private static final int DEPTH = 100;

    private final List<String> found = new ArrayList<>();
    private final Set<JsonPointer> ignored;

    private JsonDifferences(Set<JsonPointer> ignored) {
        this.ignored = ignored;
    }

    /** A sentence for each difference, with its path; empty when the two are equal. */
    static List<String> between(JsonNode actual, JsonNode expected) {
        return between(actual, expected, List.of());
    }

    /**
     * The same, without what these paths lead to in either of the two.
     *
     * @throws IllegalArgumentException when a path cannot be used here; says what to write
     */
    static List<String> between(JsonNode actual, JsonNode expected, List<String> ignoredPaths) {
        Set<JsonPointer> ignored = new HashSet<>();
        for (String each : ignoredPaths) {
            ignored.addAll(JsonAt.places(each, actual));
            ignored.addAll(JsonAt.places(each, expected));
        }
        JsonDifferences differences = new JsonDifferences(ignored);
        differences.compare("$", JsonPointer.ROOT, 0, actual, expected);
        return differences.shown();
    }

    private List<String> shown() {
        if (found.size() <= SHOWN) {
            return found;
        }
        List<String> shown = new ArrayList<>(found.subList(0, SHOWN));
        shown.add("... and " + (found.size() - SHOWN) + " more");
        return shown;
    }

    private void compare(String path, JsonPointer at, int depth, JsonNode actual, JsonNode expected) {
        if (ignored.contains(at)) {
            return;
        }
        if (depth < DEPTH && actual.isObject() && expected.isObject()) {
            compareFields(path, at, depth + 1, actual, expected);
        } else if (depth < DEPTH && actual.isArray() && expected.isArray()) {
            compareElements(path, at, depth + 1, actual, expected);
        } else if (!JsonComparison.equalByValue(actual, expected)) {
            found.add(path + ": expected " + text(expected) + " but was " + text(actual) + kinds(actual, expected));
        }
    }

    /** {@code "42"} and {@code 42} look alike. */
    private static String kinds(JsonNode actual, JsonNode expected) {
        boolean lookAlike = actual.isValueNode()
                && expected.isValueNode()
                && actual.isTextual() != expected.isTextual()
                && actual.asText().equals(expected.asText());
        return lookAlike ? " (expected a " + kind(expected) + ", but it is a " + kind(actual) + ")" : "";
    }

    private static String kind(JsonNode value) {
        return value.isTextual() ? "string" : value.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private void compareFields(String path, JsonPointer at, int depth, JsonNode actual, JsonNode expected) {
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            String fieldPath = path + step(field.getKey());
            JsonPointer place = at.field(field.getKey());
            JsonNode value = actual.get(field.getKey());
            if (value == null) {
                add(place, fieldPath + ": expected " + text(field.getValue()) + " but is missing");
            } else {
                compare(fieldPath, place, depth, value, field.getValue());
            }
        }
        for (Map.Entry<String, JsonNode> field : actual.properties()) {
            if (!expected.has(field.getKey())) {
                add(
                        at.field(field.getKey()),
                        path + step(field.getKey()) + ": not expected but was " + text(field.getValue()));
            }
        }
    }

    private void compareElements(String path, JsonPointer at, int depth, JsonNode actual, JsonNode expected) {
        for (int i = 0; i < Math.max(actual.size(), expected.size()); i++) {
            String elementPath = path + "[" + i + "]";
            JsonPointer place = at.index(i);
            if (i >= actual.size()) {
                add(place, elementPath + ": expected " + text(expected.get(i)) + " but is missing");
            } else if (i >= expected.size()) {
                add(place, elementPath + ": not expected but was " + text(actual.get(i)));
            } else {
                compare(elementPath, place, depth, actual.get(i), expected.get(i));
            }
        }
    }

    private void add(JsonPointer at, String difference) {
        if (!ignored.contains(at)) {
            found.add(difference);
        }
    }

    private static String step(String name) {
        return PLAIN_NAME.matcher(name).matches() ? "." + name : "['" + name.replace("'", "\\'") + "']";
    }

    private static String text(JsonNode value) {
        return Excerpt.of(value, Excerpt.WHOLE);
    }
}
