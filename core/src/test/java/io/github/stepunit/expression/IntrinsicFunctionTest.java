package io.github.stepunit.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonText;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntrinsicFunctionTest {

    private static final FixedScope SCOPE = FixedScope.of(
            """
            {s: 'x', n: null, o: {Arg1: 1, Arg2: [], Arg3: {b: 'q', c: null}}, list: [1, [2, 3], {a: 1}, 'x', 1.5, null],
             blank: ' ', template: 'a{}b\\\\{}', 'a,b)': 5, long: '%s', "it's": 3}"""
                    .formatted("y".repeat(10_001)));

    private static JsonNode call(String text) throws InvalidExpressionException {
        return IntrinsicFunction.parse(text).find(SCOPE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "States.Format('Hi')                                  | \"Hi\"",
                "States.Format('{}-{}', 'a', $.s)                     | \"a-x\"",
                "States.Format('{},{},{}', 1, 1.10, -2e3)             | \"1,1.1,-2000.0\"",
                "States.Format('{} {}', true, null)                   | \"true null\"",
                "States.Format('{}', $.o)                             | \"{Arg1=1, Arg2=[], Arg3={b=q, c=null}}\"",
                "States.Format('{}', $.list)                          | \"[1, [2, 3], {a=1}, x, 1.5, null]\"",
                "States.Format('{}', States.StringToJson('{}'))       | \"{}\"",
                "States.Format('\\{\\} {} it\\'s \\\\ {a}', 1)        | \"{} 1 it's \\\\ {a}\"",
                "States.Format($.template, 7)                         | \"a7b{}\"",
                "States.Format('{}', $['a,b)'])                       | \"5\"",
                "States.Format('{}', $$.Execution.Name)               | \"e-1\"",
                "States.Format('{}', $order.lines[0].sku)             | \"x\"",
                "States.StringToJson('{\"a\": [1, 2.0]}')             | {\"a\":[1,2.0]}",
                "States.StringToJson($.blank)                         | null",
                "States.StringToJson('')                              | null",
                "States.StringToJson('-0')                            | 0",
                "States.JsonToString($.o)          | \"{\\\"Arg1\\\":1,\\\"Arg2\\\":[],\\\"Arg3\\\":{\\\"b\\\":\\\"q\\\",\\\"c\\\":null}}\"",
                "States.JsonToString('a')                             | \"\\\"a\\\"\"",
                "States.Array()                                       | []",
                "States.Array('Foo', 2020, $.o.Arg3, null, 2.3)       | [\"Foo\",2020,{\"b\":\"q\",\"c\":null},null,2.3]",
                "States.ArrayPartition($.list, 4)                     | [[1,[2,3],{\"a\":1},\"x\"],[1.5,null]]",
                "States.ArrayPartition($.list, 2.5)                   | [[1,[2,3],{\"a\":1}],[\"x\",1.5,null]]",
                "States.ArrayPartition(States.Array(), 2)             | []",
                "States.ArrayContains($.list, States.Array(2, 3))     | true",
                "States.ArrayContains($.list, $.n)                    | true",
                "States.ArrayContains($.list, 3)                      | false",
                "States.ArrayRange(1, 9, 2)                           | [1,3,5,7,9]",
                "States.ArrayRange(0, 10, 3)                          | [0,3,6,9]",
                "States.ArrayRange(1, 9, 9)                           | [1]",
                "States.ArrayRange(5, 1, -2)                          | [5,3,1]",
                "States.ArrayRange(5, 1, 2)                           | []",
                "States.ArrayGetItem($.list, 2)                       | {\"a\":1}",
                "States.ArrayLength($.list)                           | 6",
                "States.ArrayUnique(States.Array(1, 1, 'a', 1.5, 'a', null, null)) | [1,\"a\",1.5,null]",
                "States.Base64Encode('Data to encode')                | \"RGF0YSB0byBlbmNvZGU=\"",
                "States.Base64Decode('RGF0YSB0byBlbmNvZGU=')          | \"Data to encode\"",
                "States.Hash('input data', 'SHA-1')                   | \"aaff4a450a104cd177d28d18d74485e8cae074b7\"",
                "States.Hash(States.Array(1), 'MD5')                  | \"35dba5d75538a9bbe0b4da4422759a0e\"",
                "States.JsonMerge($.o.Arg3, States.StringToJson('{\"b\":{}}'), false) | {\"b\":{},\"c\":null}",
                "States.MathAdd(111, -1)                              | 110",
                "States.MathAdd(1.5, -1.5)                            | 1",
                "States.MathAdd(-0.5, 0)                              | 0",
                "States.StringSplit('This.is+a,test=string', '.+,=')  | [\"This\",\"is\",\"a\",\"test\",\"string\"]",
                "States.StringSplit(', , ,', ',')                     | [\" \",\" \"]",
                "States.StringSplit(',,,,', ',')                      | []",
                "States.ArrayLength(  $.list  )                       | 6",
                "States.Array($.list[9])                              | [null]",
                "States.Array($.list[*],$..b)                         | [[1,[2,3],{\"a\":1},\"x\",1.5,null],[\"q\"]]"
            })
    void a_function_gives_what_aws_gives(String call, String result) throws InvalidExpressionException {
        assertThat(JsonText.write(call(call))).isEqualTo(result);
    }

    @Test
    void a_literal_may_hold_raw_line_ends() throws InvalidExpressionException {
        assertThat(call("States.StringSplit('a\nb', '\n')")).isEqualTo(JsonText.parse("[\"a\",\"b\"]"));
    }

    @Test
    void a_merge_has_the_order_of_a_hash_map() throws InvalidExpressionException {
        String call = "States.JsonMerge(States.StringToJson('{\"constant_in_literal\": \"false\"}'),"
                + " States.StringToJson('{\"constant_input_field\": 1}'), false)";

        assertThat(JsonText.write(call(call)))
                .isEqualTo("{\"constant_input_field\":1,\"constant_in_literal\":\"false\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "States.Format('{}')                | The template has 1 placeholders {}, but the number of values is 0",
                "States.Format('a', 1)              | The template has 0 placeholders {}, but the number of values is 1",
                "States.Format(1)                   | Argument 1 must be a string, but was of type number",
                "States.StringToJson('nope')        | Unrecognized token 'nope': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')",
                "States.StringToJson('1 2')         | There is more text after the end of the JSON value",
                "States.ArrayPartition($.list, 0)   | The chunk size must be a positive integer, but was 0",
                "States.ArrayPartition($.s, 1)      | Argument 1 must be an array, but was of type string",
                "States.ArrayRange(1, 1001, 0)      | The step must not be 0",
                "States.ArrayRange(1, 1001, 1)      | The range must not have more than 1000 items, but has 1001",
                "States.ArrayGetItem($.list, 6)     | The index 6 is out of range for an array of length 6",
                "States.ArrayGetItem($.list, -1)    | The index -1 is out of range for an array of length 6",
                "States.Base64Encode($.long)        | Argument 1 must not be longer than 10,000 characters, but has 10001",
                "States.Base64Decode('*')           | The string is not Base64",
                "States.Hash('a', 'sha-1')          | The algorithm must be MD5, SHA-1, SHA-256, SHA-384 or SHA-512, but was 'sha-1'",
                "States.JsonMerge($.o, $.o, true)   | Argument 3 must be false: only a shallow merge is supported",
                "States.JsonMerge($.o, $.s, false)  | Argument 2 must be a JSON object, but was of type string",
                "States.MathAdd('1', 2)             | Argument 1 must be a number, but was of type string",
                "States.MathAdd(2147483647, 1)      | The sum 2147483648 is no integer of 32 bits",
                "States.MathAdd(2147483648, 1)      | Argument 1 must be an integer of 32 bits, but was 2147483648",
                "States.MathRandom(3, 3)            | The start 3 must be less than the end 3"
            })
    void a_function_that_cannot_do_it_fails(String call, String reason) {
        assertThatThrownBy(() -> call(call))
                .isInstanceOfSatisfying(
                        EvaluationException.class, e -> assertThat(e.error()).isEqualTo("States.IntrinsicFailure"))
                .hasMessage("The function '" + call + "' had the following error: " + reason);
    }

    @Test
    void an_argument_without_a_value_is_a_runtime_error_of_the_call_it_stands_in() throws InvalidExpressionException {
        IntrinsicFunction call = IntrinsicFunction.parse("States.Array(States.ArrayLength($.x), 1)");

        assertThatThrownBy(() -> call.find(FixedScope.of("{a: 1}")))
                .isInstanceOfSatisfying(
                        EvaluationException.class, e -> assertThat(e.error()).isEqualTo("States.Runtime"))
                .hasMessage("The function 'States.ArrayLength($.x)' had the following error: The JsonPath argument for"
                        + " the field '$.x' could not be found in the input '{\"a\":1}'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "States.Foo()                | 'States.Foo' at position 1 is no call of an intrinsic function.",
                "States.Format               | 'States.Format' at position 1 is no call of an intrinsic function.",
                "hello                       | 'hello' at position 1 is no call of an intrinsic function.",
                "States.UUID(1)              | States.UUID takes 0 arguments, but has 1.",
                "States.MathRandom(1)        | States.MathRandom takes 2 or 3 arguments, but has 1.",
                "States.Format()             | States.Format takes at least 1 arguments, but has 0.",
                "States.UUID() x             | 'x' stands after the end of the call.",
                "States.Array(1 2)           | ',' is missing at position 16.",
                "States.Array(1,)            | '' at position 16 is no string in single quotes, number, boolean, null, path or function.",
                "States.Array(1              | ',' is missing at position 15.",
                "States.Array('a             | A string is not closed.",
                "States.Array(\"a\")         | '\"a\"' at position 14 is no string in single quotes, number, boolean, null, path or function.",
                "States.Array(01)            | '01' at position 14 is no string in single quotes, number, boolean, null, path or function.",
                "States.Array($.a[b])        | Value must be a valid JSONPath.",
                "States.StringToJson('{\"text\":\"An \\\"escaped\\\"\"}') | A backslash can stand before ' { } and \\ only, not at position 34.",
            })
    void a_malformed_call_is_refused(String call, String message) {
        assertThatThrownBy(() -> IntrinsicFunction.parse(call))
                .isInstanceOf(InvalidExpressionException.class)
                .hasMessage(message);
    }

    @Test
    void calls_nest_ten_deep() throws InvalidExpressionException {
        String ten = "States.Array(".repeat(10) + "States.UUID()" + ")".repeat(10);

        assertThat(call(ten)).isNotNull();
        assertThatThrownBy(() -> IntrinsicFunction.parse("States.Array(" + ten + ")"))
                .isInstanceOf(InvalidExpressionException.class)
                .hasMessage("Intrinsic functions can be nested 10 deep only.");
    }

    @Test
    void a_call_knows_its_name_and_text() throws InvalidExpressionException {
        IntrinsicFunction call = IntrinsicFunction.parse("States.Hash($.a, 'MD5') ");

        assertThat(call.name()).isEqualTo("States.Hash");
        assertThat(call.text()).isEqualTo("States.Hash($.a, 'MD5')");
    }

    @Test
    void randomness_is_the_executions_own() throws InvalidExpressionException {
        IntrinsicFunction uuid = IntrinsicFunction.parse("States.UUID()");
        String first = uuid.find(FixedScope.of("{}")).textValue();

        assertThat(first).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        assertThat(uuid.find(FixedScope.of("{}")).textValue()).isEqualTo(first);
        assertThat(call("States.MathRandom(1, 1000, 42)").intValue()).isEqualTo(1 + new Random(42).nextInt(999));
        for (int i = 0; i < 1000; i++) {
            assertThat(call("States.MathRandom(12.5, 15.51)").intValue()).isBetween(13, 15);
            assertThat(call("States.MathRandom(-2147483648, 2147483647)").isInt())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void no_text_makes_the_parser_stumble(long seed) {
        Random random = new Random(seed);
        String[] parts = {
            "States.",
            "Format",
            "Array",
            "UUID",
            "MathAdd",
            "(",
            ")",
            "()",
            "'",
            ",",
            "{}",
            "\\",
            "$.a",
            "$.list",
            "[",
            "]",
            " ",
            "\n",
            "1",
            "-1.5e3",
            "true",
            "null",
            "é",
            "$",
            "'{}'",
            "States.Array(",
            "States.Format('{}',"
        };
        for (int i = 0; i < 5000; i++) {
            StringBuilder text = new StringBuilder(random.nextInt(5) == 0 ? "" : "States.");
            for (int n = random.nextInt(12); n > 0; n--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            try {
                IntrinsicFunction.parse(text.toString()).find(SCOPE);
            } catch (InvalidExpressionException e) {
                assertThat(e.getMessage()).as("%s", text).endsWith(".");
            } catch (EvaluationException e) {
                assertThat(e.error()).as("%s", text).startsWith("States.");
            }
        }
    }

    @Test
    void a_number_of_more_than_a_thousand_digits_is_refused() {
        assertThatThrownBy(() -> IntrinsicFunction.parse("States.Array(" + "1".repeat(1001) + ")"))
                .isInstanceOf(InvalidExpressionException.class)
                .hasMessage("The number at position 14 has 1001 characters; a number can have 1000 at most.");
    }
}
