package io.github.stepunit.rules;

import static io.github.stepunit.rules.Asl.graph;
import static io.github.stepunit.rules.Asl.machine;
import static io.github.stepunit.rules.Asl.output;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.Limits;
import io.github.stepunit.history.ExecutionTree;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Length and breadth cost heap and never stack: all of this runs on a stack of 256 KB (docs/adr/0001). */
class ScaleTest {

    private static final Limits LIFTED = Limits.STANDARD
            .withHistoryEvents(Long.MAX_VALUE)
            .withPayloadBytes(Integer.MAX_VALUE)
            .withSteps(Long.MAX_VALUE);

    private static <T> T onSmallStack(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        new Thread(null, task, "small stack", 256 * 1024).start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new AssertionError("On a stack of 256 KB: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Test
    void a_loop_of_a_million_transitions_ends_when_its_steps_are_used_up() {
        StateMachine machine = machine(
                        """
                        'C': {'Type': 'Choice', 'Choices': [{'Variable': '$.stop', 'IsPresent': true, 'Next': 'Z'}],
                              'Default': 'C'},
                        'Z': {'Type': 'Succeed'}
                        """)
                .withLimits(LIFTED.withSteps(1_000_000));

        Execution execution = onSmallStack(machine::start);

        assertThat(execution.cause()).startsWith("The execution used up its budget of 1000000 steps");
        // Each transition is an Entered and an Exited event.
        assertThat(execution.history().events()).hasSize(2_000_002);
    }

    @Test
    void a_loop_that_counts_to_a_hundred_thousand_ends_by_its_own_rule() {
        StateMachine machine = machine(
                        """
                        'Count': {'Type': 'Pass', 'Parameters': {'n.$': 'States.MathAdd($.n, 1)'}, 'Next': 'Enough?'},
                        'Enough?': {'Type': 'Choice', 'Default': 'Count', 'Choices':
                            [{'Variable': '$.n', 'NumericGreaterThanEquals': 100000, 'Next': 'Z'}]},
                        'Z': {'Type': 'Succeed'}
                        """)
                .withLimits(LIFTED);

        assertThat(output(onSmallStack(() -> machine.start("{'n': 0}")))).isEqualTo("{'n':100000}");
    }

    @Test
    void a_map_of_a_hundred_thousand_items_ends() {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < 100_000; i++) {
            items.add(i);
        }
        StateMachine machine = machine("'M': {'Type': 'Map', 'End': true, 'ItemProcessor': {"
                        + graph("'W': {'Type': 'Wait', 'Seconds': 1, 'End': true}") + "}}")
                .withLimits(LIFTED);

        Execution execution = onSmallStack(() -> machine.start(items));

        assertThat(execution.output()).isEqualTo(items);
        assertThat(execution.duration().toSeconds()).isEqualTo(100_000 / 40);
    }

    private static String nested(int levels, String innermost) {
        String states = innermost;
        for (int i = levels; i > 0; i--) {
            states = i % 2 == 0
                    ? "'P" + i + "': {'Type': 'Parallel', 'End': true, 'Branches': [{" + graph(states) + "}]}"
                    : "'M" + i + "': {'Type': 'Map', 'ItemsPath': '$.l', 'ItemSelector': {'l.$': '$.l'}, 'End': true,"
                            + " 'ItemProcessor': {" + graph(states) + "}}";
        }
        return states;
    }

    @Test
    void a_machine_nested_fifty_deep_ends() {
        StateMachine machine = machine(nested(50, "'In': {'Type': 'Pass', 'Result': 'deep', 'End': true}"));

        JsonNode output = onSmallStack(() -> machine.start("{'l': [1]}")).output();
        for (int i = 0; i < 50; i++) {
            output = output.get(0);
        }

        assertThat(output.textValue()).isEqualTo("deep");
    }

    @Test
    void a_failure_nested_fifty_deep_ends_every_level() {
        StateMachine machine = machine(nested(50, "'In': {'Type': 'Fail', 'Error': 'Deep'}"));

        Execution execution = onSmallStack(() -> machine.start("{'l': [1]}"));

        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.error()).isEqualTo("Deep");
        assertThat(EventLines.names(execution))
                .filteredOn("ParallelStateFailed"::equals)
                .hasSize(25);
    }

    private static final String NEST =
            """
            'Nest': {'Type': 'Pass', 'Parameters': {'n.$': 'States.MathAdd($.n, 1)', 'd': {'d.$': '$.d'}}, 'Next': 'Deep?'},
            'Deep?': {'Type': 'Choice', 'Default': 'Nest', 'Choices':
                [{'Variable': '$.n', 'NumericGreaterThanEquals': 6000, 'Next': 'Use'}]},
            """;

    private static Execution useDeepData(String fields) {
        StateMachine machine = machine(NEST + "'Use': {'Type': 'Pass', " + fields + ", 'End': true}")
                .withLimits(LIFTED);
        return onSmallStack(() -> {
            Execution execution = machine.start("{'n': 0, 'd': 1}");
            assertThat(ExecutionTree.of(execution.history()).render()).contains("Nest, visit 6000 -> {\"d\":{\"d\":");
            return execution;
        });
    }

    @Test
    void data_nested_six_thousand_deep_are_compared_and_printed() {
        Execution execution = useDeepData(
                """
                'Parameters': {
                  'contains.$': 'States.ArrayContains(States.Array($.d, 1), $.d)',
                  'unique.$': 'States.ArrayLength(States.ArrayUnique(States.Array($.d, $.d)))',
                  'text.$': 'States.ArrayLength(States.StringSplit(States.Format(\\u0027{}\\u0027, $.d), \\u0027=\\u0027))'}
                """);

        assertThat(output(execution)).isEqualTo("{'contains':true,'unique':1,'text':6001}");
    }

    @Test
    void a_jsonpath_over_data_nested_too_deep_fails_the_execution() {
        // So deep that it is too deep for compiled code, too, whose frames are smaller.
        StateMachine machine = machine(NEST.replace("6000", "30000")
                        + "'Use': {'Type': 'Pass', 'InputPath': '$..nothing', 'End': true}")
                .withLimits(LIFTED);

        Execution execution = onSmallStack(() -> machine.start("{'n': 0, 'd': 1}"));

        assertThat(Asl.failure(execution))
                .startsWith(
                        "States.Runtime: The path '$..nothing' cannot be evaluated: it has too many steps, or its data"
                                + " are nested too deep");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$..a..a..a..a", "$..a..a..a..nothing", "$..[?(@..[?(@..[?(@..b)])])]"})
    void a_jsonpath_that_goes_over_its_data_for_ever_fails_the_execution(String path) {
        StateMachine machine = machine("'P': {'Type': 'Pass', 'InputPath': '" + path + "', 'End': true}");

        Execution execution = machine.start("{'a':".repeat(120) + "1" + "}".repeat(120));

        assertThat(Asl.failure(execution))
                .isEqualTo(
                        "States.Runtime: The path '" + path
                                + "' cannot be evaluated: it goes over its data too often, as"
                                + " several '..' or nested filters do in data that are nested deep. Name the steps between them.");
    }

    @Test
    void a_jsonpath_may_look_at_all_of_the_largest_payload_again_and_again() {
        StateMachine machine = machine("'P': {'Type': 'Pass', 'InputPath': '$..[?(@.a >= 0)]..a', 'End': true}");

        Execution execution = machine.start("[" + "{'a':1},".repeat(32_000) + "{'a':1}]");

        assertThat(execution.output()).hasSize(32_001);
    }

    @Test
    void a_result_path_of_ten_thousand_steps_is_walked() {
        StateMachine machine = machine(
                "'P': {'Type': 'Pass', 'Result': 1, 'ResultPath': '$" + ".a".repeat(10_000) + "', 'End': true}");

        Execution execution = onSmallStack(machine::start);

        assertThat(output(execution)).isEqualTo("{'a':".repeat(10_000) + "1" + "}".repeat(10_000));
    }
}
