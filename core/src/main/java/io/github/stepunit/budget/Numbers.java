package io.github.stepunit.budget;

import java.util.Locale;

/** Numbers as tables show them. */
final class Numbers {

    private Numbers() {}

    /** {@code 25,000}. */
    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 81 %}; rounded down, so that 100 means that nothing is left. */
    static String percent(long part, long whole) {
        return part * 100 / whole + " %";
    }
}
