package io.github.stepunit.skeleton;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.json.JsonText;
import org.junit.jupiter.api.Test;

/** What looks for data is bounded, whatever a definition asks. */
class SkeletonBoundsTest {

    /** Against its grain each Or looks at its parts twice, and each And in it again: 2 to the power of 60 without a bound. */
    @Test
    void rules_within_rules_within_rules_come_to_an_end() {
        StringBuilder rule = new StringBuilder("{\"Variable\": \"$.a\", \"NumericEquals\": 1}");
        for (int i = 0; i < 60; i++) {
            rule.insert(0, "{\"" + (i % 2 == 0 ? "Or" : "And") + "\": [").append("]}");
        }
        Assignments assignments = new Assignments();

        assignments.want(JsonText.parse(rule.toString()), true);

        assertThat(assignments.candidates()).hasSize(1);
    }

    @Test
    void conditions_within_conditions_come_to_an_end() {
        String condition = "$a = 1";
        for (int i = 0; i < 60; i++) {
            condition = "(" + condition + (i % 2 == 0 ? ") or $b" : ") and $c");
        }
        Assignments assignments = new Assignments();

        assignments.want(JsonText.parse("{\"Condition\": \"{% " + condition + " %}\"}"), true);

        assertThat(assignments.candidates()).isNotEmpty();
    }
}
