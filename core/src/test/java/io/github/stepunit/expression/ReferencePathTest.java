package io.github.stepunit.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.json.RandomJson;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencePathTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "$            | {a: 1}              | 9",
                "$.b          | {a: 1}              | {a: 1, b: 9}",
                "$.a          | {a: 1, b: 2}        | {a: 9, b: 2}",
                "$.x.y.z      | {a: 1}              | {a: 1, x: {y: {z: 9}}}",
                "$['x y'].z   | {}                  | {'x y': {z: 9}}",
                "$[0]         | [1, 2]              | [9, 2]",
                "$[1].a       | [1, {}]             | [1, {a: 9}]",
                "$.a[1].b.c   | {a: [0, {b: {d: 1}}]} | {a: [0, {b: {d: 1, c: 9}}]}"
            })
    void the_value_goes_where_the_path_leads(String path, String target, String expected)
            throws InvalidExpressionException {
        JsonNode result = ReferencePath.parse(path).put(JsonText.parseLenient(target), JsonText.parse("9"));

        assertThat(result).isEqualTo(JsonText.parseLenient(expected));
        assertThat(JsonText.write(result)).isEqualTo(JsonText.writeCompact(JsonText.parseLenient(expected)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$.a|5",
                "$.a|null",
                "$.a|[1]",
                "$.a.b|{\"a\":5}",
                "$.a.b|{\"a\":null}",
                "$[2]|[1,2]",
                "$[0]|{}",
                "$.a[0]|{\"b\": 1}"
            })
    void where_no_container_is_the_path_cannot_lead_through(String path, String target)
            throws InvalidExpressionException {
        ReferencePath parsed = ReferencePath.parse(path);

        assertThatThrownBy(() -> parsed.put(JsonText.parse(target), JsonText.parse("9")))
                .isInstanceOfSatisfying(EvaluationException.class, e -> assertThat(e.error())
                        .isEqualTo("States.ResultPathMatchFailure"))
                .hasMessage("Unable to apply Reference Path " + path + " to input " + target);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a       | Value is not a Reference Path: Reference path didn't start with '$'",
                "$$.a    | Value is not a Reference Path",
                "$v.a    | Value is not a Reference Path",
                "$.a[*]  | Value is not a Reference Path",
                "$.a[-1] | Value is not a Reference Path",
                "$.a.    | Value must be a valid JSONPath."
            })
    void other_paths_are_refused(String path, String message) {
        assertThatThrownBy(() -> ReferencePath.parse(path))
                .isInstanceOf(InvalidExpressionException.class)
                .hasMessage(message);
    }

    @Test
    void what_is_not_on_the_path_is_shared() throws InvalidExpressionException {
        JsonNode target = JsonText.parse("{\"a\":{\"b\":{}},\"c\":{}}");
        JsonNode result = ReferencePath.parse("$.a.x").put(target, JsonText.parse("1"));

        assertThat(result.get("c")).isSameAs(target.get("c"));
        assertThat(result.at("/a/b")).isSameAs(target.at("/a/b"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void what_was_put_is_found_and_nothing_is_changed(long seed) throws InvalidExpressionException {
        Random random = new Random(seed);
        String[] steps = {".a", ".b", "['c d']", "[0]", "[1]", ".Z9"};
        int put = 0;
        for (int i = 0; i < 2000; i++) {
            JsonNode target = RandomJson.tree(random, 4);
            JsonNode value = RandomJson.tree(random, 1);
            JsonNode before = target.deepCopy();
            StringBuilder path = new StringBuilder("$");
            for (int n = random.nextInt(4); n > 0; n--) {
                path.append(steps[random.nextInt(steps.length)]);
            }
            try {
                JsonNode result = ReferencePath.parse(path.toString()).put(target, value);
                put++;
                assertThat(Path.parse(path.toString()).find(FixedScope.of(result)))
                        .isSameAs(value);
            } catch (EvaluationException e) {
                assertThat(e.error()).isEqualTo("States.ResultPathMatchFailure");
            }
            assertThat(target).isEqualTo(before);
        }
        assertThat(put).isGreaterThan(500);
    }
}
