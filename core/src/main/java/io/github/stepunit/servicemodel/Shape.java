package io.github.stepunit.servicemodel;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The form of a value in a service's model. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Shape {

    /**
     * An object with known members.
     *
     * @param members by their names in Step Functions, which have a capital first letter; in the order of the model
     */
    record Structure(Map<String, Member> members) implements Shape {
        public Structure {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /**
     * A member of a structure. Its shape is looked up when asked for, as shapes may contain themselves.
     *
     * @param isRequired whether the service always gives or needs it
     * @param lookUp finds the shape
     */
    record Member(boolean isRequired, Supplier<Shape> lookUp) {

        /** The shape of its value. */
        public Shape shape() {
            return lookUp.get();
        }
    }

    /**
     * An array.
     *
     * @param item what each item is
     * @param range how many items are allowed
     */
    record Array(Supplier<Shape> item, Range range) implements Shape {}

    /** An object with free names. */
    record Dictionary(Supplier<Shape> value) implements Shape {}

    /**
     * A plain value.
     *
     * @param type its type
     * @param range the allowed length of a text, or the allowed numbers
     * @param values the allowed texts; empty when all are
     */
    record Scalar(Type type, Range range, List<String> values) implements Shape {
        public Scalar {
            values = List.copyOf(values);
        }
    }

    /** Any JSON. */
    record Document() implements Shape {}

    /** The types of plain values. Blobs and timestamps are texts in Step Functions. */
    enum Type {
        /** A text. */
        STRING,
        /** A whole number. */
        INTEGER,
        /** A number that may have a fraction. */
        DECIMAL,
        /** True or false. */
        BOOLEAN,
        /** Bytes, as text. */
        BLOB,
        /** A date and time, as text. */
        TIMESTAMP
    }

    /**
     * Limits, both inclusive.
     *
     * @param min null for none
     * @param max null for none
     */
    record Range(@Nullable Double min, @Nullable Double max) {

        /** No limits. */
        public static final Range ANY = new Range(null, null);

        /** Whether that is below the minimum. */
        public boolean isBelow(double value) {
            return min != null && value < min;
        }

        /** Whether that is above the maximum. */
        public boolean isAbove(double value) {
            return max != null && value > max;
        }
    }
}
