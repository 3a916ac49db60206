package io.github.stepunit.rules;

import static io.github.stepunit.rules.Asl.graph;
import static io.github.stepunit.rules.Asl.invoke;
import static io.github.stepunit.rules.Asl.machine;
import static io.github.stepunit.rules.Asl.output;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.task.TaskOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is simultaneous has no order on AWS; a test can try any. */
class ShuffledScheduleTest {

    private static final int SEEDS = 40;

    private static final String BRANCHES = "'P': {'Type': 'Parallel', 'End': true, 'Branches': [{"
            + graph(invoke("A", "'End': true")) + "}, {" + graph(invoke("B", "'End': true")) + "}, {"
            + graph(invoke("C", "'End': true")) + "}]}";

    private static StateMachine recording(List<String> calls, String states) {
        return machine(states).withTasks(task -> {
            calls.add(task.statePath());
            return TaskOutcome.succeed("'" + task.stateName() + "'");
        });
    }

    @Test
    void branches_run_in_every_order_and_give_the_same() {
        Set<List<String>> orders = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            List<String> calls = new ArrayList<>();
            Execution execution =
                    recording(calls, BRANCHES).withShuffledSchedule(seed).start();

            assertThat(output(execution)).isEqualTo("['A','B','C']");
            orders.add(calls);
        }

        assertThat(orders).hasSize(6);
    }

    @Test
    void a_seed_gives_the_same_order_again() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Execution first = recording(new ArrayList<>(), BRANCHES)
                    .withShuffledSchedule(seed)
                    .start();
            Execution second = recording(new ArrayList<>(), BRANCHES)
                    .withShuffledSchedule(seed)
                    .start();

            assertThat(second.history().toJson()).isEqualTo(first.history().toJson());
        }
    }

    @Test
    void iterations_run_in_any_order_within_MaxConcurrency() {
        assertThat(ordersOfThreeIterations(2)).hasSize(2).allSatisfy(order -> assertThat(order.get(2))
                .isEqualTo("M[2]/A"));
        assertThat(ordersOfThreeIterations(0)).hasSize(6);
    }

    private static Set<List<String>> ordersOfThreeIterations(int maxConcurrency) {
        Set<List<String>> orders = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            List<String> calls = new ArrayList<>();
            recording(
                            calls,
                            "'M': {'Type': 'Map', 'End': true, 'MaxConcurrency': " + maxConcurrency
                                    + ", 'ItemProcessor': {" + graph(invoke("A", "'End': true")) + "}}")
                    .withShuffledSchedule(seed)
                    .start("[1, 2, 3]");

            assertThat(calls).containsExactlyInAnyOrder("M[0]/A", "M[1]/A", "M[2]/A");
            orders.add(calls);
        }
        return orders;
    }

    @Test
    void which_of_two_answers_of_one_instant_is_first_differs() {
        Set<String> firsts = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            Execution execution = machine(BRANCHES)
                    .withTasks(task ->
                            TaskOutcome.fail(task.stateName() + "Failed").after(Duration.ofSeconds(5)))
                    .withShuffledSchedule(seed)
                    .start();
            firsts.add(String.valueOf(execution.error()));
        }

        assertThat(firsts).containsExactlyInAnyOrder("AFailed", "BFailed", "CFailed");
    }

    @Test
    void an_answer_at_the_very_instant_of_its_timeout_stays_in_time() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Execution execution = machine(invoke("A", "'TimeoutSeconds': 5, 'End': true"))
                    .withTasks(Answers.of("A", TaskOutcome.succeed("1").after(Duration.ofSeconds(5))))
                    .withShuffledSchedule(seed)
                    .start();

            assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        }
    }
}
