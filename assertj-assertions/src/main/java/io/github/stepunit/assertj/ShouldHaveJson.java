package io.github.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.history.Excerpt;
import io.github.stepunit.json.JsonText;
import java.util.List;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/** A payload is not as expected. */
final class ShouldHaveJson extends BasicErrorMessageFactory {

    private ShouldHaveJson(String format, Object... arguments) {
        super(format, arguments);
    }

    static @Nullable ErrorMessageFactory unlessEqual(JsonValue value, JsonNode expected) {
        JsonNode actual = value.node();
        if (actual == null) {
            return shouldExist(value, expected);
        }
        List<String> differences = JsonDifferences.between(actual, expected, value.ignoredPaths());
        return differences.isEmpty() ? null : shouldEqual(value, actual, expected, differences);
    }

    private static ErrorMessageFactory shouldExist(JsonValue value, JsonNode expected) {
        return new ShouldHaveJson(
                "\nExpecting %s to be\n  %s\nbut %s\n\n%s",
                unquotedString(value.label()),
                unquotedString(text(expected)),
                unquotedString(value.absence()),
                unquotedString(value.story()));
    }

    /** For assertions that need a value whatever it is. */
    static ErrorMessageFactory shouldExist(JsonValue value) {
        return new ShouldHaveJson(
                "\nExpecting a value for %s\nbut %s\n\n%s",
                unquotedString(value.label()), unquotedString(value.absence()), unquotedString(value.story()));
    }

    static ErrorMessageFactory shouldNotExist(JsonValue value, JsonNode actual) {
        return new ShouldHaveJson(
                "\nExpecting no value for %s\nbut it is\n  %s\n\n%s",
                unquotedString(value.label()), unquotedString(text(actual)), unquotedString(value.story()));
    }

    static ErrorMessageFactory shouldConvert(JsonValue value, Class<?> type, String reason) {
        return new ShouldHaveJson(
                "\nExpecting %s to be readable as\n  %s\nbut Jackson says\n  %s\n\n%s",
                unquotedString(value.label()),
                type,
                unquotedString(Excerpt.of(reason, Excerpt.WHOLE)),
                unquotedString(value.story()));
    }

    private static ErrorMessageFactory shouldEqual(
            JsonValue value, JsonNode actual, JsonNode expected, List<String> differences) {
        return new Differing(
                JsonText.writeIndented(actual),
                JsonText.writeIndented(expected),
                "\nExpecting %s to be\n  %s%s\nbut it is\n  %s\nDifferences:\n  %s%s\n\n%s",
                unquotedString(value.label()),
                unquotedString(text(expected)),
                unquotedString(
                        value.ignoredPaths().isEmpty()
                                ? ""
                                : "\nwhatever is at\n  " + String.join(", ", value.ignoredPaths())),
                unquotedString(text(actual)),
                unquotedString(String.join("\n  ", differences)),
                unquotedString(hint(actual, expected)),
                unquotedString(value.story()));
    }

    private static String hint(JsonNode actual, JsonNode expected) {
        return expected.isTextual() && actual.isContainerNode()
                ? "\nHere a String is taken as a string. To compare a part with JSON text, go there: after output(), input()"
                        + " or taskInput() with at(path).isEqualToJson(text)."
                : "";
    }

    private static String text(JsonNode node) {
        return Excerpt.of(node, Excerpt.WHOLE);
    }
}
