package io.github.stepunit.rules;

import static io.github.stepunit.rules.Asl.failure;
import static io.github.stepunit.rules.Asl.machine;
import static io.github.stepunit.rules.Asl.output;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.history.Trace;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The 39 comparisons of a Choice state, its combinators, and what follows from them (checklist 10). */
class ChoiceTest {

    /** Operator, {@code $.v}, operand, whether it holds: for the literal form and, where there is one, the Path form. */
    private static final String COMPARISONS =
            """
            StringEquals | 'a' | 'a' | true
            StringEquals | 'a' | 'A' | false
            StringEquals | '' | '' | true
            StringLessThan | 'a' | 'b' | true
            StringLessThan | 'b' | 'b' | false
            StringLessThan | 'Z' | 'a' | true
            StringLessThan | 'a' | 'aa' | true
            StringGreaterThan | 'b' | 'a' | true
            StringGreaterThan | 'a' | 'a' | false
            StringLessThanEquals | 'a' | 'a' | true
            StringLessThanEquals | 'b' | 'a' | false
            StringGreaterThanEquals | 'a' | 'a' | true
            StringGreaterThanEquals | 'a' | 'b' | false
            NumericEquals | 0 | 0.0 | true
            NumericEquals | 1e2 | 100 | true
            NumericEquals | 0.1 | 0.10 | true
            NumericEquals | 1 | 2 | false
            NumericEquals | 9007199254740993 | 9007199254740992 | false
            NumericLessThan | -1 | 0 | true
            NumericLessThan | 1.5 | 1 | false
            NumericGreaterThan | 1.5 | 1 | true
            NumericGreaterThan | 1 | 1.0 | false
            NumericLessThanEquals | 1 | 1.0 | true
            NumericLessThanEquals | 2 | 1 | false
            NumericGreaterThanEquals | 1 | 1 | true
            NumericGreaterThanEquals | 12345678901234567890 | 12345678901234567891 | false
            BooleanEquals | true | true | true
            BooleanEquals | false | true | false
            TimestampEquals | '2024-05-01T12:00:00Z' | '2024-05-01T14:00:00+02:00' | true
            TimestampEquals | '2024-05-01T12:00:00.500Z' | '2024-05-01T12:00:00Z' | false
            TimestampEquals | '2024-05-01T12:00:00.000Z' | '2024-05-01T12:00:00Z' | true
            TimestampLessThan | '2024-05-01T12:00:00+01:00' | '2024-05-01T12:00:00Z' | true
            TimestampLessThan | '2024-05-01T12:00:00Z' | '2024-05-01T12:00:00Z' | false
            TimestampGreaterThan | '2024-05-01T12:00:00-01:00' | '2024-05-01T12:00:00Z' | true
            TimestampGreaterThan | '2024-05-01T12:00:00Z' | '2024-05-02T12:00:00Z' | false
            TimestampLessThanEquals | '2024-05-01T12:00:00Z' | '2024-05-01T12:00:00Z' | true
            TimestampLessThanEquals | '2024-05-01T12:00:00.000000001Z' | '2024-05-01T12:00:00Z' | false
            TimestampGreaterThanEquals | '2024-05-01T12:00:00Z' | '2024-05-01T12:00:00Z' | true
            TimestampGreaterThanEquals | '2024-05-01T12:00:00Z' | '2024-05-02T12:00:00Z' | false
            """;

    /** Every operator but the tests of the type, and {@code StringMatches}, with an operand of its own type. */
    private static final List<Arguments> OPERANDS = List.of(
            Arguments.of("String", "'2'"),
            Arguments.of("Numeric", "2"),
            Arguments.of("Timestamp", "'2024-05-01T12:00:00Z'"));

    private static final List<String> RELATIONS =
            List.of("Equals", "LessThan", "GreaterThan", "LessThanEquals", "GreaterThanEquals");

    private static Stream<Arguments> comparisons() {
        return COMPARISONS
                .lines()
                .map(line -> line.split(" \\| ", -1))
                .map(row -> Arguments.of(row[0], row[1], row[2], Boolean.valueOf(row[3])));
    }

    private static String choose(String comparison, String input) {
        return output(machine(
                        """
                        'C': {'Type': 'Choice', 'Choices': [{%s, 'Next': 'Yes'}], 'Default': 'No'},
                        'Yes': {'Type': 'Pass', 'Result': true, 'End': true},
                        'No': {'Type': 'Pass', 'Result': false, 'End': true}
                        """
                                .formatted(comparison))
                .start(Asl.quoted(input)));
    }

    @ParameterizedTest
    @MethodSource("comparisons")
    void a_comparison_holds_or_not_in_both_its_forms(String operator, String value, String operand, boolean holds) {
        assertThat(choose("'Variable': '$.v', '" + operator + "': " + operand, "{'v': " + value + "}"))
                .isEqualTo(String.valueOf(holds));
        assertThat(choose(
                        "'Variable': '$.v', '" + operator + "Path': '$.o'",
                        "{'v': " + value + ", 'o': " + operand + "}"))
                .isEqualTo(String.valueOf(holds));
    }

    @Test
    void the_table_knows_every_comparison_that_has_two_forms() {
        Set<String> known = new LinkedHashSet<>(
                comparisons().map(row -> (String) row.get()[0]).toList());
        Set<String> all = new LinkedHashSet<>(List.of("BooleanEquals"));
        for (Arguments family : OPERANDS) {
            RELATIONS.forEach(relation -> all.add(family.get()[0] + relation));
        }

        // With the Path forms 32; StringMatches and the six tests of the type make 39.
        assertThat(known).containsExactlyInAnyOrderElementsOf(all).hasSize(16);
    }

    @ParameterizedTest
    @FieldSource("OPERANDS")
    void a_value_of_another_type_is_no_error_but_false(String family, String operand) {
        for (String relation : RELATIONS) {
            for (String value : List.of("true", "null", "{}", "[]", "'x'", "2.5", "'2024-05-01 12:00:00'")) {
                boolean sameType = (value.startsWith("'") && family.equals("String"))
                        || (value.equals("2.5") && family.equals("Numeric"));
                if (!sameType) {
                    String rule = "'Variable': '$.v', '" + family + relation;
                    assertThat(choose(rule + "': " + operand, "{'v': " + value + "}"))
                            .isEqualTo("false");
                    assertThat(choose(rule + "Path': '$.v'", "{'v': " + value + "}"))
                            .isEqualTo("false");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            textBlock =
                    """
                    IsNull      | null                      | true
                    IsNull      | 0                         | false
                    IsNumeric   | 1.5                       | true
                    IsNumeric   | '1'                       | false
                    IsString    | ''                        | true
                    IsString    | null                      | false
                    IsBoolean   | false                     | true
                    IsBoolean   | 0                         | false
                    IsTimestamp | '2024-05-01T12:00:00Z'    | true
                    IsTimestamp | '2024-05-01T12:00:00.123456789+05:30' | true
                    IsTimestamp | '2024-05-01T12:00:00'     | false
                    IsTimestamp | '2024-05-01t12:00:00Z'    | false
                    IsTimestamp | '2024-05-01T12:00:00z'    | false
                    IsTimestamp | '2024-05-01'              | false
                    IsTimestamp | '2024-13-01T12:00:00Z'    | false
                    IsTimestamp | 1714564800                | false
                    IsPresent   | null                      | true
                    IsPresent   | 0                         | true
                    """)
    void a_test_of_the_type_can_be_negated(String operator, String value, boolean holds) {
        assertThat(choose("'Variable': '$.v', '" + operator + "': true", "{'v': " + value + "}"))
                .isEqualTo(String.valueOf(holds));
        assertThat(choose("'Variable': '$.v', '" + operator + "': false", "{'v': " + value + "}"))
                .isEqualTo(String.valueOf(!holds));
    }

    @Test
    void is_present_is_the_one_that_may_ask_for_what_is_not_there() {
        assertThat(choose("'Variable': '$.none', 'IsPresent': true", "{}")).isEqualTo("false");
        assertThat(choose("'Variable': '$.none.deeper', 'IsPresent': false", "{}"))
                .isEqualTo("true");
        assertThat(choose("'Variable': '$.a[3]', 'IsPresent': true", "{'a': [1]}"))
                .isEqualTo("false");
        assertThat(choose("'Variable': '$.a.b', 'IsPresent': true", "{'a': 5}")).isEqualTo("false");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            textBlock =
                    """
                    log-*.txt     | log-1.txt   | true
                    log-*.txt     | log-.txt    | true
                    log-*.txt     | log-1.txt~  | false
                    *             | anything    | true
                    *a*b*         | xxaxxbxx    | true
                    *a*b*         | xxbxxaxx    | false
                    *aab          | aaab        | true
                    a             | ab          | false
                    a?c           | abc         | false
                    a.c           | abc         | false
                    a\\\\*c       | a*c         | true
                    a\\\\*c       | abc         | false
                    a\\\\\\\\c    | a\\c        | true
                    a\\\\\\\\*    | a\\xyz      | true
                    """)
    void string_matches_knows_stars_and_escapes(String pattern, String value, boolean holds) {
        // In JSON text a backslash is written twice.
        String text = value.replace("\\", "\\\\");
        assertThat(choose("'Variable': '$.v', 'StringMatches': '" + pattern + "'", "{'v': '" + text + "'}"))
                .isEqualTo(String.valueOf(holds));
    }

    @Test
    void string_matches_an_empty_text_only_by_nothing_or_stars() {
        assertThat(choose("'Variable': '$.v', 'StringMatches': '**'", "{'v': ''}"))
                .isEqualTo("true");
        assertThat(choose("'Variable': '$.v', 'StringMatches': 'a'", "{'v': ''}"))
                .isEqualTo("false");
        assertThat(choose("'Variable': '$.v', 'StringMatches': '*'", "{'v': 5}"))
                .isEqualTo("false");
    }

    @Test
    void many_stars_do_not_make_string_matches_slow() {
        String pattern = "*a".repeat(200) + "b";
        String value = "a".repeat(5_000);

        assertThat(choose("'Variable': '$.v', 'StringMatches': '" + pattern + "'", "{'v': '" + value + "'}"))
                .isEqualTo("false");
    }

    @Test
    void combinators_nest_and_stop_at_the_first_that_decides() {
        String one = "{'Variable': '$.n', 'NumericEquals': 1}";
        String two = "{'Variable': '$.n', 'NumericEquals': 2}";
        String missing = "{'Variable': '$.none', 'NumericEquals': 2}";

        assertThat(choose("'And': [" + one + ", {'Not': " + two + "}]", "{'n': 1}"))
                .isEqualTo("true");
        assertThat(choose("'Or': [" + two + ", " + one + "]", "{'n': 1}")).isEqualTo("true");
        assertThat(choose("'Not': {'Or': [" + one + ", " + two + "]}", "{'n': 1}"))
                .isEqualTo("false");
        assertThat(choose("'And': [" + two + ", " + missing + "]", "{'n': 1}")).isEqualTo("false");
        assertThat(choose("'Or': [" + one + ", " + missing + "]", "{'n': 1}")).isEqualTo("true");
    }

    @Test
    void the_first_rule_that_holds_is_taken_and_the_trace_says_which() {
        String states =
                """
                'C': {'Type': 'Choice', 'Default': 'D', 'Choices': [
                    {'Variable': '$.n', 'NumericGreaterThan': 10, 'Next': 'A'},
                    {'Variable': '$.n', 'NumericGreaterThan': 5, 'Next': 'B'}]},
                'A': {'Type': 'Succeed'}, 'B': {'Type': 'Succeed'}, 'D': {'Type': 'Succeed'}
                """;
        Execution eleven = machine(states).start("{'n': 11}");
        Execution seven = machine(states).start("{'n': 7}");
        Execution one = machine(states).start("{'n': 1}");

        assertThat(EventLines.visited(eleven)).containsExactly("C", "A");
        assertThat(EventLines.visited(seven)).containsExactly("C", "B");
        assertThat(EventLines.visited(one)).containsExactly("C", "D");
        assertThat(eleven.history().events().get(2).trace()).isEqualTo(new Trace.RuleMatched(0));
        assertThat(seven.history().events().get(2).trace()).isEqualTo(new Trace.RuleMatched(1));
        assertThat(one.history().events().get(2).trace()).isEqualTo(new Trace.DefaultTaken());
    }

    @Test
    void without_a_match_and_without_default_the_execution_fails() {
        Execution execution = machine(
                        """
                        'C': {'Type': 'Choice', 'Choices': [{'Variable': '$.n', 'NumericEquals': 1, 'Next': 'A'}]},
                        'A': {'Type': 'Succeed'}
                        """)
                .start("{'n': 2}");

        assertThat(failure(execution))
                .isEqualTo("States.Runtime: Failed to transition out of the state."
                        + " The state does not point to a next state.");
        assertThat(EventLines.of(execution))
                .isEqualTo(
                        """
                        1 0 ExecutionStarted
                        2 0 ChoiceStateEntered C
                        3 2 ExecutionFailed""");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            textBlock =
                    """
                    'Variable': '$.none', 'StringEquals': 'a'     | $.none
                    'Variable': '$.none', 'IsNull': true          | $.none
                    'Variable': '$.v', 'StringEqualsPath': '$.none' | $.none
                    """)
    void a_path_that_finds_nothing_fails_the_execution(String comparison, String path) {
        Execution execution = machine(
                        """
                        'C': {'Type': 'Choice', 'Choices': [{%s, 'Next': 'A'}], 'Default': 'A'}, 'A': {'Type': 'Succeed'}
                        """
                                .formatted(comparison))
                .start("{'v': 'a'}");

        assertThat(failure(execution))
                .isEqualTo("States.Runtime: Invalid path '" + path
                        + "': The choice state's condition path references an invalid value.");
    }

    @Test
    void a_variable_may_point_into_the_context_object() {
        assertThat(choose("'Variable': '$$.State.Name', 'StringEquals': 'C'", "{}"))
                .isEqualTo("true");
    }

    @Test
    void numbers_too_large_for_a_double_are_compared_all_the_same() {
        assertThat(choose("'Variable': '$.v', 'NumericGreaterThan': 1", "{'v': 1e400}"))
                .isEqualTo("true");
        assertThat(choose("'Variable': '$.v', 'NumericLessThan': 1", "{'v': -1e400}"))
                .isEqualTo("true");
    }
}
