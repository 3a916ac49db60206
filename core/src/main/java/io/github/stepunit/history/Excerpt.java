package io.github.stepunit.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonText;
import org.apiguardian.api.API;

/** Values and texts as messages show them: on one line, and cut when they are long. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Excerpt {

    /** Where a value that matters to a message is cut, in characters. */
    public static final int WHOLE = 500;

    private Excerpt() {}

    /** The value as compact JSON text, cut after that many characters. Never writes more of it than it shows. */
    public static String of(JsonNode value, int limit) {
        return JsonText.excerpt(value, limit);
    }

    /** The text on one line, cut after that many characters with a note of how long it is. */
    public static String of(String text, int limit) {
        if (text.length() <= limit) {
            return onOneLine(text);
        }
        // Not in the middle of a surrogate pair.
        int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        return onOneLine(text.substring(0, end)) + "... (" + text.length() + " characters)";
    }

    private static String onOneLine(String text) {
        return text.replace("\r", "\\r").replace("\n", "\\n");
    }
}
