package io.github.stepunit.json;

import com.fasterxml.jackson.databind.JsonNode;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Reads the JSON that a test types, and says of which argument it was when it is none. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class TestInput {

    private static final int EXCERPT = 100;

    private TestInput() {}

    /**
     * The value.
     *
     * @param what how messages call it: {@code input}
     * @param text JSON text; single quotes are allowed
     * @throws InvalidJsonException when it is not JSON
     * @throws NullPointerException when it is null; says what to write
     */
    public static JsonNode parse(String what, @Nullable String text) {
        if (text == null) {
            throw new NullPointerException(
                    "The " + what + " is null, and no JSON text.\n  do    write JSON; JSON null is \"null\".");
        }
        try {
            return JsonText.parseLenient(text);
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
