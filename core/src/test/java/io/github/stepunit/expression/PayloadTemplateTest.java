package io.github.stepunit.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadTemplateTest {

    private static final FixedScope SCOPE = FixedScope.of("{a: {b: [1, 2]}, s: 'x', n: null}");
    private static final JsonPointer AT =
            JsonPointer.ROOT.field("States").field("S").field("Parameters");

    private static PayloadTemplate compile(String template) {
        return PayloadTemplate.compile(JsonText.parseLenient(template), AT, (at, problem) -> {
            throw new AssertionError(at + " " + problem);
        });
    }

    private static List<String> problems(String template) {
        List<String> problems = new ArrayList<>();
        PayloadTemplate.compile(
                JsonText.parseLenient(template),
                AT,
                (at, problem) -> problems.add(problem + " at " + at.toAwsLocation()));
        return problems;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}                                          | {}",
                "{a: '$.a', c: 1}                            | {\"a\":\"$.a\",\"c\":1}",
                "{'a.$': '$.s', c: 1}                        | {\"c\":1,\"a\":\"x\"}",
                "{'v.$': '$.n'}                              | {\"v\":null}",
                "{o: {'p.$': '$.a.b[1]', q: [1, {'r.$': '$$.Execution.Name'}]}} | {\"o\":{\"q\":[1,{\"r\":\"e-1\"}],\"p\":2}}",
                "[{'a.$': '$.s'}, '$.s']                     | [{\"a\":\"x\"},\"$.s\"]",
                "{Comment: 'c', 'comment.$': '$.s'}          | {\"Comment\":\"c\",\"comment\":\"x\"}",
                "{'v.$': '$order.id'}                        | {\"v\":42}",
                "{'v.$': 'States.ArrayLength($.a.b)'}        | {\"v\":2}",
                "{'v.$': '$.a.b[7]'}                         | {\"v\":null}",
                "{'v.$': '$.no.items[*]'}                    | {\"v\":[]}",
                "{'.$': '$.s'}                               | {\"\":\"x\"}",
                "5                                           | 5"
            })
    void a_template_becomes_its_value(String template, String value) {
        assertThat(JsonText.write(compile(template).evaluate(SCOPE))).isEqualTo(value);
    }

    @Test
    void fields_come_in_awss_order() {
        // The rule behind test_start_execution_sync: plain ones as written, then the others as a HashMap has them.
        PayloadTemplate template = compile(
                "{'zeta.$': '$.s', plain: 1, 'Payload.$': '$.s', 'FunctionName.$': '$.s', other: 2, 'alpha.$': '$.s'}");
        List<String> names = new ArrayList<>();
        template.evaluate(SCOPE).fieldNames().forEachRemaining(names::add);

        assertThat(names).containsExactly("plain", "other", "zeta", "FunctionName", "alpha", "Payload");
    }

    @Test
    void what_has_no_path_is_shared_with_the_definition_and_what_was_found_with_its_tree() {
        JsonNode definition = JsonText.parseLenient("{fix: {deep: [1]}, 'v.$': '$.a'}");
        JsonNode value =
                PayloadTemplate.compile(definition, AT, (at, problem) -> {}).evaluate(SCOPE);

        assertThat(value.get("fix")).isSameAs(definition.get("fix"));
        assertThat(value.get("v")).isSameAs(SCOPE.input().get("a"));
        JsonNode constant = JsonText.parseLenient("{a: [1]}");
        assertThat(PayloadTemplate.compile(constant, AT, (at, problem) -> {}).evaluate(SCOPE))
                .isSameAs(constant);
    }

    @Test
    void what_a_template_takes_in_loses_its_blanks() throws InvalidExpressionException {
        // test_map_state_config_inline_parameters
        FixedScope scope = FixedScope.of(JsonText.parse("[\"Hello\", \"World\"]"));
        JsonNode value = compile("{'in.$': '$', 'list.$': 'States.Array($)'}").evaluate(scope);

        assertThat(JsonText.write(value)).isEqualTo("{\"in\":[\"Hello\",\"World\"],\"list\":[[\"Hello\",\"World\"]]}");
        assertThat(JsonText.write(Path.parse("$.in").require(FixedScope.of(value))))
                .isEqualTo("[\"Hello\",\"World\"]");
        assertThat(JsonText.write(
                        ReferencePath.parse("$.x").put(value, scope.input()).get("x")))
                .isEqualTo("[\"Hello\",\"World\"]");
    }

    @Test
    void a_path_without_a_value_is_an_error() {
        PayloadTemplate template = compile("{o: {'value.$': '$.no_such_jsonpath'}}");

        assertThatThrownBy(() -> template.evaluate(FixedScope.of(JsonText.parse("{\"a\": 1}"))))
                .isInstanceOfSatisfying(
                        EvaluationException.class, e -> assertThat(e.error()).isEqualTo("States.Runtime"))
                .hasMessage("The JSONPath '$.no_such_jsonpath' specified for the field 'value.$' could not be found in"
                        + " the input '{\"a\": 1}'");
    }

    @Test
    void problems_are_told_at_the_field() {
        String invalid = " must be a valid JSONPath or a valid intrinsic function call at ";

        assertThat(problems("{'x.$': 'nope', o: [{'y.$': 5}, {'z.$': 'States.Foo()'}]}"))
                .containsExactly(
                        "The value for the field 'x.$'" + invalid + "/States/S/Parameters/x.$",
                        "The value for the field 'y.$'" + invalid + "/States/S/Parameters/o[0]/y.$",
                        "The value for the field 'z.$'" + invalid + "/States/S/Parameters/o[1]/z.$");
        assertThat(problems("{k: 1, 'k.$': '$.a'}"))
                .containsExactly("The fields 'k' and 'k.$' cannot be specified together at /States/S/Parameters/k.$");
        assertThat(problems("{'k.$': '$.a[', Comment: 'x', e: ['a.$', {'f.$': '$'}]}"))
                .isEmpty();
    }
}
