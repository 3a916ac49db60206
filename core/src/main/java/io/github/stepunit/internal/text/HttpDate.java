package io.github.stepunit.internal.text;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * The date of an HTTP header: {@code Sun, 06 Nov 1994 08:49:37 GMT} (RFC 9110 §5.6.7). By hand, since the answer of every
 * function in every test has one, and a formatter of the JDK takes longer than the rest of the answer.
 */
public final class HttpDate {

    private static final int SHORT = 3;
    private static final int TWO_DIGITS = 10;

    private HttpDate() {}

    /** In seconds; what is below them is cut. */
    public static String of(Instant time) {
        LocalDateTime utc = LocalDateTime.ofEpochSecond(time.getEpochSecond(), 0, ZoneOffset.UTC);
        StringBuilder date = new StringBuilder(shortened(utc.getDayOfWeek().name())).append(", ");
        two(date, utc.getDayOfMonth())
                .append(' ')
                .append(shortened(utc.getMonth().name()));
        date.append(' ').append(utc.getYear());
        two(date.append(' '), utc.getHour());
        two(date.append(':'), utc.getMinute());
        return two(date.append(':'), utc.getSecond()).append(" GMT").toString();
    }

    private static String shortened(String name) {
        return name.charAt(0) + name.substring(1, SHORT).toLowerCase(Locale.ROOT);
    }

    private static StringBuilder two(StringBuilder date, int number) {
        return (number < TWO_DIGITS ? date.append('0') : date).append(number);
    }
}
