package io.github.stepunit.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.PathNotFoundException;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.json.RandomJson;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTest {

    private static final FixedScope SCOPE = FixedScope.of(
            """
            {a: {b: 1, n: null, s: 'x', list: [1, 2, {y: [7, 8]}], 'x-y': 5, vctype: {'@context': 9}, 'sp ace': 3},
             k: [{x: 'FAIL', v: 1}, {x: 'OK', v: 2}], '': 4, 'c:d': 7, "it's": 8, "say \\"hi\\"": 9}""");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "$                  | ~~",
                "$.a.b              | /a/b",
                "$.a.nothing        | none",
                "$.k[*].v           | /k/0/v, /k/1/v",
                "$.k[-1]            | /k/1",
                "$..y               | /a/list/2/y",
                "$.k[?(@.v > 1)].x  | /k/1/x",
                "$.a['x-y']         | /a/x-y",
                "$.a['sp ace']      | /a/sp ace",
                "$var.a             | none",
                "$$.a               | none",
            })
    void says_where_it_finds_something(String path, String places) throws InvalidExpressionException {
        String found = Path.parse(path).placesIn(SCOPE.input()).stream()
                .map(String::valueOf)
                .collect(Collectors.joining(", "));

        assertThat(found).isEqualTo(places.equals("none") ? "" : places);
    }

    @Test
    void finds_places_by_names_that_look_like_steps() throws InvalidExpressionException {
        JsonNode value = JsonText.parseLenient("{\"a']['b\": 1, \"a\": {\"c\": [2]}}");

        assertThat(Path.parse("$.*").placesIn(value).stream().map(String::valueOf))
                .containsExactly("/a']['b", "/a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "$.a.b                       | 1",
                "$['a'][\"b\"]               | 1",
                "$[ 'a' ].b                  | 1",
                "$.a.n                       | null",
                "$.a.list[2].y[1]            | 8",
                "$.a.list[-1].y              | [7,8]",
                "$.a.x-y                     | 5",
                "$.a['sp ace']               | 3",
                "$.a.vctype.@context         | 9",
                "$.c:d                       | 7",
                "$['']                       | 4",
                "$['it\\'s']                 | 8",
                "$.k.[0].v                   | 1",
                "$$.Execution.Input.a        | 7",
                "$$.Execution['Name']        | \"e-1\"",
                "$order.id                   | 42",
                "$order['lines'][0].sku      | \"x\"",
                "$né                         | 1",
                "$.k[*].v                    | [1,2]",
                "$.k[0:1].v                  | [1]",
                "$..v                        | [1,2]",
                "$.k[?(@.x=='OK')].v         | [2]",
                "$.k[?(@.x==FAIL)].v         | [1]",
                "$.k[?(@.x == FAIL && @.v == 1)].v | [1]",
                "$.k[?(@.v != null)].v       | [1,2]",
                "$order.lines[*].sku         | [\"x\"]",
                "$.k[0]['x','v']             | {\"x\":\"FAIL\",\"v\":1}",
                "$.k.length()                | 2",
                "$.no[*]                     | []",
                "$.no.items[1:].itemValue    | []",
                "$.k[7:]                     | []",
                "$.a.b[?(@.c)]               | []"
            })
    void a_path_finds_its_value(String path, String value) throws InvalidExpressionException {
        assertThat(Path.parse(path).find(SCOPE)).isEqualTo(JsonText.parse(value));
        assertThat(Path.parse(path + " ").require(SCOPE)).isEqualTo(JsonText.parse(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$.X                  | No results for path: $['X']",
                "$.no.such.path       | Missing property in path $['no']",
                "$.a.no[0]            | Missing property in path $['a']['no']",
                "$$.Task.Token        | Missing property in path $['Task']",
                "$order.total         | No results for path: $['total']",
                "$.a.s[0]             | Filter: [0] can only be applied to arrays. Current context is: \"x\"",
            })
    void without_a_value_require_says_what_aws_says(String path, String cause) throws InvalidExpressionException {
        Path parsed = Path.parse(path);

        assertThat(parsed.find(SCOPE)).isNull();
        assertThatThrownBy(() -> parsed.require(SCOPE))
                .isInstanceOfSatisfying(
                        EvaluationException.class, e -> assertThat(e.error()).isEqualTo("States.Runtime"))
                .hasMessage("Invalid path '" + path + "' : " + cause);
    }

    @Test
    void an_index_past_the_end_is_absent_in_a_choice_and_null_elsewhere() throws InvalidExpressionException {
        Path path = Path.parse("$.a.list[3]");

        assertThat(path.find(SCOPE)).isNull();
        assertThat(path.require(SCOPE)).isEqualTo(NullNode.getInstance());
    }

    @Test
    void a_variable_that_was_never_assigned_is_an_error() throws InvalidExpressionException {
        Path path = Path.parse("$total.net");

        assertThatThrownBy(() -> path.find(SCOPE))
                .isInstanceOfSatisfying(
                        EvaluationException.class, e -> assertThat(e.error()).isEqualTo("States.Runtime"))
                .hasMessage("The variable '$total' in the path '$total.net' has no value yet.");
    }

    @Test
    void a_backslash_in_a_name_is_a_letter() throws InvalidExpressionException {
        // test_escape_sequence_parsing__ESCAPE_SEQUENCES_JSONPATH
        JsonNode input = JsonText.parse("{\"Test\\\\\\\"\\\"Name\\\"\":1}");

        assertThat(Path.parse("$['Test\\\"\"Name\"']").find(FixedScope.of(input)))
                .isEqualTo(JsonText.parse("1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"$", "$.a", "$['a b'].c", "$[0]", "$.a[0]['b'][\"c\"]", "$$.Map.Item.Value", "$v", "$v.a[3]"})
    void steps_make_a_reference_path(String path) throws InvalidExpressionException {
        assertThat(Path.parse(path).isReferencePath()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$..a",
                "$.a[*]",
                "$.*",
                "$.a[1:]",
                "$.a[0,1]",
                "$['a','b']",
                "$.a[?(@.b)]",
                "$.a.@b",
                "$.a[-1]",
                "$.a.length()",
                "$.a,b",
                "$.a:b"
            })
    void anything_more_makes_none(String path) throws InvalidExpressionException {
        assertThat(Path.parse(path).isReferencePath()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " $.a",
                "a",
                "x.y",
                "$.",
                "$.a.",
                "$.a b",
                "$. a",
                "$..",
                "$.a[]",
                "$.a[b]",
                "$.a['b",
                "$.a[?(@.x==)]",
                "$.a[1",
                "$.a[99999999999]",
                "$name b",
                "$1",
                "$name-x",
                "{$.a}",
                "$$$.a"
            })
    void what_is_no_path_is_refused(String path) {
        assertThatThrownBy(() -> Path.parse(path))
                .isInstanceOf(InvalidExpressionException.class)
                .hasMessage("Value must be a valid JSONPath.");
    }

    @Test
    void a_path_tells_where_it_leads() throws InvalidExpressionException {
        assertThat(Path.parse("$.a").isContextPath()).isFalse();
        assertThat(Path.parse("$.a").variable()).isNull();
        assertThat(Path.parse("$$.a").isContextPath()).isTrue();
        assertThat(Path.parse("$a1_ü.b").variable()).isEqualTo("a1_ü");
        assertThat(Path.parse("$.a.b ").text()).isEqualTo("$.a.b ");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void our_own_walk_finds_what_jayway_finds(long seed) throws InvalidExpressionException {
        Random random = new Random(seed);
        Configuration jayway = Configuration.builder()
                .jsonProvider(new JacksonJsonNodeJsonProvider())
                .mappingProvider(new JacksonMappingProvider())
                .build();
        for (int i = 0; i < 500; i++) {
            JsonNode input = RandomJson.tree(random, 5);
            String path = "$" + pathInto(input, random);
            assertThat(Path.parse(path).findOrNullPastTheEnd(FixedScope.of(input)))
                    .as("seed %d: %s in %s", seed, path, input)
                    .isEqualTo(read(path, input, jayway));
        }
    }

    private static String pathInto(JsonNode node, Random random) {
        if (random.nextInt(6) == 0) {
            return random.nextInt(3) == 0 ? ".missing" : "";
        }
        if (node.isArray() && !node.isEmpty()) {
            int index = random.nextInt(node.size() + 1);
            String shown = random.nextInt(4) == 0 ? String.valueOf(index - node.size()) : String.valueOf(index);
            JsonNode next = node.get(index);
            return "[" + shown + "]" + (next == null || shown.startsWith("-") ? "" : pathInto(next, random));
        }
        if (node.isObject() && !node.isEmpty()) {
            Map.Entry<String, JsonNode> field = node.properties().stream()
                    .skip(random.nextInt(node.size()))
                    .findFirst()
                    .orElseThrow();
            return name(field.getKey(), random) + pathInto(field.getValue(), random);
        }
        return random.nextBoolean() ? "" : random.nextBoolean() ? ".x" : "[0]";
    }

    private static String name(String name, Random random) {
        if (name.contains("\\")) {
            // Here we follow the recording, and Jayway does not.
            return "";
        }
        boolean plain = !name.isEmpty() && name.chars().allMatch(Character::isLetterOrDigit);
        return plain && random.nextBoolean() ? "." + name : "['" + name + "']";
    }

    private static @Nullable JsonNode read(String path, JsonNode input, Configuration jayway) {
        try {
            return JsonPath.compile(path).read(input, jayway);
        } catch (PathNotFoundException e) {
            return null;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void no_text_makes_the_parser_stumble(long seed) {
        Random random = new Random(seed);
        String[] parts = {
            "$",
            ".",
            "..",
            "[",
            "]",
            "'",
            "\"",
            "*",
            "?",
            "(",
            ")",
            "@",
            "a",
            "b1",
            "0",
            "-1",
            ":",
            ",",
            "==",
            "&&",
            "\\",
            " ",
            "\n",
            "é",
            "😀",
            "length()",
            "=~",
            "/",
            "{",
            "}",
            "States.Array",
            "concat("
        };
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder(random.nextInt(5) == 0 ? "" : "$");
            for (int n = random.nextInt(10); n > 0; n--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            try {
                Path.parse(text.toString()).find(SCOPE);
            } catch (InvalidExpressionException e) {
                assertThat(e).hasMessage("Value must be a valid JSONPath.");
            } catch (EvaluationException e) {
                assertThat(e.error()).as("%s", text).isEqualTo("States.Runtime");
            }
        }
    }
}
