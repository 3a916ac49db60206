package io.github.stepunit.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DidYouMeanTest {

    @Test
    void another_case_is_closest() {
        assertThat(DidYouMean.closest("outputpath", List.of("InputPath", "OutputPath")))
                .containsExactly("OutputPath", "InputPath");
    }

    @Test
    void one_wrong_letter_is_close() {
        assertThat(DidYouMean.question("Fulfill", List.of("Refuse", "Fulfil"))).contains("Did you mean \"Fulfil\"?");
    }

    @Test
    void another_word_is_not_close() {
        assertThat(DidYouMean.question("Ship", List.of("Charge", "Refund"))).isEmpty();
    }

    @Test
    void short_words_need_to_be_very_close() {
        assertThat(DidYouMean.closest("A", List.of("B", "CD"))).containsExactly("B");
    }

    @Test
    void very_long_words_are_not_compared() {
        assertThat(DidYouMean.closest("a".repeat(201), List.of("a".repeat(202))))
                .isEmpty();
    }
}
