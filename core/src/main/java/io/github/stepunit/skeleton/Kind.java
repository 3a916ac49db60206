package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What kind of value an expression takes. */
enum Kind {
    /** Any. */
    ANY,
    /** Text. */
    TEXT,
    /** A number. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** A point in time as text. */
    TIMESTAMP,
    /** JSON as text. */
    JSON_TEXT,
    /** An array. */
    ARRAY,
    /** An array of texts. */
    TEXTS,
    /** An array of numbers. */
    NUMBERS,
    /** An object. */
    OBJECT;

    private static final String EARLY = "2025-01-01T00:00:00Z";
    private static final List<Kind> TO_TRY =
            List.of(OBJECT, ARRAY, NUMBER, TEXT, TEXTS, JSON_TEXT, BOOLEAN, TIMESTAMP, NUMBERS);

    /** A value of it. */
    JsonNode example(String name) {
        return switch (this) {
            case ANY, TEXT -> Values.text(name);
            case NUMBER -> Values.number(1);
            case BOOLEAN -> Values.truth(true);
            case TIMESTAMP -> Values.text(EARLY);
            case JSON_TEXT -> Values.text("{}");
            case ARRAY -> Values.array().add(Values.object());
            case TEXTS -> Values.array().add(name);
            case NUMBERS -> Values.array().add(1);
            case OBJECT -> Values.object();
        };
    }

    boolean fits(@Nullable JsonNode value) {
        if (value == null) {
            return false;
        }
        return switch (this) {
            case ANY -> !value.isNull();
            case TEXT -> value.isTextual();
            case NUMBER -> value.isNumber();
            case BOOLEAN -> value.isBoolean();
            case TIMESTAMP -> value.isTextual() && value.textValue().matches("\\d{4}-\\d{2}-.*");
            case JSON_TEXT -> Values.parsed(value) != null;
            case ARRAY -> value.isArray();
            case TEXTS -> value.isArray() && (value.isEmpty() || value.get(0).isTextual());
            case NUMBERS -> value.isArray() && (value.isEmpty() || value.get(0).isNumber());
            case OBJECT -> value.isObject();
        };
    }

    /** What to try when this kind was refused. */
    static Kind toTry(int number) {
        return TO_TRY.get(number % TO_TRY.size());
    }

    static int countToTry() {
        return TO_TRY.size();
    }

    /** Both. */
    Kind and(Kind other) {
        return this == ANY || (this == ARRAY && (other == TEXTS || other == NUMBERS)) ? other : this;
    }
}
