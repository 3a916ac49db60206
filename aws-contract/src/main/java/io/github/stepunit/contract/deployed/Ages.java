package io.github.stepunit.contract.deployed;

import java.time.Duration;

/** Ages as messages show them. */
final class Ages {

    private Ages() {}

    /** {@code just now}, {@code 5 minutes ago}, {@code 41 days ago}. */
    static String ago(Duration age) {
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return count(age.toMinutes(), "minute");
        }
        return age.toDays() < 1 ? count(age.toHours(), "hour") : count(age.toDays(), "day");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s") + " ago";
    }
}
