package io.github.stepunit.history;

import java.time.Duration;
import java.util.Locale;
import org.apiguardian.api.API;

/** Virtual time as messages and reports show it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class VirtualTime {

    private VirtualTime() {}

    /** Time since the start of the execution: {@code +00:01:04}, {@code +00:00:00.250}, {@code +2d 03:00:00}. */
    public static String offset(Duration sinceStart) {
        String days = sinceStart.toDays() == 0 ? "" : sinceStart.toDays() + "d ";
        String clock = String.format(
                Locale.ROOT,
                "%02d:%02d:%02d",
                sinceStart.toHoursPart(),
                sinceStart.toMinutesPart(),
                sinceStart.toSecondsPart());
        return "+" + days + clock + millis(sinceStart);
    }

    /** A length of time: {@code 3s}, {@code 1m 4s}, {@code 2d 3h}, {@code 0.250s}. */
    public static String length(Duration duration) {
        if (duration.isNegative()) {
            return "-" + length(duration.negated());
        }
        StringBuilder text = new StringBuilder();
        append(text, duration.toDays(), "d");
        append(text, duration.toHoursPart(), "h");
        append(text, duration.toMinutesPart(), "m");
        String millis = millis(duration);
        if (duration.toSecondsPart() != 0 || !millis.isEmpty() || text.length() == 0) {
            text.append(text.length() == 0 ? "" : " ")
                    .append(duration.toSecondsPart())
                    .append(millis)
                    .append("s");
        }
        return text.toString();
    }

    private static void append(StringBuilder text, long amount, String unit) {
        if (amount != 0) {
            text.append(text.length() == 0 ? "" : " ").append(amount).append(unit);
        }
    }

    private static String millis(Duration duration) {
        return duration.toMillisPart() == 0 ? "" : String.format(Locale.ROOT, ".%03d", duration.toMillisPart());
    }
}
