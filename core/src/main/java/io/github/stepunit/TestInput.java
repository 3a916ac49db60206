package io.github.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonText;
import java.util.Objects;

/** Reads the JSON that a test types, and says of which argument it was when it is none. */
final class TestInput {

    private static final int EXCERPT = 100;

    private TestInput() {}

    static JsonNode parse(String what, String text) {
        try {
            return JsonText.parseLenient(Objects.requireNonNull(text, what));
        } catch (InvalidJsonException e) {
            String excerpt = text.length() > EXCERPT ? text.substring(0, EXCERPT) + "…" : text;
            String place = e.line() > 0 ? " (line " + e.line() + ", column " + e.column() + ")" : "";
            throw new InvalidJsonException(
                    "The " + what + " is not JSON: " + e.getMessage() + place + "\n  text  " + excerpt
                            + "\n  do    quote text twice, \"'done'\"; single quotes do for names and text.",
                    e.line(),
                    e.column());
        }
    }
}
