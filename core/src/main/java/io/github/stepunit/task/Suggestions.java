package io.github.stepunit.task;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** "Did you mean …?" */
final class Suggestions {

    private Suggestions() {}

    /** The candidate that {@code text} was probably meant to be, or null when none is near or it is one of them. */
    static @Nullable String closest(String text, Collection<String> candidates) {
        if (candidates.contains(text)) {
            return null;
        }
        int tolerated = Math.max(2, text.length() / 4);
        return candidates.stream()
                .filter(candidate -> distance(text, candidate) <= tolerated)
                .min(Comparator.comparingInt(candidate -> distance(text, candidate)))
                .orElse(null);
    }

    /** Levenshtein's, without regard to case. */
    private static int distance(String left, String right) {
        String from = left.toLowerCase(Locale.ROOT);
        String to = right.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
