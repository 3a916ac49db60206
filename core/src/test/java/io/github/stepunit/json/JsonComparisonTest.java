package io.github.stepunit.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonComparisonTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 1 | true | true",
                "1 | 1.0 | false | true",
                "1e400 | 1e400 | true | true",
                "1e400 | 1 | false | false",
                "12345678901234567890123 | 12345678901234567890124 | false | false",
                "{\"a\":1,\"b\":[2]} | {\"b\":[2.0],\"a\":1} | false | true",
                "{\"a\":1,\"b\":[2]} | {\"b\":[2],\"a\":1} | true | true",
                "{\"a\":1} | {\"b\":1} | false | false",
                "[1,2] | [2,1] | false | false",
                "[] | {} | false | false",
                "\"1\" | 1 | false | false",
                "null | false | false | false"
            })
    void compares_trees(String left, String right, boolean equal, boolean equalByValue) {
        JsonNode one = JsonText.parse(left);
        JsonNode other = JsonText.parse(right);

        assertThat(JsonComparison.equal(one, other)).isEqualTo(equal).isEqualTo(one.equals(other));
        assertThat(JsonComparison.equalByValue(one, other)).isEqualTo(equalByValue);
        if (equal) {
            assertThat(JsonComparison.hash(one)).isEqualTo(JsonComparison.hash(other));
        }
    }

    @Test
    void compares_what_is_nested_deeper_than_the_stack() {
        JsonNode deep = nested(100_000, 1);

        assertThat(JsonComparison.equal(deep, nested(100_000, 1))).isTrue();
        assertThat(JsonComparison.equalByValue(deep, nested(100_000, 2))).isFalse();
        assertThat(JsonComparison.hash(deep)).isEqualTo(JsonComparison.hash(nested(100_000, 1)));
    }

    private static JsonNode nested(int levels, int innermost) {
        JsonNode value = JsonNodeFactory.instance.numberNode(innermost);
        for (int i = 0; i < levels; i++) {
            value = JsonNodeFactory.instance.arrayNode().add(value);
        }
        return value;
    }
}
