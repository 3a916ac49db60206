package io.github.stepunit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.Limits;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.definition.Transition;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.history.Scope;
import io.github.stepunit.history.Trace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What holds of any execution, over machines and task outcomes drawn from seeds: 200, or as many as the system property
 * {@code stepunit.seeds} says. A failure names the seed and prints the machine.
 */
class ExecutionPropertiesTest {

    private static final Limits LIMITS =
            Limits.STANDARD.withHistoryEvents(2_000).withSteps(100_000);
    private static final Set<HistoryEventType> WITHOUT_END = Set.of(
            HistoryEventType.PASS_STATE_ENTERED,
            HistoryEventType.CHOICE_STATE_ENTERED,
            HistoryEventType.SUCCEED_STATE_ENTERED,
            HistoryEventType.FAIL_STATE_ENTERED);

    private interface Property {
        void check(long seed, StateMachine machine);
    }

    private static void forAllSeeds(Property property) {
        LongStream.range(0, Long.getLong("stepunit.seeds", 200)).forEach(seed -> {
            String definition = RandomMachine.definition(seed);
            try {
                property.check(
                        seed, StateMachine.of(definition).withLimits(LIMITS).withSeed(seed));
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("Seed " + seed + ": " + e.getMessage() + "\nof " + definition, e);
            }
        });
    }

    private static Execution run(long seed, StateMachine machine) {
        return machine.withTasks(RandomAnswers.failingNowAndThen(seed)).start(RandomMachine.input(seed));
    }

    @Test
    void the_generator_reaches_every_type_of_event_that_it_can() {
        Set<String> seen = new HashSet<>();
        Set<ExecutionStatus> statuses = new HashSet<>();
        forAllSeeds((seed, machine) -> {
            Execution execution = run(seed, machine);
            statuses.add(execution.status());
            execution.history().events().forEach(event -> seen.add(event.type().awsName()));
        });

        assertThat(statuses).contains(ExecutionStatus.SUCCEEDED, ExecutionStatus.FAILED);
        assertThat(seen)
                .contains(
                        "MapIterationAborted",
                        "ParallelStateAborted",
                        "TaskStateAborted",
                        "WaitStateAborted",
                        "TaskTimedOut",
                        "TaskSubmitFailed",
                        "ActivityFailed",
                        "LambdaFunctionTimedOut",
                        "ParallelStateFailed",
                        "MapStateFailed",
                        "ChoiceStateExited");
    }

    @Test
    void the_same_seed_gives_the_same_history() {
        forAllSeeds((seed, machine) -> assertThat(run(seed, machine).history().events())
                .isEqualTo(run(seed, machine).history().events()));
    }

    @Test
    void ids_have_no_gaps_and_point_back() {
        forAllSeeds((seed, machine) -> {
            long id = 0;
            for (HistoryEvent event : run(seed, machine).history().events()) {
                assertThat(event.id()).isEqualTo(++id);
                assertThat(event.previousEventId()).isBetween(0L, id - 1);
            }
        });
    }

    @Test
    void time_never_falls_and_ends_with_the_execution() {
        forAllSeeds((seed, machine) -> {
            Execution execution = run(seed, machine);
            Instant before = execution.startTime();
            for (HistoryEvent event : execution.history().events()) {
                assertThat(event.timestamp()).isAfterOrEqualTo(before);
                before = event.timestamp();
            }
            assertThat(before).isEqualTo(execution.now());
            assertThat(execution.duration()).isLessThanOrEqualTo(LIMITS.duration());
        });
    }

    @Test
    void a_running_machine_is_in_one_state_which_is_left_or_aborted_or_failed() {
        forAllSeeds((seed, machine) -> {
            Execution execution = run(seed, machine);
            Map<Scope, String> open = new HashMap<>();
            for (HistoryEvent event : execution.history().events()) {
                follow(event, open);
            }
            if (execution.status() == ExecutionStatus.SUCCEEDED) {
                assertThat(open).isEmpty();
            }
        });
    }

    private static void follow(HistoryEvent event, Map<Scope, String> open) {
        Scope scope = event.scope();
        if (event.type().isStateEntered()) {
            assertThat(open).doesNotContainKey(scope);
            if (!WITHOUT_END.contains(event.type())) {
                open.put(scope, scope.pathOf(name(event)));
            }
        } else if (event.type().isStateExited()) {
            String left = open.remove(scope);
            assertThat(left == null || left.equals(scope.pathOf(name(event)))).isTrue();
        } else if (event.type().awsName().endsWith("StateAborted")) {
            assertThat(open.remove(scope)).isNotNull();
        } else if (event.trace() instanceof Trace.Uncaught uncaught) {
            open.values().remove(uncaught.state());
        }
    }

    private static String name(HistoryEvent event) {
        return String.valueOf(event.stateName());
    }

    @Test
    void a_state_is_entered_only_by_a_transition_of_the_definition() {
        forAllSeeds((seed, machine) -> {
            Map<String, Set<String>> targets = new HashMap<>();
            Set<String> starts = new HashSet<>();
            collect(machine.definition().graph(), targets, starts);
            List<HistoryEvent> events = run(seed, machine).history().events();
            for (HistoryEvent event : events) {
                if (!event.type().isStateEntered()) {
                    continue;
                }
                HistoryEvent previous =
                        event.previousEventId() == 0 ? null : events.get((int) event.previousEventId() - 1);
                if (previous != null && previous.type().isStateExited()) {
                    assertThat(targets.get(name(previous))).contains(name(event));
                    assertThat(previous.scope()).isEqualTo(event.scope());
                } else {
                    assertThat(starts).contains(name(event));
                }
            }
        });
    }

    private static void collect(StateGraph graph, Map<String, Set<String>> targets, Set<String> starts) {
        starts.add(graph.startAt());
        for (State state : graph.states().values()) {
            Set<String> next = targets.computeIfAbsent(state.name(), name -> new HashSet<>());
            state.transitions().stream().map(Transition::target).forEach(next::add);
            state.graphs().forEach(inner -> collect(inner, targets, starts));
        }
    }

    @Test
    void neither_the_input_nor_what_the_history_holds_is_ever_changed() {
        forAllSeeds((seed, machine) -> {
            JsonNode input = RandomMachine.input(seed);
            JsonNode before = input.deepCopy();
            Execution execution =
                    machine.withTasks(RandomAnswers.failingNowAndThen(seed)).startPaused(input);
            List<String> asItWas = new ArrayList<>();
            while (execution.status() == ExecutionStatus.RUNNING) {
                execution.advance(Duration.ofSeconds(1));
                List<HistoryEvent> events = execution.history().events();
                for (int i = asItWas.size(); i < events.size(); i++) {
                    asItWas.add(events.get(i).toString());
                }
                if (execution.duration().toHours() > 1) {
                    execution.runToEnd();
                }
            }

            assertThat(input).isEqualTo(before);
            for (int i = 0; i < asItWas.size(); i++) {
                assertThat(execution.history().events().get(i)).hasToString(asItWas.get(i));
            }
        });
    }

    @Test
    void the_output_does_not_depend_on_max_concurrency_when_nothing_fails() {
        AtomicInteger compared = new AtomicInteger();
        forAllSeeds((seed, machine) -> {
            Execution one = withConcurrency(1, seed, machine);
            if (nothingFailed(one)) {
                assertThat(withConcurrency(2, seed, machine).output()).isEqualTo(one.output());
                assertThat(withConcurrency(40, seed, machine).output()).isEqualTo(one.output());
                compared.incrementAndGet();
            }
        });

        assertThat(compared).hasValueGreaterThan(10);
    }

    private static Execution withConcurrency(int concurrency, long seed, StateMachine machine) {
        String text = machine.definition().text();
        return StateMachine.of(text.replaceAll("\"MaxConcurrency\":\\d+", "\"MaxConcurrency\":" + concurrency))
                .withLimits(LIMITS.withHistoryEvents(Long.MAX_VALUE).withSteps(5_000))
                .withTasks(RandomAnswers.thatSucceed(seed))
                .start(RandomMachine.input(seed));
    }

    /** A failure of one iteration ends others that may or may not have begun, and so depends on the concurrency. */
    private static boolean nothingFailed(Execution execution) {
        return execution.status() == ExecutionStatus.SUCCEEDED
                && execution.history().events().stream()
                        .noneMatch(event -> event.trace() instanceof Trace.Uncaught
                                || event.trace() instanceof Trace.Retried
                                || event.trace() instanceof Trace.Caught);
    }

    @Test
    void a_definition_is_the_same_when_it_is_parsed_from_its_own_text() {
        forAllSeeds((seed, machine) -> {
            StateMachineDefinition first = machine.definition();
            StateMachineDefinition second =
                    StateMachineDefinition.parse("definition", first.text(), StateMachineType.STANDARD);

            assertThat(second.text()).isEqualTo(first.text());
            assertThat(second.graph().states().keySet())
                    .containsExactlyElementsOf(first.graph().states().keySet());
            assertThat(run(
                                    seed,
                                    StateMachine.of(second, StateMachineType.STANDARD)
                                            .withLimits(LIMITS)
                                            .withSeed(seed))
                            .history()
                            .events())
                    .isEqualTo(run(seed, machine).history().events());
        });
    }
}
