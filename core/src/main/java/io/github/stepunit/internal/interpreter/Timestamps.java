package io.github.stepunit.internal.interpreter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Timestamps as the Amazon States Language has them: RFC 3339 with a capital {@code T} and a {@code Z} or an offset. */
final class Timestamps {

    private static final int SHORTEST = "2016-03-14T01:59Z".length();

    private Timestamps() {}

    /** The instant, or null when the text is no timestamp. */
    static @Nullable Instant parse(String text) {
        // The cheap look comes first: Choice rules ask this of any string.
        if (text.length() < SHORTEST || text.charAt(4) != '-' || text.charAt(10) != 'T' || text.endsWith("z")) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
