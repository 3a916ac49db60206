package io.github.stepunit.rules;

import static io.github.stepunit.rules.Asl.failure;
import static io.github.stepunit.rules.Asl.graph;
import static io.github.stepunit.rules.Asl.output;
import static io.github.stepunit.rules.Asl.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What JSONata states do (checklist 7, 8, 9, 11, 13). Expressions have backticks where JSONata has quotes. */
class JsonataTest {

    private static final String JSONATA = "'QueryLanguage': 'JSONata'";
    private static final String Z = ", 'Z': {'Type': 'Succeed'}";

    private static StateMachine machine(String states) {
        return StateMachine.of(quoted("{" + JSONATA + ", " + graph(states) + "}"));
    }

    private static String quoted(String text) {
        return text.replace('\'', '"').replace('`', '\'');
    }

    private static Execution run(String states, String input) {
        return machine(states).withTasks(Answers.echo()).start(input);
    }

    private static Execution pass(String fields) {
        return run("'S': {'Type': 'Pass', 'End': true, " + fields + "}", "{'a': 1, 'list': [1, 2]}");
    }

    private static String task(String fields) {
        return "'T': {'Type': 'Task', 'Resource': 'arn:aws:lambda:us-east-1:123456789012:function:f', " + fields + "}";
    }

    // --- data flow

    @Test
    void without_fields_a_state_passes_its_input_on_as_it_came() {
        Execution execution = run("'S': {'Type': 'Pass', 'Next': 'Z'}" + Z, "{\"a\":   1}");

        assertThat(JsonText.write(execution.output())).isEqualTo("{\"a\":   1}");
    }

    @Test
    void the_output_may_have_expressions_anywhere() {
        assertThat(output(pass("'Output': {'x': '{% $states.input.a + 1 %}', 'y': ['{% $states.input.list %}', 'plain',"
                        + " {'z': null}], 'x.$': '$.a'}")))
                .isEqualTo("{'x':2,'y':[[1,2],'plain',{'z':null}],'x.$':'$.a'}");
    }

    @Test
    void a_task_gets_its_arguments_and_its_result_is_the_output() {
        Answers answers = Answers.of("T", TaskOutcome.succeed(Asl.json("{r: 2}")));
        Execution execution = machine(task("'Arguments': {'b': '{% $states.input.a %}'}, 'End': true"))
                .withTasks(answers)
                .start("{'a': 1}");

        assertThat(text(answers.invocation(0).input())).isEqualTo("{'b':1}");
        assertThat(output(execution)).isEqualTo("{'r':2}");
    }

    @Test
    void output_and_assign_see_the_result_and_the_values_at_entry() {
        Execution execution = run(
                "'A': {'Type': 'Pass', 'Assign': {'x': 1}, 'Next': 'T'}, "
                        + task("'Arguments': 5, 'Assign': {'x': '{% $states.result + $x %}'}, 'Output': '{% [$x,"
                                + " $states.result, $states.input.a] %}', 'Next': 'B'")
                        + ", 'B': {'Type': 'Pass', 'Output': '{% [$states.input, $x] %}', 'End': true}",
                "{'a': 7}");

        assertThat(output(execution)).isEqualTo("[1,5,7,6]");
    }

    @Test
    void a_catcher_sees_the_error_output() {
        Execution execution = machine(
                        task("'Catch': [{'ErrorEquals': ['E'], 'Assign': {'e': '{% $states.errorOutput.Error %}'},"
                                        + " 'Output': {'cause': '{% $states.errorOutput.Cause %}', 'in': '{% $states.input.a %}'},"
                                        + " 'Next': 'B'}], 'Output': 'unused', 'End': true")
                                + ", 'B': {'Type': 'Pass', 'Output': '{% [$e, $states.input] %}', 'End': true}")
                .withTasks(Answers.of("T", TaskOutcome.fail("E", "c")))
                .start("{'a': 1}");

        assertThat(output(execution)).isEqualTo("['E',{'cause':'c','in':1}]");
    }

    @Test
    void a_catcher_without_output_passes_the_error_output_on() {
        Execution execution = machine(task("'Catch': [{'ErrorEquals': ['E'], 'Next': 'Z'}], 'End': true") + Z)
                .withTasks(Answers.of("T", TaskOutcome.fail("E", "c")))
                .start("{'a': 1}");

        assertThat(output(execution)).isEqualTo("{'Error':'E','Cause':'c'}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    1 | {'rule':1}
                    2 | {'input':{'n':2}}
                    3 | {'default':3}
                    """)
    void a_choice_leaves_by_its_rule_or_by_its_default(int n, String output) {
        String states =
                "'C': {'Type': 'Choice', 'Choices': [{'Condition': '{% $states.input.n = 1 %}', 'Output': {'rule': 1}, 'Assign':"
                        + " {'v': 1}, 'Next': 'Z'}, {'Condition': '{% $states.input.n = 2 %}', 'Output': {'input': '{%"
                        + " $states.input %}'}, 'Next': 'Z'}], 'Output': {'default': '{% $states.input.n %}'}, 'Default': 'Z'}"
                        + Z;

        assertThat(output(run(states, "{'n': " + n + "}"))).isEqualTo(output);
    }

    @Test
    void a_map_has_items_and_a_selector() {
        String states = "'M': {'Type': 'Map', 'Items': '{% $states.input.list %}', 'ItemSelector': {'i': '{%"
                + " $states.context.Map.Item.Index %}', 'v': '{% $states.context.Map.Item.Value * $states.input.by %}'},"
                + " 'MaxConcurrency': '{% 1 + 1 %}', 'ItemProcessor': {"
                + graph("'P': {'Type': 'Pass', 'Output': '{% $states.input.v + $states.input.i %}', 'End': true}")
                + "}, 'Output': '{% $sum($states.result) %}', 'End': true}";

        assertThat(output(run(states, "{'list': [1, 2, 3], 'by': 10}"))).isEqualTo("63");
    }

    @Test
    void a_parallel_gives_its_arguments_to_each_branch() {
        String states = "'P': {'Type': 'Parallel', 'Arguments': '{% $states.input.a %}', 'Branches': [{"
                + graph("'X': {'Type': 'Pass', 'End': true}") + "}, {"
                + graph("'Y': {'Type': 'Pass', 'Output': '{% $states.input + 1 %}', 'End': true}")
                + "}], 'End': true}";

        assertThat(output(run(states, "{'a': 1}"))).isEqualTo("[1,2]");
    }

    @Test
    void a_fail_computes_its_error() {
        Execution execution =
                run("'F': {'Type': 'Fail', 'Error': '{% `E` & $states.input.a %}', 'Cause': 'plain'}", "{'a': 1}");

        assertThat(execution.error()).isEqualTo("E1");
        assertThat(execution.cause()).isEqualTo("plain");
    }

    @Test
    void a_wait_computes_its_time() {
        Execution execution = run(
                "'W': {'Type': 'Wait', 'Seconds': '{% $states.input.a * 30 %}', 'Next': 'V'}, 'V': {'Type': 'Wait',"
                        + " 'Timestamp': '{% $fromMillis($millis() + 60000) %}', 'End': true}",
                "{'a': 2}");

        assertThat(Duration.between(
                        execution.startTime(), EventLines.last(execution).timestamp()))
                .isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void a_timeout_may_be_computed() {
        Execution execution = machine(task("'TimeoutSeconds': '{% $states.input.a * 5 %}', 'End': true"))
                .withTasks(Answers.of("T", TaskOutcome.neverAnswer()))
                .start("{'a': 2}");

        assertThat(EventLines.times(execution, "LambdaFunctionTimedOut")).containsExactly("10s");
    }

    @Test
    void the_languages_share_their_variables() {
        StateMachine mixed = StateMachine.of(quoted("{"
                + graph("'A': {'Type': 'Pass', 'Assign': {'x.$': '$.a'}, 'Next': 'B'}, 'B': {'Type': 'Pass', "
                        + JSONATA
                        + ", 'Assign': {'y': '{% $x + 1 %}'}, 'Next': 'C'}, 'C': {'Type': 'Pass', 'Parameters': {'x.$':"
                        + " '$x', 'y.$': '$y'}, 'End': true}")
                + "}"));

        assertThat(output(mixed.start("{'a': 1}"))).isEqualTo("{'x':1,'y':2}");
    }

    @Test
    void the_same_seed_draws_the_same() {
        StateMachine drawing =
                machine("'S': {'Type': 'Pass', 'Output': '{% [$uuid(), $random(), $now()] %}', 'End': true}");

        assertThat(output(drawing.start("{}"))).isEqualTo(output(drawing.start("{}")));
    }

    // --- errors

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    'Output': '{% $no %}'                      | Output        | '$no' specified for the field 'Output' returned nothing (undefined).
                    'Output': {'v': [1, '{% $no %}']}          | Output/v[1]   | '$no' specified for the field 'Output/v[1]' returned nothing (undefined).
                    'Assign': {'v': '{% $states.input.b %}'}   | Assign/v      | '$states.input.b' specified for the field 'Assign/v' returned nothing (undefined).
                    'Output': '{% 1 + `x` %}'                  | Output        | '1 + `x`' specified for the field 'Output' threw an error during evaluation. T2002: The right side of the "+" operator must evaluate to a number
                    """)
    void an_expression_that_fails_fails_the_state(String fields, String location, String cause) {
        Execution execution = pass(fields);

        assertThat(failure(execution))
                .isEqualTo("States.QueryEvaluationError: The JSONata expression " + cause.replace('`', '\''));
        assertThat(EventLines.of(execution))
                .isEqualTo(
                        """
                        1 0 ExecutionStarted
                        2 0 PassStateEntered S
                        3 0 EvaluationFailed
                        4 3 ExecutionFailed""");
        assertThat(execution.history().events().get(2).details())
                .isEqualTo(
                        new HistoryEventDetails.EvaluationFailed(execution.error(), execution.cause(), location, "S"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    'Type': 'Choice', 'Choices': [{'Condition': '{% 1 %}', 'Next': 'Z'}], 'Default': 'Z' | Choices[0]/Condition
                    'Type': 'Wait', 'Seconds': '{% -1 %}', 'Next': 'Z'                                    | Seconds
                    'Type': 'Wait', 'Seconds': '{% 1.5 %}', 'Next': 'Z'                                   | Seconds
                    'Type': 'Wait', 'Timestamp': '{% `today` %}', 'Next': 'Z'                             | Timestamp
                    'Type': 'Fail', 'Error': '{% 1 %}'                                                    | Error
                    'Type': 'Choice', 'Choices': [{'Condition': '{% true %}', 'Output': '{% $no %}', 'Next': 'Z'}] | Choices[0]/Output
                    """)
    void a_field_that_takes_another_type_fails_the_state(String fields, String location) {
        Execution execution = run(
                "'A': {'Type': 'Choice', 'Choices': [{'Condition': false, 'Next': 'Z'}], 'Default': 'S'}, 'S': {"
                        + fields + "}" + Z,
                "{}");

        assertThat(execution.error()).isEqualTo("States.QueryEvaluationError");
        assertThat(execution.history().events().stream()
                        .map(event -> event.details())
                        .filter(HistoryEventDetails.EvaluationFailed.class::isInstance)
                        .map(details -> ((HistoryEventDetails.EvaluationFailed) details).location()))
                .containsExactly(location);
    }

    @Test
    void the_arguments_can_be_retried_and_caught() {
        Execution execution = run(
                task(
                                "'Arguments': '{% $no %}', 'Retry': [{'ErrorEquals': ['States.QueryEvaluationError'], 'MaxAttempts':"
                                        + " 1}], 'Catch': [{'ErrorEquals': ['States.ALL'], 'Output': '{% $states.errorOutput.Error %}', 'Next':"
                                        + " 'Z'}], 'End': true")
                        + Z,
                "{}");

        assertThat(output(execution)).isEqualTo("'States.QueryEvaluationError'");
        assertThat(EventLines.names(execution))
                .containsExactly(
                        "ExecutionStarted",
                        "TaskStateEntered T",
                        "EvaluationFailed",
                        "EvaluationFailed",
                        "TaskStateExited T",
                        "SucceedStateEntered Z",
                        "SucceedStateExited Z",
                        "ExecutionSucceeded");
    }

    @Test
    void the_output_of_a_task_can_be_caught() {
        Execution execution = run(
                task("'Output': '{% $no %}', 'Catch': [{'ErrorEquals': ['States.QueryEvaluationError'], 'Next': 'Z'}],"
                                + " 'End': true")
                        + Z,
                "{}");

        assertThat(EventLines.names(execution))
                .contains("LambdaFunctionSucceeded", "EvaluationFailed", "TaskStateExited T");
        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void a_failing_item_selector_fails_the_map() {
        Execution execution = run(
                "'M': {'Type': 'Map', 'Items': [1, 2], 'ItemSelector': '{% $no %}', 'ItemProcessor': {"
                        + graph("'P': {'Type': 'Pass', 'End': true}") + "}, 'End': true}",
                "{}");

        assertThat(EventLines.names(execution))
                .containsExactly(
                        "ExecutionStarted",
                        "MapStateEntered M",
                        "MapStateStarted",
                        "EvaluationFailed",
                        "MapStateFailed",
                        "ExecutionFailed");
    }

    @Test
    void a_runaway_expression_comes_to_an_end() {
        assertThat(failure(pass("'Output': '{% ($f := function($n) {$f($n + 1)}; $f(1)) %}'")))
                .isEqualTo(
                        "States.QueryEvaluationError: The JSONata expression '($f := function($n) {$f($n + 1)}; $f(1))'"
                                + " specified for the field 'Output' threw an error during evaluation: Expression evaluation"
                                + " timeout");
    }

    // --- definitions

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    'Type': 'Pass', 'Output': '{% phone %}'  | UNSUPPORTED_JSONATA_EXPRESSION: Reference to 'phone' at the top level is not supported. at /States/S/Output
                    'Type': 'Pass', 'Output': {'a': ['{% $$ %}']} | UNSUPPORTED_JSONATA_EXPRESSION: Reference to '$$' is not supported. at /States/S/Output/a[0]
                    'Type': 'Pass', 'Output': '{% $states.result %}' | UNSUPPORTED_JSONATA_EXPRESSION: Field '$states.result' does not exist. at /States/S/Output
                    'Type': 'Pass', 'Output': '{% [1 %}'     | INVALID_JSONATA_EXPRESSION: Expected "]" before end of expression at /States/S/Output
                    'Type': 'Pass', 'Output': '{% 1'         | SCHEMA_VALIDATION_FAILED: JSONata string must start with {% and end with %} at /States/S/Output
                    'Type': 'Pass', 'InputPath': '$.a'       | SCHEMA_VALIDATION_FAILED: The QueryLanguage is set to 'JSONata', but field 'InputPath' is only supported for the 'JSONPath' QueryLanguage at /States/S
                    'Type': 'Pass', 'Arguments': 1           | SCHEMA_VALIDATION_FAILED: Field 'Arguments' is not supported at /States/S
                    'Type': 'Pass', 'Assign': {'states': 1}  | RESERVED_VARIABLE_NAME: Cannot assign to reserved variable '$states'. at /States/S/Assign
                    'Type': 'Pass', 'Assign': {'a.$': '$'}   | INVALID_VARIABLE_NAME: Invalid variable name 'a.$': the variable name contains invalid characters. at /States/S/Assign
                    'Type': 'Wait', 'SecondsPath': '$.a', 'Seconds': 1 | SCHEMA_VALIDATION_FAILED: The QueryLanguage is set to 'JSONata', but field 'SecondsPath' is only supported for the 'JSONPath' QueryLanguage at /States/S
                    'Type': 'Wait', 'Seconds': 'x'           | SCHEMA_VALIDATION_FAILED: Expected value of type Integer at /States/S/Seconds
                    """)
    void aws_refuses_it(String fields, String problem) {
        String definition = quoted("{" + JSONATA + ", 'StartAt': 'S', 'States': {'S': {" + fields + ", 'End': true}}}");

        assertThatThrownBy(() -> StateMachine.of(definition))
                .isInstanceOfSatisfying(InvalidDefinitionException.class, refused -> assertThat(refused.diagnostics())
                        .extracting(diagnostic -> diagnostic.toAwsText())
                        .containsExactly(problem));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    {'Variable': '$.a', 'IsPresent': true, 'Next': 'S'} | The QueryLanguage is set to 'JSONata', but field 'Variable' is only supported for the 'JSONPath' QueryLanguage at /States/S/Choices[0]
                    {'Next': 'S'}                                       | These fields are required: [Condition] at /States/S/Choices[0]
                    {'Condition': 'yes', 'Next': 'S'}                   | Expected value of type [BOOLEAN] at /States/S/Choices[0]/Condition
                    """)
    void a_rule_has_a_condition(String rule, String problem) {
        String definition = quoted("{" + JSONATA + ", 'StartAt': 'S', 'States': {'S': {'Type': 'Choice', 'Choices': ["
                + rule + "], 'Default': 'Z'}" + Z + "}}");

        assertThatThrownBy(() -> StateMachine.of(definition))
                .isInstanceOfSatisfying(InvalidDefinitionException.class, refused -> assertThat(refused.diagnostics())
                        .extracting(diagnostic -> diagnostic.toAwsText())
                        .contains("SCHEMA_VALIDATION_FAILED: " + problem));
    }

    // --- many

    @Test
    void one_machine_serves_many_threads() throws Exception {
        StateMachine shared =
                machine("'M': {'Type': 'Map', 'Items': '{% $range(1, $states.input.n, 1) %}', 'ItemProcessor': {"
                        + graph("'P': {'Type': 'Pass', 'Output': '{% $states.input * $states.input %}', 'End': true}")
                        + "}, 'Output': '{% $sum($states.result) %}', 'End': true}");
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> work = new ArrayList<>();
            for (int i = 2; i < 82; i++) {
                String input = "{\"n\": " + i + "}";
                work.add(() -> output(shared.start(input)));
            }
            List<String> outputs = new ArrayList<>();
            for (Future<String> each : pool.invokeAll(work)) {
                outputs.add(each.get());
            }
            for (int n = 2; n < 82; n++) {
                assertThat(outputs.get(n - 2)).isEqualTo(String.valueOf(n * (n + 1) * (2 * n + 1) / 6));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static final List<String> PIECES = List.of(
            "$states.input",
            "$states.result",
            "$states.context.State.Name",
            "$x",
            ".a",
            "[0]",
            "[]",
            " + ",
            " & ",
            "1",
            "`s`",
            "(",
            ")",
            "{",
            "}",
            "$",
            "null",
            "$uuid()",
            "$sum(",
            "function($v){",
            "; ",
            ":=",
            "..",
            " = ",
            ", ");

    @Test
    void random_expressions_in_any_field_end_as_they_do_on_aws() {
        List<String> fields = List.of(
                "'Type': 'Pass', 'Output': '%s', 'Assign': {'x': '%s'}, 'Next': 'Z'",
                "'Type': 'Wait', 'Seconds': '%s', 'Output': '%s', 'Next': 'Z'",
                "'Type': 'Choice', 'Choices': [{'Condition': '%s', 'Output': '%s', 'Next': 'Z'}], 'Default': 'Z'",
                "'Type': 'Task', 'Resource': 'arn:aws:lambda:us-east-1:123456789012:function:f', 'Arguments': '%s',"
                        + " 'TimeoutSeconds': '%s', 'Next': 'Z'",
                "'Type': 'Fail', 'Error': '%s', 'Cause': '%s'");
        assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            int ran = 0;
            for (int seed = 0; seed < 4_000; seed++) {
                Random random = new Random(seed);
                String state = String.format(
                        fields.get(random.nextInt(fields.size())).replace("%s", "{%% %s %%}"),
                        expression(random),
                        expression(random));
                String rule =
                        "'A': {'Type': 'Choice', 'Choices': [{'Condition': false, 'Next': 'Z'}], 'Default': 'S'}, ";
                try {
                    Execution execution = run(rule + "'S': {" + state + "}" + Z, "{'a': [1, 2]}");
                    assertThat(execution.status()).as("seed " + seed).isNotEqualTo(ExecutionStatus.RUNNING);
                    ran++;
                } catch (InvalidDefinitionException refused) {
                    assertThat(refused.diagnostics()).isNotEmpty();
                } catch (RuntimeException | Error e) {
                    throw new AssertionError("seed " + seed + ": " + state, e);
                }
            }
            assertThat(ran).isGreaterThan(50);
        });
    }

    private static String expression(Random random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "$states.input.a" : "");
        for (int i = random.nextInt(4); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
