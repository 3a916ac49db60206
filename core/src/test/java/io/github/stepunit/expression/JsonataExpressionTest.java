package io.github.stepunit.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.json.JsonText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSONata as AWS has it (checklist 7). */
class JsonataExpressionTest {

    private static final FixedScope SCOPE =
            FixedScope.of("{a: 1, f: 1.5, s: 'text', n: null, e: [], o: {x: [1, 2, 3], y: {z: 'deep'}}, l: [{k: 1}, {k:"
                    + " 2}], big: 9007199254740993, int64: 9223372036854775807}");

    private static JsonNode find(String text) throws InvalidExpressionException {
        return parse(text).find(SCOPE);
    }

    private static JsonataExpression parse(String text) throws InvalidExpressionException {
        return JsonataExpression.parse("{% " + text + " %}", "Output", JsonataPlace.RESULT, ResultType.ANY);
    }

    private static String written(String text) throws InvalidExpressionException {
        return JsonText.writeCompact(find(text)).replace('"', '\'');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '¬',
            textBlock =
                    """
                    $states.input.a                          | 1
                    $states.input.f * 2                      | 3
                    $states.input.s & '!'                    | 'text!'
                    $states.input.n                          | null
                    $exists($states.input.n)                 | true
                    $type($states.input.n)                   | 'null'
                    $states.input.e                          | []
                    $states.input.o.x                        | [1,2,3]
                    $states.input.o.x[0]                     | 1
                    $states.input.o.x[$ > 1]                 | [2,3]
                    $states.input.l.k                        | [1,2]
                    $states.input.l[k = 2]                   | {'k':2}
                    $states.input.l[k = 2][]                 | [{'k':2}]
                    $states.input.l{$string(k): k}           | {'1':1,'2':2}
                    $states.input.l^(>k).k                   | [2,1]
                    $states.input.o.*.z                      | 'deep'
                    $map($states.input.o.x, function($v, $i) {$v * $i})       | [0,2,6]
                    ($f := function($x)<n:n> {$x + 1}; $f(2))                 | 3
                    $states.context.Execution.Name           | 'e-1'
                    $states.result.a                         | 1
                    $order.id                                | 42
                    $né                                      | 1
                    $keys($states)                           | ['input','context','result']
                    [0]                                      | [0]
                    {'a': [1, {'b': null}]}                  | {'a':[1,{'b':null}]}
                    {'a': $missing, 'b': 1}                  | {'b':1}
                    $states.input.big                        | 9007199254740993
                    $states.input.int64                      | 9223372036854775807
                    $states.input.o = {'x': [1,2,3], 'y': {'z': 'deep'}}      | true
                    $merge([$states.input.o.y, {'b': 1}])    | {'z':'deep','b':1}
                    $distinct([1, 1, $states.input.a])       | [1]
                    /* comment */ 1 /* another */            | 1
                    $contains('abc', /B/i)                   | true
                    """)
    void an_expression_has_a_value(String text, String value) throws InvalidExpressionException {
        assertThat(written(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '¬',
            textBlock =
                    """
                    $partition([1,2,3,4,5], 2)               | [[1,2],[3,4],[5]]
                    $partition([1,2,3], 1.9)                 | [[1],[2],[3]]
                    $partition([0], 4)                       | [[0]]
                    $range(0, 10, 3)                         | [0,3,6,9]
                    $range(3, 1, -1)                         | [3,2,1]
                    $range(1, 9, 9)                          | 1
                    $hash('input data', 'SHA-1')             | 'aaff4a450a104cd177d28d18d74485e8cae074b7'
                    $random(42)                              | 0.7275636800328681
                    $parse('{"a": [1, null]}')           | {'a':[1,null]}
                    $parse('-0')                             | 0
                    $now()                                   | '1970-01-01T00:00:00.000Z'
                    $now('[Y0001]')                          | '1970'
                    $millis()                                | 0
                    $length($uuid())                         | 36
                    $pad('a', 3, '#')                        | 'a##'
                    $pad('a', -3)                            | '  a'
                    $count($shuffle([1,2,3]))                | 3
                    $sort($shuffle([3,1,2]))                 | [1,2,3]
                    """)
    void aws_has_functions_of_its_own(String text, String value) throws InvalidExpressionException {
        assertThat(written(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$doesNotExist",
                "$states.input.nothing",
                "$partition([1], 0)",
                "$partition([], 1)",
                "$range(1, 3)",
                "$range(1, 3, -1)",
                "$range(1, 3, 0)",
                "$hash('a')"
            })
    void what_is_undefined_is_an_error(String text) {
        assertThatThrownBy(() -> find(text))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("The JSONata expression '" + text
                        + "' specified for the field 'Output' returned nothing (undefined).");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '¬',
            textBlock =
                    """
                    $eval('1')                               | . T1006: Attempted to invoke a non-function
                    $nothing(1)                              | . T1006: Attempted to invoke a non-function
                    1 + 'a'                                  | . T2002: The right side of the "+" operator must evaluate to a number
                    $error('broken')                         | . D3137: broken
                    ($f := function($n) {1 + $f($n)}; $f(1)) | : Stack overflow error
                    ($f := function($n) {$f($n + 1)}; $f(1)) | : Expression evaluation timeout
                    $contains('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', /^(a+)+\\1$/) | : Expression evaluation timeout
                    $replace('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', /^(a+)+\\1$/, '') | : Expression evaluation timeout
                    $split('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', /^(a+)+\\1$/) | : Expression evaluation timeout
                    $match('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', /^(a+)+\\1$/) | : Expression evaluation timeout
                    $replace($pad('', 1000000, 'ab'), 'a', $pad('', 1000)) | : Expression evaluation memory limit exceeded
                    $replace($pad('', 1000000, 'ab'), /a/, $pad('', 1000)) | : Expression evaluation memory limit exceeded
                    $join($map([1..1000], function() {$pad('', 100000)})) | : Expression evaluation memory limit exceeded
                    $string($map([1..1000], function() {$pad('', 100000)})) | : Expression evaluation memory limit exceeded
                    $formatInteger(1000000000000, 'I')       | : Expression evaluation memory limit exceeded
                    [1..1000000]                             | : Expression evaluation memory limit exceeded
                    $replace('a', '', 'b')                   | . D3010: Second argument of replace function cannot be an empty string
                    $sqrt(-1)                                | . D3060: The sqrt function cannot be applied to a negative number: -1
                    $uppercase(1)                            | . T0410: Argument 1 of function "uppercase" does not match function signature
                    $replace('a', /x*/, 'b')                 | . D1004: Regular expression matches zero length string
                    $pad('', 100000000)                      | : Expression evaluation memory limit exceeded
                    $range(1, 1000000, 1)                    | : Expression evaluation memory limit exceeded
                    ($f := function($s) {$f($s & $s)}; $f('abcdefgh')) | : Expression evaluation memory limit exceeded
                    $parse('{')                              | : Unable to parse JSON: Unexpected end-of-input: expected close marker for Object (start marker at line 1, column 1)
                    """)
    void what_goes_wrong_is_an_error(String text, String reason) {
        assertThatThrownBy(() -> find(text))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("The JSONata expression '" + text
                        + "' specified for the field 'Output' threw an error during evaluation" + reason);
    }

    @Test
    void numbers_that_JSON_does_not_have_are_text() throws InvalidExpressionException {
        assertThat(written("$number('1e308') * 1")).isEqualTo("1.0E308");
    }

    /** As JSONata 2.0.6 has it; the library differs in some. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '¬',
            textBlock =
                    """
                    $replace('a.b.c', '.', '-')                       | 'a-b-c'
                    $replace('a.b.c', '.', '-', 1)                    | 'a-b.c'
                    $replace('a.b.c', /[a-z]/, '<$0>')                | '<a>.<b>.<c>'
                    $replace('John Smith', /(\\w+)\\s(\\w+)/, '$2, $1') | 'Smith, John'
                    $replace('265USD', /([0-9]+)USD/, '$$$1')         | '$265'
                    $replace('ab', /(a)b/, '[$1$2]')                  | '[a]'
                    $replace('abc', /b/, function($m) {$m.match & $m.start}) | 'ab1c'
                    $replace('a1b2', /\\d/, '#', 1)                   | 'a#b2'
                    $split('a, b', ', ')                              | ['a','b']
                    $split('abc', '')                                 | ['a','b','c']
                    $split('a;b;', ';')                               | ['a','b','']
                    $split('a1b22c', /\\d+/)                          | ['a','b','c']
                    $split('a1b22c', /\\d+/, 2)                       | ['a','b']
                    $match('ab12ab', /ab/, 1).index                   | 0
                    $match('ab12ab', /(b)(\\d)?/).groups              | ['b','1','b',null]
                    $contains('abracadabra', /a.*a/)                  | true
                    $contains('abracadabra', 'x')                     | false
                    $join(['a','b','c'], '-')                         | 'a-b-c'
                    $join(['a','b'])                                  | 'ab'
                    $formatInteger(1999, 'I')                         | 'MCMXCIX'
                    $pad('x', -3, '#')                                | '##x'
                    """)
    void text_is_taken_apart_and_put_together(String text, String expected) throws InvalidExpressionException {
        assertThat(written(text)).isEqualTo(expected);
    }

    /** JSON null is a value for functions too: it is not a missing argument. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '¬',
            textBlock =
                    """
                    $count(null)                                      | 1
                    $states.input.n ~> $count                         | 1
                    $append(null, 1)                                  | [null,1]
                    $reverse(null)                                    | [null]
                    $zip(null, 1)                                     | [[null,1]]
                    $map(null, function($v) { $v = null })            | true
                    $reduce([1], function($a, $b) { $b }, null)       | 1
                    $keys([null, {'a': null}])                        | 'a'
                    $distinct([null, null, 1])                        | [null,1]
                    """)
    void null_is_an_argument(String text, String expected) throws InvalidExpressionException {
        assertThat(written(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '¬',
            textBlock =
                    """
                    $length(null)                | T0410: Argument 1 of function "length" does not match function signature
                    $substring('a', null)        | T0410: Argument 2 of function "substring" does not match function signature
                    $split(null, ',')            | T0410: Argument 1 of function "split" does not match function signature
                    $substring('a', 0, 'b')      | T0410: Argument 3 of function "substring" does not match function signature
                    $contains('a', 1)            | T0410: Argument 2 of function "contains" does not match function signature
                    $map([1], 1)                 | T0410: Argument 2 of function "map" does not match function signature
                    $lookup({'a': 1}, null)      | T0410: Argument 2 of function "lookup" does not match function signature
                    $sum(null)                   | T0412: Argument "null" of function "n" must be an array of {{type}}
                    """)
    void an_argument_of_another_type_is_refused_by_its_number(String text, String reason) {
        assertThatThrownBy(() -> find(text)).hasMessageEndingWith("threw an error during evaluation. " + reason);
    }

    /** Checked against JSONata 2.0.6; the library differs in each. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '¬',
            textBlock =
                    """
                    $join(['', 'a', ''], ',')                         | ',a,'
                    $number('0b11') + $number('0x1F') + $number('1e2')   | 134
                    $toMillis('2020-02')                              | 1580515200000
                    $substring('h😀llo', 1, 1)                        | '😀'
                    $substring('h😀llo', -3, 2)                       | 'll'
                    $substring('abc', 1, $states.input.nothing)       | 'bc'
                    $substringAfter('abc', $states.input.nothing)     | 'abc'
                    $distinct([1, 1])                                 | [1]
                    $encodeUrl('https://x/a b?c=d+é#f')               | 'https://x/a%20b?c=d+%C3%A9#f'
                    $decodeUrl('a+b%2Fc%20%C3%A9')                    | 'a+b%2Fc é'
                    $decodeUrlComponent('a+b%2Fc')                    | 'a+b/c'
                    $sort([{'k': 1, 'v': 'a'}, {'k': 1, 'v': 'b'}, {'k': 0, 'v': 'c'}], function($l, $r) { $l.k > $r.k }).v | ['c','a','b']
                    $map(['1', '[2]'], $parse)                        | [1,[2]]
                    $count($map([1, 2], $uuid))                       | 2
                    ($halves := $split(?, ','); $halves('a,b'))       | ['a','b']
                    ($md5 := $hash(?, 'MD5'); $md5('abc'))            | '900150983cd24fb0d6963f7d28e17f72'
                    $filter(['ab', 'c'], $contains(?, 'a'))           | 'ab'
                    """)
    void functions_do_as_JSONata_has_them(String text, String expected) throws InvalidExpressionException {
        assertThat(written(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '¬',
            textBlock =
                    """
                    $number('abc')                 | . D3030: Unable to cast value to a number: "abc"
                    $number('1e400')               | . D3030: Unable to cast value to a number: "1e400"
                    $toMillis('soon')              | . D3110: The argument of the toMillis function must be an ISO 8601 formatted timestamp. Given "soon"
                    $decodeUrlComponent('%ZZ')     | . D3140: Malformed URL passed to $decodeUrlComponent(): "%ZZ"
                    $assert($states.input.nothing, 'missing') | . D3141: missing
                    $sort(['b', 1])                | . D3070: The single argument form of the sort function can only be applied to an array of strings or an array of numbers.  Use the second argument to specify a comparison function
                    $power(2, $states.input.nothing) | : A function or an operator was given a value that it cannot take
                    """)
    void a_function_says_what_it_cannot_take(String text, String reason) {
        assertThatThrownBy(() -> find(text)).hasMessageEndingWith("threw an error during evaluation" + reason);
    }

    /** Counts how many of its fields are looked at. */
    @SuppressWarnings("unchecked") // deepCopy of Jackson's own
    private static final class CountingObject extends ObjectNode {

        private static final long serialVersionUID = 1L;
        private final int[] looks;

        CountingObject(int[] looks) {
            super(JsonNodeFactory.instance);
            this.looks = looks;
        }

        @Override
        public JsonNode get(String name) {
            looks[0]++;
            return super.get(name);
        }

        @Override
        public Set<Map.Entry<String, JsonNode>> properties() {
            looks[0] += size();
            return super.properties();
        }
    }

    @Test
    void reading_one_field_of_a_large_input_looks_at_no_other() throws InvalidExpressionException {
        int[] looks = {0};
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        var items = input.putObject("data").putArray("items");
        for (int i = 0; i < 2_000; i++) {
            ObjectNode item = new CountingObject(looks);
            item.put("id", i).put("name", "customer " + i).putObject("addr").put("zip", "zip-" + i);
            items.add(item);
        }
        looks[0] = 0;

        JsonNode zip = parse("$states.input.data.items[7].addr.zip").find(FixedScope.of(input));
        JsonNode item = parse("$states.input.data.items[7]").find(FixedScope.of(input));

        assertThat(zip.textValue()).isEqualTo("zip-7");
        assertThat(item).isSameAs(items.get(7));
        assertThat(looks[0]).isLessThanOrEqualTo(2);
    }

    @Test
    void a_budget_ends_at_the_same_step_in_every_run() {
        String text = "$sum($map([1..300000], function($i) {$i + 1}))";
        String first = outcome(text);
        assertThat(outcome(text)).isEqualTo(first);
        assertThat(outcome("$map([1..300000], function($i) {$i in [1..300000]})"))
                .contains("timeout");
    }

    private static String outcome(String text) {
        try {
            return written(text);
        } catch (InvalidExpressionException | EvaluationException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void a_transform_leaves_the_input_as_it_is() throws InvalidExpressionException {
        assertThat(written("$states.input.o.y ~> |$|{'w': 1}|")).isEqualTo("{'z':'deep','w':1}");
        assertThat(SCOPE.input().at("/o/y")).hasToString("{\"z\":\"deep\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"function($x) {$x}", "$sum", "[function($x) {$x}]"})
    void a_function_is_no_result(String text) {
        assertThatThrownBy(() -> find(text))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("The JSONata expression '" + text
                        + "' specified for the field 'Output' returned an unsupported result type.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '¬',
            textBlock =
                    """
                    ARRAY | 1 | Expected 'array', but was 'number' for value: 1
                    ARRAY | null | Expected 'array', but was 'null' for value: null
                    BOOLEAN | 'x' | Expected 'boolean', but was 'string' for value: "x"
                    STRING | {'a': 1} | Expected 'string', but was 'object' for value: {"a":1}
                    """)
    void a_field_takes_its_own_type_only(ResultType type, String text, String message)
            throws InvalidExpressionException {
        JsonataExpression expression = JsonataExpression.parse("{%" + text + "%}", "Field", JsonataPlace.STATE, type);

        assertThatThrownBy(() -> expression.find(SCOPE))
                .isInstanceOf(EvaluationException.class)
                .hasMessage("The JSONata expression '" + text
                        + "' specified for the field 'Field' returned an unexpected result type. " + message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '¬',
            textBlock =
                    """
                    phone                              | Reference to 'phone' at the top level is not supported.
                    `my phone`                         | Reference to 'my phone' at the top level is not supported.
                    $                                  | Reference to '$' at the top level is not supported.
                    $$                                 | Reference to '$$' is not supported.
                    $states.input[$$.x = 1]            | Reference to '$$' is not supported.
                    $.a                                | Reference to '$' at the top level is not supported.
                    {'a': b}                           | Reference to 'b' at the top level is not supported.
                    function($x) { y }                 | Reference to 'y' at the top level is not supported.
                    $states.input.a + b                | Reference to 'b' at the top level is not supported.
                    $sum(items)                        | Reference to 'items' at the top level is not supported.
                    [1, two]                           | Reference to 'two' at the top level is not supported.
                    ($x := 1; y)                       | Reference to 'y' at the top level is not supported.
                    $states.errorOutput                | Field '$states.errorOutput' does not exist.
                    $states.`output`                   | Field '$states.output' does not exist.
                    """)
    void there_is_no_context_item(String text, String message) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(UnsupportedReferenceException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$states.input.(a + b)",
                "$states.input.{'x': a}",
                "$states.input.[a, b]",
                "$states.input.l[a and b].c",
                "$states.input.l^(a, >b)",
                "$states.input.l{a: b}",
                "$states.input.l@$x.($x.k)",
                "$states.input.l#$i.k",
                "$states.input ~> |o|{'a': b}, ['c']|",
                "$states.input.l.$sum(k)",
                "$states.input.\"quoted name\".`another one`",
                "$map($states.input.l, function($v)<o:n>{$v.k in [1..2] or $v.and})",
                "$substring(?, 0, 2)",
                "true and false or null = 1e+5",
                "1 < 2 and 3 > -2"
            })
    void there_is_one_behind_the_first_step(String text) throws InvalidExpressionException {
        assertThat(parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '¬',
            textBlock =
                    """
                    {% 1   | JSONata string must start with {% and end with %}
                    ¬{% 1 %} ¬ | JSONata string must start with {% and end with %}
                    {%}    | JSONata string must start with {% and end with %}
                    {%  %} | Unexpected end of expression
                    {% 1 + %} | Unexpected end of expression
                    {% [1, 2 %} | Expected "]" before end of expression
                    """)
    void what_cannot_be_parsed_is_refused(String source, String message) {
        assertThatThrownBy(() -> JsonataExpression.parse(source, "Output", JsonataPlace.STATE, ResultType.ANY))
                .isInstanceOf(InvalidExpressionException.class)
                .hasMessage(message);
    }

    /** Fails if somebody asks for all of it. */
    @SuppressWarnings({"unchecked", "overrides"})
    private static final class Untouchable extends ObjectNode {

        private static final long serialVersionUID = 1L;

        Untouchable() {
            super(JsonNodeFactory.instance);
        }

        @Override
        public Set<Map.Entry<String, JsonNode>> properties() {
            throw new AssertionError("the whole object was converted");
        }
    }

    @Test
    void what_an_expression_does_not_touch_is_not_converted() throws InvalidExpressionException {
        Untouchable input = new Untouchable();
        ObjectNode part = input.putObject("part");
        part.put("x", 1);

        assertThat(parse("$states.input.part.x").find(FixedScope.of(input))).hasToString("1");
        assertThat(parse("$states.input.part").find(FixedScope.of(input))).isSameAs(part);
        assertThat(parse("$states.input").find(FixedScope.of(input))).isSameAs(input);
        assertThat(parse("{'part': $states.input.part}")
                        .find(FixedScope.of(input))
                        .get("part"))
                .isSameAs(part);
    }

    @Test
    void one_expression_serves_many_threads() throws Exception {
        JsonataExpression shared = parse(
                "($sq := function($x) {$x * $x}; $sum($map($states.input.v, $sq)) & ':' &"
                        + " $join($states.input.v.$string(), ',') & $string($states.input.v ~> $filter(function($x) {$x > 2})))");
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> work = IntStream.range(0, 400)
                    .<Callable<String>>mapToObj(n -> () -> {
                        FixedScope scope = FixedScope.of("{v: [" + n + ", 3, 4]}");
                        String expected = (n * n + 25) + ":" + n + ",3,4" + (n > 2 ? "[" + n + ",3,4]" : "[3,4]");
                        for (int i = 0; i < 20; i++) {
                            assertThat(shared.find(scope).asText()).isEqualTo(expected);
                        }
                        return "";
                    })
                    .toList();
            for (Future<String> each : pool.invokeAll(work)) {
                each.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static final List<String> TOKENS = List.of(
            "$states",
            ".",
            ".input",
            ".result",
            ".l",
            ".o",
            ".x",
            "[",
            "]",
            "(",
            ")",
            "{",
            "}",
            "$",
            "$$",
            "%",
            "*",
            "**",
            "+",
            "-",
            "/",
            "=",
            "!=",
            "<",
            ">",
            "&",
            "and",
            "or",
            "in",
            "?",
            ":",
            ":=",
            ";",
            ",",
            "~>",
            "|",
            "^",
            "@",
            "#",
            "..",
            "'text'",
            "\"t\"",
            "`n`",
            "1",
            "0.5",
            "1e3",
            "null",
            "true",
            "false",
            "name",
            "$f",
            "function($x){",
            "λ",
            "$sum(",
            "$map(",
            "$range(",
            "$partition(",
            "$parse(",
            "$string(",
            "$each(",
            "$sort(",
            "$zip(",
            "$merge(",
            "$lookup(",
            "/a+/i",
            "$split(",
            "$replace(",
            "$eval(",
            "$now(",
            "$toMillis(",
            "$fromMillis(",
            "$formatNumber(",
            "$spread(",
            "$reduce(",
            "$shuffle(",
            "$hash(",
            " ",
            "\\",
            "'",
            "é");

    @Test
    void whatever_is_written_nothing_else_comes_of_it() {
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            int evaluated = 0;
            for (int seed = 0; seed < 40_000; seed++) {
                Random random = new Random(seed);
                StringBuilder text = new StringBuilder(random.nextInt(3) > 0 ? "$states.input" : "");
                for (int i = random.nextInt(9); i >= 0; i--) {
                    text.append(TOKENS.get(random.nextInt(TOKENS.size())));
                }
                try {
                    parse(text.toString()).find(SCOPE);
                    evaluated++;
                } catch (InvalidExpressionException | EvaluationException expected) {
                    assertThat(expected).as(text.toString()).hasMessageNotContaining("null pointer");
                } catch (RuntimeException | Error e) {
                    throw new AssertionError("seed " + seed + ": " + text, e);
                }
            }
            assertThat(evaluated).isGreaterThan(200);
        });
    }

    @Test
    void deep_text_is_refused_and_not_an_overflow() {
        String text = "(".repeat(100_000) + "1" + ")".repeat(100_000);

        assertThatThrownBy(() -> parse(text)).isInstanceOf(InvalidExpressionException.class);
    }
}
