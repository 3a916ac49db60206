package io.github.stepunit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.stepunit.expression.Literal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the RFC 3339 timestamps of a definition. */
final class Timestamps {

    /** ASL is stricter than the RFC: a capital T, and a capital Z unless there is an offset. */
    private static final Pattern SHAPE =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");

    private Timestamps() {}

    /** The timestamp as text; null when absent or, with a report, none. */
    static @Nullable Literal read(FieldReader fields, String field) {
        JsonNode value = fields.value(field);
        String text = fields.text(field);
        if (value == null || text == null) {
            return null;
        }
        if (!isTimestamp(text)) {
            fields.problems()
                    .schema(
                            fields.at(field),
                            "String does not match RFC3339 timestamp",
                            "Write it like 2025-01-31T12:00:00Z.");
            return null;
        }
        return new Literal(TextNode.valueOf(text));
    }

    private static boolean isTimestamp(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return false;
        }
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
