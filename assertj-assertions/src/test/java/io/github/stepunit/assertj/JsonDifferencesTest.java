package io.github.stepunit.assertj;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.stepunit.json.JsonText;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonDifferencesTest {

    private static List<String> between(String actual, String expected) {
        return JsonDifferences.between(JsonText.parseLenient(actual), JsonText.parseLenient(expected));
    }

    @Test
    void the_order_of_fields_and_the_spelling_of_numbers_do_not_count() {
        assertThat(between("{'a': 1, 'b': [1.0, 1e2]}", "{'b': [1, 100], 'a': 1.00}"))
                .isEmpty();
    }

    @Test
    void each_difference_is_told_with_its_path() {
        assertThat(between(
                        "{'a': {'x y': 1, 'more': []}, 'l': [1, 2, 3]}", "{'a': {'x y': '1'}, 'l': [1, 3], 'n': null}"))
                .containsExactly(
                        "$.a['x y']: expected \"1\" but was 1 (expected a string, but it is a number)",
                        "$.a.more: not expected but was []",
                        "$.l[1]: expected 3 but was 2",
                        "$.l[2]: not expected but was 3",
                        "$.n: expected null but is missing");
        assertThat(between("[1]", "[1, {}]")).containsExactly("$[1]: expected {} but is missing");
        assertThat(between("[]", "{}")).containsExactly("$: expected {} but was []");
    }

    @Test
    void many_differences_are_cut() {
        assertThat(between("[" + "1,".repeat(99) + "1]", "[]")).hasSize(21).endsWith("... and 80 more");
    }

    @Test
    void numbers_without_a_decimal_value_are_compared() {
        assertThat(JsonDifferences.between(JsonText.parse("[1e400]"), JsonText.parse("[1e400]")))
                .isEmpty();
        assertThat(JsonDifferences.between(JsonText.parse("[1e400]"), JsonText.parse("[1]")))
                .hasSize(1);
    }

    @Test
    void values_nested_deeper_than_the_stack_are_compared() {
        assertThat(JsonDifferences.between(nested(100_000, 1), nested(100_000, 1)))
                .isEmpty();
        assertThat(JsonDifferences.between(nested(100_000, 1), nested(100_000, 2)))
                .singleElement()
                .asString()
                .contains(": expected [[[")
                .hasSizeLessThan(2_000);
    }

    private static JsonNode nested(int levels, int innermost) {
        JsonNode value = JsonNodeFactory.instance.numberNode(innermost);
        for (int i = 0; i < levels; i++) {
            value = JsonNodeFactory.instance.arrayNode().add(value);
        }
        return value;
    }
}
