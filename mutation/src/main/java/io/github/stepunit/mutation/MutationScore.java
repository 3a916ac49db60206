package io.github.stepunit.mutation;

import java.util.List;
import java.util.Locale;

/**
 * How many mutants the tests notice.
 *
 * @param detected killed or timed out
 * @param valid those, and those that survived or are not covered
 */
record MutationScore(long detected, long valid) {

    static MutationScore of(List<MutantStatus> statuses) {
        long detected = statuses.stream().filter(MutantStatus::isDetected).count();
        return new MutationScore(
                detected,
                detected + statuses.stream().filter(MutantStatus::isUndetected).count());
    }

    /** Where there is no mutant, nothing goes unnoticed. */
    double percent() {
        return valid == 0 ? 100 : 100.0 * detected / valid;
    }

    /** {@code 83.3 %}; never rounded up to what was not reached. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f %%", Math.floor(percent() * 10) / 10);
    }
}
