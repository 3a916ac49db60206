package io.github.stepunit.internal.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Timestamps as the Amazon States Language has them: RFC 3339 with seconds, a capital {@code T}, and a capital
 * {@code Z} or an offset with hours and minutes.
 */
public final class Rfc3339 {

    private static final int SHORTEST = "2016-03-14T01:59:00Z".length();
    private static final int OFFSET = "+01:00".length();

    private Rfc3339() {}

    /** The instant, or null when the text is no timestamp. */
    public static @Nullable Instant parse(String text) {
        // The cheap look comes first: Choice rules ask this of any string.
        if (!hasShape(text)) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean hasShape(String text) {
        return text.length() >= SHORTEST
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && hasZone(text);
    }

    private static boolean hasZone(String text) {
        if (text.endsWith("Z")) {
            return true;
        }
        char sign = text.charAt(text.length() - OFFSET);
        return (sign == '+' || sign == '-') && text.charAt(text.length() - 3) == ':';
    }
}
