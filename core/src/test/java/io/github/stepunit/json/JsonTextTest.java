package io.github.stepunit.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @Test
    void a_message_has_no_place_of_jackson_s_own() {
        assertThatExceptionOfType(InvalidJsonException.class)
                .isThrownBy(() -> TestInput.parse("input of the execution", "{'orderId': 42"))
                .withMessage(
                        """
                        The input of the execution is not JSON: Unexpected end-of-input: expected close marker for Object (start marker at line 1, column 1) (line 1, column 15)
                          text  {'orderId': 42
                          do    quote text twice, "'done'"; single quotes do for names and text.""");
    }

    @Test
    void null_is_no_text() {
        assertThatNullPointerException()
                .isThrownBy(() -> TestInput.parse("expected output", null))
                .withMessage(
                        """
                        The expected output is null, and no JSON text.
                          do    write JSON; JSON null is "null".""");
    }

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "0.0",
                "1.1",
                "-0.0",
                "1.789180622E9",
                "12345678901",
                "123456789012345678901234567890",
                "true",
                "null",
                "\"a\\\"\\\\\\n\\u0001é€😀/\"",
                "[]",
                "{}",
                "[1,[],{\"a\":{\"b\":[null,false]},\"\":\"\"},2]"
            })
    void what_is_compact_comes_back_as_it_was(String text) {
        assertThat(JsonText.writeCompact(JsonText.parse(text))).isEqualTo(text);
        assertThat(JsonText.write(JsonText.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"-0,0", "1e2,100.0", "1E400,'\"Infinity\"'"})
    void numbers_are_written_as_jackson_writes_them(String text, String written) {
        assertThat(JsonText.write(JsonText.parse(text))).isEqualTo(written);
    }

    @Test
    void an_untouched_container_keeps_its_text() {
        JsonNode input = JsonText.parse("[[1, 2, 3], [4, 5, 6]]");

        assertThat(JsonText.write(input)).isEqualTo("[[1, 2, 3], [4, 5, 6]]");
        assertThat(JsonText.writeCompact(input)).isEqualTo("[[1,2,3],[4,5,6]]");
        assertThat(JsonText.write(input.get(0))).isEqualTo("[1,2,3]");
    }

    @Test
    void an_array_of_results_joins_their_texts_and_its_items_have_none() {
        JsonNode result = JsonText.arrayOf(List.of(JsonText.parse("[1, 2]"), NODES.textNode("a")));
        JsonNode nested = JsonText.arrayOf(List.of(result));

        assertThat(JsonText.write(nested)).isEqualTo("[[[1, 2],\"a\"]]");
        assertThat(nested).isEqualTo(JsonText.parse("[[[1,2],\"a\"]]"));
        assertThat(new PayloadSize().of(nested)).isEqualTo(14);
        assertThat(JsonText.write(nested.get(0))).isEqualTo("[[1,2],\"a\"]");
        assertThat(JsonText.write(JsonText.arrayOf(List.of()))).isEqualTo("[]");
    }

    @Test
    void a_part_of_something_new_is_written_compactly() {
        JsonNode input = JsonText.parse("[1, 2]");
        JsonNode composed = NODES.objectNode().set("a", input);

        assertThat(JsonText.write(composed)).isEqualTo("{\"a\":[1,2]}");
        PayloadSize sizes = new PayloadSize();
        assertThat(sizes.of(input)).isEqualTo(6);
        assertThat(sizes.of(composed)).isEqualTo(11);
        assertThat(JsonText.write(JsonText.withoutText(input))).isEqualTo("[1,2]");
    }

    @Test
    void a_container_with_text_equals_an_ordinary_one_both_ways_and_copies_to_one() {
        JsonNode withText = JsonText.parse("{ \"a\": [1] }");
        ObjectNode ordinary = NODES.objectNode();
        ordinary.putArray("a").add(1);

        assertThat(withText).isEqualTo(ordinary).hasSameHashCodeAs(ordinary);
        assertThat(ordinary).isEqualTo(withText);
        assertThat(JsonText.write(withText.deepCopy())).isEqualTo("{\"a\":[1]}");
        assertThat(JsonText.write(JsonText.parseWithoutText("{ \"a\": [1] }"))).isEqualTo("{\"a\":[1]}");
    }

    @Test
    void of_two_equal_names_the_last_wins() {
        assertThat(JsonText.parse("{\"a\":1,\"a\":2}").get("a").intValue()).isEqualTo(2);
    }

    @Test
    void the_message_is_jacksons_own_and_the_place_is_beside_it() {
        assertThatThrownBy(() -> JsonText.parse("not a definition"))
                .isInstanceOfSatisfying(InvalidJsonException.class, e -> {
                    assertThat(e.line()).isEqualTo(1);
                    assertThat(e.column()).isEqualTo(4);
                })
                .hasMessage("Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token"
                        + " 'null', 'true' or 'false')");
        assertThatThrownBy(() -> JsonText.parse("{\n 'a': 1}"))
                .isInstanceOfSatisfying(
                        InvalidJsonException.class, e -> assertThat(e.line()).isEqualTo(2))
                .hasMessage("Unexpected character (''' (code 39)): was expecting double-quote to start field name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "1 2", "{} {}", "[1,]", "{\"a\" 1}", "[", "nul", "\"a", "01", "'a'", "{a:1}"})
    void anything_but_one_json_value_is_refused(String text) {
        assertThatThrownBy(() -> JsonText.parse(text)).isInstanceOf(InvalidJsonException.class);
    }

    @Test
    void blanks_around_the_value_are_fine() {
        assertThat(JsonText.parse(" \n 2 ").intValue()).isEqualTo(2);
    }

    @Test
    void a_thousand_levels_are_read_and_written_and_more_are_refused() {
        String deep = "[".repeat(1000) + "]".repeat(1000);

        assertThat(JsonText.writeCompact(JsonText.parse(deep))).isEqualTo(deep);
        assertThatThrownBy(() -> JsonText.parse("[" + deep + "]"))
                .isInstanceOf(InvalidJsonException.class)
                .hasMessage("The JSON is nested more than 1000 levels deep");
    }

    @Test
    void a_tree_that_a_loop_nested_is_written_however_deep_it_is() {
        JsonNode tree = NODES.nullNode();
        for (int i = 0; i < 100_000; i++) {
            tree = NODES.objectNode().set("a", tree);
        }
        assertThat(JsonText.write(tree)).hasSize(100_000 * 6 + 4);
        assertThat(new PayloadSize().of(tree)).isEqualTo(100_000 * 6 + 4);
    }

    @Test
    void lenient_text_may_have_single_quotes_and_bare_names() {
        assertThat(JsonText.parseLenient("{orderId: 42, 'name': 'it\"s'}"))
                .isEqualTo(JsonText.parse("{\"orderId\":42,\"name\":\"it\\\"s\"}"));
        assertThat(JsonText.write(JsonText.parseLenient("{a: [1, 2]}"))).isEqualTo("{\"a\":[1,2]}");
        assertThatThrownBy(() -> JsonText.parseLenient("{a: }")).isInstanceOf(InvalidJsonException.class);
    }

    @Test
    void lenient_text_that_is_strict_json_keeps_its_text() {
        assertThat(JsonText.write(JsonText.parseLenient("[1, 2]"))).isEqualTo("[1, 2]");
    }

    @Test
    void a_number_that_json_cannot_write_becomes_a_string() {
        assertThat(JsonText.write(NODES.arrayNode().add(DoubleNode.valueOf(Double.NaN))))
                .isEqualTo("[\"NaN\"]");
    }

    @Test
    void an_excerpt_leaves_out_the_metadata_of_services_before_it_cuts_anything() {
        JsonNode answer = JsonText.parse(
                """
                {"ExecutedVersion":"$LATEST","SdkHttpMetadata":{"AllHttpHeaders":{"Connection":["keep-alive"]},"HttpStatusCode":200},\
                "SdkResponseMetadata":{"RequestId":"r-1"},"Payload":{"receipt":"r-1"},"SdkHttpMetadat":{"x":1}}""");
        assertThat(JsonText.excerpt(answer, 300)).isEqualTo(JsonText.writeCompact(answer));
        assertThat(JsonText.excerpt(answer, 200))
                .isEqualTo("{\"ExecutedVersion\":\"$LATEST\",\"SdkHttpMetadata\":…,\"SdkResponseMetadata\":…,"
                        + "\"Payload\":{\"receipt\":\"r-1\"},\"SdkHttpMetadat\":{\"x\":1}}");
        assertThat(JsonText.excerpt(answer, 48)).isEqualTo("{\"ExecutedVersion\":\"$LATEST\",\"SdkHttpMetadata\":…...");
    }

    @Test
    void an_excerpt_ends_where_the_message_does() {
        JsonNode value = JsonText.parse("{\"a\": [1, \"" + "x".repeat(300_000) + "\"]}");

        assertThat(JsonText.excerpt(value, 11)).isEqualTo("{\"a\":[1,\"xx...");
        assertThat(JsonText.excerpt(JsonText.parse("[1, 2]"), 5)).isEqualTo("[1,2]");
        assertThat(JsonText.excerpt(JsonText.parse("[\"😀\"]"), 3)).isEqualTo("[\"...");
    }
}
