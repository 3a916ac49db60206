package io.github.stepunit.rules;

import static io.github.stepunit.rules.Asl.failure;
import static io.github.stepunit.rules.Asl.json;
import static io.github.stepunit.rules.Asl.machine;
import static io.github.stepunit.rules.Asl.output;
import static io.github.stepunit.rules.Asl.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.history.HistoryEventDetails.StateEntered;
import io.github.stepunit.history.HistoryEventDetails.StateExited;
import io.github.stepunit.task.TaskOutcome;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** InputPath, Parameters, ResultSelector, ResultPath, OutputPath and Assign, in that order (checklist 4). */
class DataFlowTest {

    private static final String INPUT = "{'order': {'id': 7, 'tags': ['a', 'b']}, 'n': 1}";

    private static Execution pass(String fields) {
        return machine("'A': {'Type': 'Pass', " + fields + ", 'End': true}").start(INPUT);
    }

    private static Execution task(String fields, String result) {
        return machine("'T': {'Type': 'Task', 'Resource': 'arn:aws:lambda:us-east-1:123456789012:function:f', " + fields
                        + ", 'End': true}")
                .withTasks(Answers.of("T", TaskOutcome.succeed(result)))
                .start(INPUT);
    }

    @Test
    void a_machine_started_without_input_gets_an_empty_object() {
        assertThat(output(machine("'A': {'Type': 'Pass', 'End': true}").start()))
                .isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            textBlock =
                    """
                    'InputPath': '$'                    | {'order':{'id':7,'tags':['a','b']},'n':1}
                    'InputPath': '$.order.tags[1]'      | 'b'
                    'InputPath': '$.order.tags[*]'      | ['a','b']
                    'InputPath': null                   | {}
                    'OutputPath': null                  | {}
                    'OutputPath': '$.order.id'          | 7
                    'OutputPath': '$$.State.Name'       | 'A'
                    'InputPath': '$.n', 'OutputPath': '$'                  | 1
                    'Result': {'x.$': '$.n'}            | {'x.$':'$.n'}
                    'Result': null                      | null
                    'Result': 5, 'ResultPath': null     | {'order':{'id':7,'tags':['a','b']},'n':1}
                    'Result': 5, 'ResultPath': '$.n'    | {'order':{'id':7,'tags':['a','b']},'n':5}
                    'Result': 5, 'ResultPath': '$.order.tags[0]'           | {'order':{'id':7,'tags':[5,'b']},'n':1}
                    'Result': 5, 'ResultPath': '$.a.b.c'                   | {'order':{'id':7,'tags':['a','b']},'n':1,'a':{'b':{'c':5}}}
                    'InputPath': '$.order.id', 'ResultPath': '$.copied'    | {'order':{'id':7,'tags':['a','b']},'n':1,'copied':7}
                    'InputPath': null, 'ResultPath': '$.n'                 | {'order':{'id':7,'tags':['a','b']},'n':{}}
                    'Result': 5, 'ResultPath': '$.r', 'OutputPath': '$.r'  | 5
                    'Result': 5, 'ResultPath': null, 'OutputPath': '$.n'   | 1
                    """)
    void a_pass_state_moves_data(String fields, String output) {
        assertThat(output(pass(fields))).isEqualTo(output);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            textBlock =
                    """
                    'InputPath': '$.none'        | States.Runtime: Invalid path '$.none' : No results for path: $['none']
                    'InputPath': '$.no.such'     | States.Runtime: Invalid path '$.no.such' : Missing property in path $['no']
                    'OutputPath': '$.none'       | States.Runtime: Invalid path '$.none' : No results for path: $['none']
                    'InputPath': '$unassigned'   | States.Runtime
                    """)
    void a_path_that_finds_nothing_fails_the_execution(String fields, String failure) {
        assertThat(failure(pass(fields))).startsWith(failure);
    }

    @Test
    void a_result_path_through_something_that_is_no_object_fails() {
        Execution execution = pass("'Result': 5, 'ResultPath': '$.n.deeper'");

        assertThat(execution.error()).isEqualTo("States.ResultPathMatchFailure");
        assertThat(execution.cause())
                .startsWith("An error occurred while executing the state 'A' (entered at the event id #2). ");
    }

    @Test
    void a_result_path_failure_of_a_task_can_be_caught() {
        Execution execution = machine(
                        """
                        'T': {'Type': 'Task', 'Resource': 'arn:aws:lambda:us-east-1:123456789012:function:f',
                              'ResultPath': '$.n.deeper', 'Next': 'Done',
                              'Catch': [{'ErrorEquals': ['States.ResultPathMatchFailure'], 'Next': 'Caught'}]},
                        'Done': {'Type': 'Succeed'},
                        'Caught': {'Type': 'Succeed'}
                        """)
                .withTasks(Answers.echo())
                .start(INPUT);

        assertThat(EventLines.visited(execution)).containsExactly("T", "Caught");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            textBlock =
                    """
                    'InputPath': '$.order'                          | 5       | 5
                    'ResultPath': '$.r'                             | 5       | {'order':{'id':7,'tags':['a','b']},'n':1,'r':5}
                    'ResultSelector': {'y.$': '$.x'}                | {'x':9} | {'y':9}
                    'ResultSelector': {'y.$': '$.x'}, 'ResultPath': '$.n'  | {'x':9} | {'order':{'id':7,'tags':['a','b']},'n':{'y':9}}
                    'ResultSelector': {'y.$': '$$.State.Name'}      | {'x':9} | {'y':'T'}
                    'ResultPath': '$.r', 'OutputPath': '$.r'        | null    | null
                    """)
    void a_task_result_is_selected_and_then_combined_with_the_raw_input(String fields, String result, String output) {
        assertThat(output(task(fields, result))).isEqualTo(output);
    }

    @Test
    void result_path_combines_with_the_raw_input_and_not_with_what_input_path_or_parameters_made_of_it() {
        Answers answers = Answers.echo();
        Execution execution = machine(
                        """
                        'T': {'Type': 'Task', 'Resource': 'arn:aws:lambda:us-east-1:123456789012:function:f',
                              'InputPath': '$.order', 'Parameters': {'only.$': '$.id'}, 'ResultPath': '$.n', 'End': true}
                        """)
                .withTasks(answers)
                .start(INPUT);

        assertThat(text(answers.invocation(0).input())).isEqualTo("{'only':7}");
        assertThat(output(execution)).isEqualTo("{'order':{'id':7,'tags':['a','b']},'n':{'only':7}}");
    }

    @Test
    void choice_wait_and_succeed_apply_input_path_and_output_path() {
        Execution execution = machine(
                        """
                        'C': {'Type': 'Choice', 'InputPath': '$.a', 'Default': 'W', 'Choices':
                              [{'Variable': '$.b.none', 'IsPresent': true, 'Next': 'W'}]},
                        'W': {'Type': 'Wait', 'Seconds': 0, 'InputPath': '$.b', 'OutputPath': '$.c', 'Next': 'S'},
                        'S': {'Type': 'Succeed', 'InputPath': '$.d', 'OutputPath': '$.e'}
                        """)
                .start("{'a': {'b': {'c': {'d': {'e': 1}}}}}");

        assertThat(output(execution)).isEqualTo("1");
    }

    @Test
    void parts_that_nothing_changed_are_shared_and_the_input_is_never_changed() {
        JsonNode input = json(INPUT);
        JsonNode before = input.deepCopy();
        Execution execution = machine("'A': {'Type': 'Pass', 'Result': 5, 'ResultPath': '$.added', 'End': true}")
                .start(input);

        assertThat(input).isEqualTo(before);
        StateEntered entered =
                (StateEntered) execution.history().events().get(1).details();
        StateExited exited = (StateExited) execution.history().events().get(2).details();
        assertThat(exited.output().get("order")).isSameAs(entered.input().get("order"));
    }

    @Test
    void what_a_test_does_to_values_that_it_gave_or_got_changes_no_execution() {
        ObjectNode input = (ObjectNode) json("{'a': 1}").deepCopy();
        StateMachine machine = machine(
                        """
                        'P': {'Type': 'Pass', 'Result': {'items': [1]}, 'ResultPath': '$.p', 'Next': 'T'},
                        'T': {'Type': 'Task', 'Resource': 'arn:aws:lambda:us-east-1:123456789012:function:f',
                              'ResultPath': '$.r', 'End': true}
                        """)
                .withTasks(invocation -> {
                    ObjectNode given = (ObjectNode) invocation.input();
                    ((ArrayNode) given.get("p").get("items")).add(2);
                    return TaskOutcome.succeed(given.put("evil", true).get("p"));
                });
        Execution paused = machine.startPaused(input);
        input.put("late", true);
        ((ObjectNode) paused.runToEnd().output()).put("x", 666);

        String expected = "{'a':1,'p':{'items':[1]},'r':{'items':[1,2]}}";
        assertThat(output(paused)).isEqualTo(expected);
        assertThat(output(machine.start("{'a': 1}"))).isEqualTo(expected);
    }

    @Test
    void a_handler_that_gives_the_same_node_again_and_again_gives_what_it_held_then() {
        ObjectNode counter = JsonNodeFactory.instance.objectNode();
        Execution execution = machine(
                        """
                        'M': {'Type': 'Map', 'MaxConcurrency': 1, 'End': true, 'ItemProcessor': {'StartAt': 'T', 'States': {
                          'T': {'Type': 'Task', 'Resource': 'arn:aws:lambda:us-east-1:123456789012:function:f',
                                'End': true}}}}
                        """)
                .withTasks(invocation ->
                        TaskOutcome.succeed(counter.put("n", counter.path("n").asInt() + 1)))
                .start("[1, 2, 3]");

        assertThat(output(execution)).isEqualTo("[{'n':1},{'n':2},{'n':3}]");
    }

    @Test
    void the_input_of_an_execution_may_be_any_json_value() {
        for (String value : new String[] {"2", "'text'", "null", "[1,2]", "true"}) {
            assertThat(output(machine("'A': {'Type': 'Pass', 'End': true}").start(value)))
                    .isEqualTo(value);
        }
    }

    @Test
    void a_result_path_into_an_input_that_is_no_object_fails() {
        Execution execution = machine("'A': {'Type': 'Pass', 'Result': 1, 'ResultPath': '$.x', 'End': true}")
                .start("5");

        assertThat(execution.error()).isEqualTo("States.ResultPathMatchFailure");
    }

    @Nested
    class Variables {

        @Test
        void a_variable_assigned_in_one_state_is_read_in_a_later_one() {
            Execution execution = machine(
                            """
                            'A': {'Type': 'Pass', 'Assign': {'id.$': '$.order.id', 'fixed': 'f'}, 'Next': 'B'},
                            'B': {'Type': 'Pass', 'Parameters': {'a.$': '$id', 'b.$': '$fixed', 'c': '$id'}, 'End': true}
                            """)
                    .start(INPUT);

            assertThat(json(output(execution))).isEqualTo(json("{'a': 7, 'b': 'f', 'c': '$id'}"));
        }

        @Test
        void all_of_assign_and_the_output_see_the_values_from_before() {
            Execution execution = machine(
                            """
                            'A': {'Type': 'Pass', 'Assign': {'x': 1, 'y': 2}, 'Next': 'B'},
                            'B': {'Type': 'Pass', 'Assign': {'x.$': '$y', 'y.$': '$x'}, 'OutputPath': '$x', 'Next': 'C'},
                            'C': {'Type': 'Pass', 'Parameters': {'x.$': '$x', 'y.$': '$y', 'old.$': '$'}, 'End': true}
                            """)
                    .start();

            assertThat(json(output(execution))).isEqualTo(json("{'x': 2, 'y': 1, 'old': 1}"));
        }

        @Test
        void assign_of_a_task_sees_the_raw_result() {
            Execution execution = machine(
                            """
                            'T': {'Type': 'Task', 'Resource': 'arn:aws:lambda:us-east-1:123456789012:function:f',
                                  'ResultSelector': {'selected': true}, 'ResultPath': null,
                                  'Assign': {'raw.$': '$.x'}, 'Next': 'B'},
                            'B': {'Type': 'Pass', 'InputPath': '$raw', 'End': true}
                            """)
                    .withTasks(Answers.of("T", TaskOutcome.succeed("{'x': 9}")))
                    .start(INPUT);

            assertThat(output(execution)).isEqualTo("9");
        }

        @Test
        void the_rule_that_matches_assigns_its_own_and_the_state_only_when_the_default_is_taken() {
            String states =
                    """
                    'C': {'Type': 'Choice', 'Assign': {'by': 'state'}, 'Default': 'Out', 'Choices':
                          [{'Variable': '$.n', 'NumericEquals': 1, 'Assign': {'by': 'rule'}, 'Next': 'Out'},
                           {'Variable': '$.n', 'NumericEquals': 2, 'Next': 'Out'}]},
                    'Out': {'Type': 'Pass', 'InputPath': '$by', 'End': true}
                    """;

            assertThat(output(machine(states).start("{'n': 1}"))).isEqualTo("'rule'");
            assertThat(output(machine(states).start("{'n': 3}"))).isEqualTo("'state'");
            assertThat(machine(states).start("{'n': 2}").error()).isEqualTo("States.Runtime");
        }

        @Test
        void branches_and_iterations_read_outer_variables_and_keep_their_own_to_themselves() {
            Execution execution = machine(
                            """
                            'A': {'Type': 'Pass', 'Assign': {'outer': 'o'}, 'Next': 'P'},
                            'P': {'Type': 'Parallel', 'Next': 'M', 'Branches': [
                                {'StartAt': 'P1', 'States': {
                                    'P1': {'Type': 'Pass', 'Assign': {'inner': 1}, 'Next': 'P2'},
                                    'P2': {'Type': 'Pass', 'Parameters': {'i.$': '$inner', 'o.$': '$outer'}, 'End': true}}},
                                {'StartAt': 'P3', 'States': {
                                    'P3': {'Type': 'Pass', 'Assign': {'inner': 2}, 'Next': 'P4'},
                                    'P4': {'Type': 'Pass', 'Parameters': {'i.$': '$inner'}, 'End': true}}}]},
                            'M': {'Type': 'Map', 'ItemsPath': '$', 'Next': 'Z', 'ItemProcessor': {
                                'StartAt': 'M1', 'States': {
                                    'M1': {'Type': 'Pass', 'Assign': {'mine.$': '$.i'}, 'Next': 'M2'},
                                    'M2': {'Type': 'Pass', 'Parameters': {'m.$': '$mine', 'o.$': '$outer'}, 'End': true}}}},
                            'Z': {'Type': 'Pass', 'Parameters': {'r.$': '$', 'lost.$': '$inner'}, 'End': true}
                            """)
                    .start();

            assertThat(execution.error()).isEqualTo("States.Runtime");
            StateEntered last = (StateEntered) execution.history().events().stream()
                    .filter(event -> "Z".equals(event.stateName()))
                    .findFirst()
                    .orElseThrow()
                    .details();
            assertThat(last.input()).isEqualTo(json("[{'m': 1, 'o': 'o'}, {'m': 2, 'o': 'o'}]"));
        }

        @Test
        void a_catcher_assigns_from_the_error_output_and_the_state_then_does_not() {
            Execution execution = machine(
                            """
                            'T': {'Type': 'Task', 'Resource': 'arn:aws:lambda:us-east-1:123456789012:function:f',
                                  'Assign': {'from': 'state'}, 'Next': 'Out',
                                  'Catch': [{'ErrorEquals': ['States.ALL'], 'Assign': {'from.$': '$.Error'}, 'Next': 'Out'}]},
                            'Out': {'Type': 'Pass', 'InputPath': '$from', 'End': true}
                            """)
                    .withTasks(Answers.of("T", TaskOutcome.fail("Boom")))
                    .start(INPUT);

            assertThat(output(execution)).isEqualTo("'Boom'");
        }

        @Test
        void the_exit_event_lists_what_was_assigned() {
            Execution execution = pass("'Assign': {'a.$': '$.n', 'b': [1]}");

            assertThat(execution.history().events().get(2).details())
                    .hasFieldOrPropertyWithValue(
                            "assignedVariables", java.util.Map.of("a", json("1"), "b", json("[1]")));
        }
    }

    @Test
    void an_execution_that_failed_has_no_output() {
        Execution execution =
                machine("'F': {'Type': 'Fail', 'Error': 'E', 'Cause': 'c'}").start();

        assertThatThrownBy(execution::output)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The execution has no output: It has ended as FAILED with E (c) at +00:00:00.");
    }
}
