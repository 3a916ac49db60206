package io.github.stepunit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.stepunit.expression.Literal;
import io.github.stepunit.internal.text.Rfc3339;
import org.jspecify.annotations.Nullable;

/** Reads the RFC 3339 timestamps of a definition. */
final class Timestamps {

    private Timestamps() {}

    /** The timestamp as text; null when absent or, with a report, none. */
    static @Nullable Literal read(FieldReader fields, String field) {
        JsonNode value = fields.value(field);
        String text = fields.text(field);
        if (value == null || text == null) {
            return null;
        }
        if (Rfc3339.parse(text) == null) {
            fields.problems()
                    .schema(
                            fields.at(field),
                            "String does not match RFC3339 timestamp",
                            "Write it like 2025-01-31T12:00:00Z.");
            return null;
        }
        return new Literal(TextNode.valueOf(text));
    }
}
