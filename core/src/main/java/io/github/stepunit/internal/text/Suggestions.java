package io.github.stepunit.internal.text;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * "Did you mean" for many words and the same candidates. Each word is compared with all candidates, so that a text full of
 * mistakes would take the square of its length: nobody reads the suggestion for the hundredth word, which gets none.
 */
public final class Suggestions {

    private static final int MOST_WORDS = 100;

    private final Collection<String> candidates;
    private final Map<String, Optional<String>> questions = new HashMap<>();

    /** @param candidates what the words may have been meant to be */
    public Suggestions(Collection<String> candidates) {
        this.candidates = candidates;
    }

    /** The question {@code Did you mean "x"?}; empty when no candidate is close, and for words that come too late. */
    public Optional<String> question(String word) {
        Optional<String> known = questions.get(word);
        if (known != null) {
            return known;
        }
        if (questions.size() == MOST_WORDS) {
            return Optional.empty();
        }
        Optional<String> question = DidYouMean.question(word, candidates);
        questions.put(word, question);
        return question;
    }
}
