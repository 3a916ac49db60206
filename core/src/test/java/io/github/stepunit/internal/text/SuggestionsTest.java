package io.github.stepunit.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

    private final Suggestions suggestions = new Suggestions(List.of("Charge card", "Ship"));

    @Test
    void a_word_that_is_close_gets_one_each_time() {
        assertThat(suggestions.question("Chrage card")).contains("Did you mean \"Charge card\"?");
        assertThat(suggestions.question("Chrage card")).contains("Did you mean \"Charge card\"?");
        assertThat(suggestions.question("Refund")).isEmpty();
    }

    @Test
    void nobody_reads_the_hundred_and_first() {
        for (int i = 0; i < 99; i++) {
            assertThat(suggestions.question("word " + i)).isEmpty();
        }
        assertThat(suggestions.question("Shop")).isPresent();
        assertThat(suggestions.question("Shap")).isEqualTo(Optional.empty());
        assertThat(suggestions.question("Shop")).isPresent();
    }
}
