package io.github.stepunit.internal.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the words that somebody who mistyped one probably meant. */
public final class DidYouMean {

    private static final int LONGEST_WORD = 200;
    private static final int SLIP = 2;

    private DidYouMean() {}

    /** The question {@code Did you mean "x"?} for the closest candidate; empty when none is close. */
    public static Optional<String> question(String word, Collection<String> candidates) {
        return closest(word, candidates).stream().findFirst().map(best -> "Did you mean \"" + best + "\"?");
    }

    /** The candidates that are close to the word, closest first. */
    public static List<String> closest(String word, Collection<String> candidates) {
        record Scored(String candidate, int distance) {}
        List<Scored> close = new ArrayList<>();
        int tolerance = tolerance(word);
        for (String candidate : candidates) {
            if (Math.abs(word.length() - candidate.length()) > tolerance) {
                continue; // each letter too many costs one
            }
            int distance = distance(word, candidate);
            if (!candidate.equals(word) && distance <= tolerance) {
                close.add(new Scored(candidate, distance));
            }
        }
        close.sort(Comparator.comparingInt(Scored::distance));
        return close.stream().map(Scored::candidate).toList();
    }

    /** Whether the word is the other one but for a slip of the fingers or two. */
    public static boolean isSlipOf(String word, String other) {
        return distance(word, other) <= SLIP;
    }

    private static int tolerance(String word) {
        return Math.max(1, Math.min(4, word.length() / 3));
    }

    /** Levenshtein's distance without regard to case; very long words count as far from everything. */
    private static int distance(String one, String other) {
        if (one.length() > LONGEST_WORD || other.length() > LONGEST_WORD) {
            return Integer.MAX_VALUE;
        }
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            previous = nextRow(a.charAt(i - 1), i, b, previous);
        }
        return previous[b.length()];
    }

    private static int[] nextRow(char letter, int row, String b, int[] previous) {
        int[] current = new int[previous.length];
        current[0] = row;
        for (int j = 1; j <= b.length(); j++) {
            int substitution = previous[j - 1] + (letter == b.charAt(j - 1) ? 0 : 1);
            current[j] = Math.min(substitution, 1 + Math.min(previous[j], current[j - 1]));
        }
        return current;
    }
}
