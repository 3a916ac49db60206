package io.github.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.expression.InvalidExpressionException;
import io.github.stepunit.expression.Path;
import io.github.stepunit.json.JsonPointer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks into a value by JSONPath, as the machine itself would. */
final class JsonAt {

    private JsonAt() {}

    /**
     * What the path finds; null when it finds nothing.
     *
     * @throws IllegalArgumentException when the path cannot be used here; says what to write
     */
    static @Nullable JsonNode find(String path, JsonNode value) {
        return parse(path).findIn(value);
    }

    /**
     * Where the path finds something.
     *
     * @throws IllegalArgumentException when the path cannot be used here; says what to write
     */
    static List<JsonPointer> places(String path, JsonNode value) {
        return parse(path).placesIn(value);
    }

    private static Path parse(String text) {
        try {
            Path path = Path.parse(text);
            if (!path.isContextPath() && path.variable() == null) {
                return path;
            }
        } catch (InvalidExpressionException invalid) {
            throw new IllegalArgumentException(remedy(text), invalid);
        }
        throw new IllegalArgumentException(remedy(text));
    }

    private static String remedy(String text) {
        return "\"" + text
                + "\" is not a JSONPath into a value. Write it as in the definition, for instance \"$.order.id\""
                + " or \"$.lines[0]\".";
    }
}
