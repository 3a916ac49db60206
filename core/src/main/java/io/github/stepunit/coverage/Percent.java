package io.github.stepunit.coverage;

import java.math.BigDecimal;

/** Percentages for people. */
final class Percent {

    private Percent() {}

    /** {@code 90} for 90.0, {@code 92.5} as it is. */
    static String text(double percent) {
        return BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString();
    }
}
