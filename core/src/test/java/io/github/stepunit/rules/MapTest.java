package io.github.stepunit.rules;

import static io.github.stepunit.rules.Asl.failure;
import static io.github.stepunit.rules.Asl.graph;
import static io.github.stepunit.rules.Asl.invoke;
import static io.github.stepunit.rules.Asl.json;
import static io.github.stepunit.rules.Asl.machine;
import static io.github.stepunit.rules.Asl.output;
import static io.github.stepunit.rules.Asl.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskOutcome;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inline Map states (checklist 13). */
class MapTest {

    private static final String PASS = "'I': {'Type': 'Pass', 'End': true}";

    private static StateMachine map(String fields, String processor) {
        return machine("'M': {'Type': 'Map', " + fields + "'End': true, 'ItemProcessor': {" + graph(processor) + "}}");
    }

    /** Answers with the item, after as many seconds as it says. */
    private static TaskHandler itemSeconds() {
        return call -> TaskOutcome.succeed(call.context().at("/Map/Item/Value"))
                .after(Duration.ofSeconds(call.context().at("/Map/Item/Value").intValue()));
    }

    private static String items(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void with_a_concurrency_of_one_each_iteration_waits_for_the_one_before() {
        Execution execution = map("'MaxConcurrency': 1, ", invoke("T", "'End': true"))
                .withTasks(itemSeconds())
                .start("[3,1]");

        assertThat(output(execution)).isEqualTo("[3,1]");
        // A later iteration points at the last inner event of the one before
        // (scenarios/test_base_scenarios.test_map_state_nested).
        assertThat(EventLines.of(execution))
                .isEqualTo(
                        """
                        1 0 ExecutionStarted
                        2 0 MapStateEntered M
                        3 2 MapStateStarted
                        4 3 MapIterationStarted M[0]
                        5 4 TaskStateEntered T
                        6 5 TaskScheduled
                        7 6 TaskStarted
                        8 7 TaskSucceeded @3s
                        9 8 TaskStateExited T
                        10 9 MapIterationSucceeded M[0]
                        11 9 MapIterationStarted M[1]
                        12 11 TaskStateEntered T
                        13 12 TaskScheduled
                        14 13 TaskStarted
                        15 14 TaskSucceeded @4s
                        16 15 TaskStateExited T
                        17 16 MapIterationSucceeded M[1]
                        18 17 MapStateSucceeded
                        19 17 MapStateExited M
                        20 19 ExecutionSucceeded""");
    }

    @Test
    void without_one_iterations_run_side_by_side_and_results_stand_in_the_order_of_the_items() {
        Execution execution =
                map("", invoke("T", "'End': true")).withTasks(itemSeconds()).start("[3,1]");

        assertThat(output(execution)).isEqualTo("[3,1]");
        assertThat(EventLines.of(execution))
                .isEqualTo(
                        """
                        1 0 ExecutionStarted
                        2 0 MapStateEntered M
                        3 2 MapStateStarted
                        4 3 MapIterationStarted M[0]
                        5 3 MapIterationStarted M[1]
                        6 4 TaskStateEntered T
                        7 6 TaskScheduled
                        8 7 TaskStarted
                        9 5 TaskStateEntered T
                        10 9 TaskScheduled
                        11 10 TaskStarted
                        12 11 TaskSucceeded @1s
                        13 12 TaskStateExited T
                        14 13 MapIterationSucceeded M[1]
                        15 8 TaskSucceeded @3s
                        16 15 TaskStateExited T
                        17 16 MapIterationSucceeded M[0]
                        18 17 MapStateSucceeded
                        19 17 MapStateExited M
                        20 19 ExecutionSucceeded""");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            textBlock =
                    """
                    'MaxConcurrency': 1,            | 4
                    'MaxConcurrency': 2,            | 2
                    'MaxConcurrency': 3,            | 2
                    'MaxConcurrency': 4,            | 1
                    'MaxConcurrency': 0,            | 1
                    """)
    void max_concurrency_is_kept(String fields, long seconds) {
        Execution execution = map(fields + " ", invoke("T", "'End': true"))
                .withTasks(itemSeconds())
                .start("[1,1,1,1]");

        assertThat(execution.duration()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void max_concurrency_may_come_from_a_path_as_number_or_text() {
        for (String value : new String[] {"2", "'2'"}) {
            Execution execution = map(
                            "'MaxConcurrencyPath': '$.n', 'ItemsPath': '$.items', ", invoke("T", "'End': true"))
                    .withTasks(itemSeconds())
                    .start("{'n': " + value + ", 'items': [1,1,1,1]}");

            assertThat(execution.duration()).isEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void a_max_concurrency_that_is_no_integer_fails_before_the_map_starts() {
        Execution execution = map("'MaxConcurrencyPath': '$.n', 'ItemsPath': '$.items', ", PASS)
                .start("{'n': 'NoNumber', 'items': [1]}");

        assertThat(failure(execution))
                .isEqualTo("States.Runtime: The MaxConcurrencyPath field refers to value \"NoNumber\" which is not a"
                        + " valid integer: $.n");
        assertThat(EventLines.names(execution)).doesNotContain("MapStateStarted");
    }

    @Test
    void no_more_than_forty_iterations_run_at_once_whatever_is_asked_for() {
        StateMachine machine = map("'MaxConcurrency': 1000, ", "'W': {'Type': 'Wait', 'Seconds': 1, 'End': true}");

        assertThat(machine.start(items(40)).duration()).isEqualTo(Duration.ofSeconds(1));
        assertThat(machine.start(items(41)).duration()).isEqualTo(Duration.ofSeconds(2));
        assertThat(map("", "'W': {'Type': 'Wait', 'Seconds': 1, 'End': true}")
                        .start(items(41))
                        .duration())
                .isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void a_map_over_nothing_starts_and_succeeds() {
        // scenarios/test_base_scenarios.test_map_state_items_input_array__empty
        Execution execution = map("", PASS).start("[]");

        assertThat(output(execution)).isEqualTo("[]");
        assertThat(EventLines.of(execution))
                .isEqualTo(
                        """
                        1 0 ExecutionStarted
                        2 0 MapStateEntered M
                        3 2 MapStateStarted
                        4 3 MapStateSucceeded
                        5 3 MapStateExited M
                        6 5 ExecutionSucceeded""");
    }

    @Test
    void items_that_are_no_array_fail_the_execution() {
        assertThat(failure(map("'ItemsPath': '$.x', ", PASS).start("{'x': 1}")))
                .isEqualTo("States.Runtime: Reference path \"$.x\" must point to array.");
        assertThat(failure(map("'ItemsPath': '$.none', ", PASS).start("{}")))
                .startsWith("States.Runtime: Invalid path '$.none'");
    }

    @Test
    void the_item_selector_sees_the_input_of_the_state_and_the_item_in_the_context() {
        Execution execution = map(
                        "'ItemsPath': '$.items', 'ItemSelector': {'all.$': '$.n', 'i.$': '$$.Map.Item.Index',"
                                + " 'v.$': '$$.Map.Item.Value'}, ",
                        PASS)
                .start("{'n': 7, 'items': ['a', 'b']}");

        assertThat(execution.output()).isEqualTo(json("[{'all': 7, 'i': 0, 'v': 'a'}, {'all': 7, 'i': 1, 'v': 'b'}]"));
    }

    @Test
    void the_legacy_names_mean_the_same() {
        Execution execution = machine("'M': {'Type': 'Map', 'Parameters': {'i.$': '$$.Map.Item.Index'}, 'End': true,"
                        + " 'Iterator': {" + graph(PASS) + "}}")
                .start("['a', 'b']");

        assertThat(output(execution)).isEqualTo("[{'i':0},{'i':1}]");
    }

    @Test
    void states_of_an_iteration_see_their_item_and_the_innermost_of_nested_ones() {
        Execution execution = map(
                        "",
                        "'O': {'Type': 'Map', 'End': true, 'ItemProcessor': {"
                                + graph(
                                        "'I': {'Type': 'Pass', 'Parameters': {'v.$': '$$.Map.Item.Value'}, 'End': true}")
                                + "}}")
                .start("[[1,2],[3]]");

        assertThat(output(execution)).isEqualTo("[[{'v':1},{'v':2}],[{'v':3}]]");
    }

    @Test
    void after_the_map_the_item_is_gone() {
        Execution execution = machine("'M': {'Type': 'Map', 'ResultPath': null, 'Next': 'Z', 'ItemProcessor': {"
                        + graph(PASS) + "}}, 'Z': {'Type': 'Pass', 'InputPath': '$$', 'End': true}")
                .start("[1]");

        assertThat(execution.output().has("Map")).isFalse();
    }

    @Test
    void a_failing_iteration_aborts_the_others_and_no_more_are_started() {
        Execution execution = map(
                        "'MaxConcurrency': 2, ",
                        "'C': {'Type': 'Choice', 'Choices': [{'Variable': '$', 'NumericEquals': 2, 'Next': 'F'}],"
                                + " 'Default': 'W'},"
                                + " 'W': {'Type': 'Wait', 'Seconds': 9, 'End': true}, 'F': {'Type': 'Fail', 'Error': 'E'}")
                .start("[1,2,3]");

        assertThat(EventLines.of(execution))
                .isEqualTo(
                        """
                        1 0 ExecutionStarted
                        2 0 MapStateEntered M
                        3 2 MapStateStarted
                        4 3 MapIterationStarted M[0]
                        5 3 MapIterationStarted M[1]
                        6 4 ChoiceStateEntered C
                        7 6 ChoiceStateExited C
                        8 5 ChoiceStateEntered C
                        9 8 ChoiceStateExited C
                        10 7 WaitStateEntered W
                        11 9 FailStateEntered F
                        12 11 MapIterationFailed M[1]
                        13 10 WaitStateAborted
                        14 13 MapIterationAborted M[0]
                        15 11 MapStateFailed
                        16 15 ExecutionFailed""");
        assertThat(execution.error()).isEqualTo("E");
    }

    @Test
    void an_item_selector_that_fails_fails_the_map_and_names_the_state_once() {
        Execution execution =
                map("'ItemSelector': {'x.$': '$$.Map.Item.Value.none'}, ", PASS).start("[{}]");

        assertThat(execution.error()).isEqualTo("States.Runtime");
        assertThat(execution.cause())
                .startsWith("An error occurred while executing the state 'M' (entered at the event id #2). ")
                .containsOnlyOnce("An error occurred");
        assertThat(EventLines.names(execution)).endsWith("MapStateFailed", "ExecutionFailed");
    }

    @Test
    void a_late_item_selector_that_fails_aborts_the_iterations_that_run() {
        Execution execution = map(
                        "'MaxConcurrency': 2, 'ItemSelector': {'x.$': '$$.Map.Item.Value.x'}, ",
                        "'W': {'Type': 'Wait', 'SecondsPath': '$.x', 'End': true}")
                .start("[{'x': 1}, {'x': 9}, {}]");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.duration()).isEqualTo(Duration.ofSeconds(1));
        assertThat(EventLines.names(execution))
                .endsWith("WaitStateAborted", "MapIterationAborted M[1]", "MapStateFailed", "ExecutionFailed");
    }

    @Test
    void task_handlers_are_told_the_index_and_the_path_of_the_iteration() {
        Answers answers = Answers.echo();
        map("", invoke("T", "'End': true")).withTasks(answers).start("['a','b']");

        assertThat(answers.invocation(1).mapIndex()).isEqualTo(1);
        assertThat(answers.invocation(1).statePath()).isEqualTo("M[1]/T");
        assertThat(text(answers.invocation(0).context().at("/Map/Item"))).isEqualTo("{'Index':0,'Value':'a'}");
    }

    @Test
    void a_catcher_of_a_failing_item_selector_sees_no_item() {
        Execution execution = machine(
                        """
                        'M': {'Type': 'Map', 'End': true, 'ItemSelector': {'x.$': 'States.ArrayGetItem($$.Map.Item.Value, 5)'},
                              'ItemProcessor': {'StartAt': 'P', 'States': {'P': {'Type': 'Pass', 'End': true}}},
                              'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'Z',
                                         'Assign': {'item.$': '$$.Map.Item.Index'}}]},
                        'Z': {'Type': 'Succeed'}
                        """)
                .start("[[]]");

        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.cause()).contains("$$.Map.Item.Index");
    }
}
