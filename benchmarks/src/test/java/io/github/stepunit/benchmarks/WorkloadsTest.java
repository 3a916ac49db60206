package io.github.stepunit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.json.JsonText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A measurement says something only if what is measured does its work, and the ceiling the same. */
class WorkloadsTest {

    static Stream<Workload> workloads() {
        return Stream.of(
                Workloads.linear(10),
                Workloads.loop(10),
                Workloads.mapOfPass(10),
                Workloads.mapOfTasks(100),
                Workloads.distributedMap(5_000),
                Workloads.distributedMapWithoutBatches(100),
                Workloads.parallel(3),
                Workloads.retry(),
                Workloads.noRetry(),
                Workloads.retryWithOwnMocks(),
                Workloads.noRetryWithOwnMocks(),
                Workloads.payload(20),
                Workloads.unlimitedPayload(20));
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void the_work_by_hand_gives_the_same_output_and_records_the_same_events(Workload workload) {
        Execution execution = workload.run(workload.load());
        HandWrittenHistory byHand = workload.runByHand();

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(execution.output()).isEqualTo(byHand.output());
        assertThat(types(execution.history().events().stream().map(HistoryEvent::type)))
                .isEqualTo(types(byHand.events().stream().map(HandWrittenHistory.Event::type)));
    }

    /** Sorted, because branches and iterations take turns on StepUnit and not by hand. */
    private static List<HistoryEventType> types(Stream<HistoryEventType> types) {
        return types.sorted().toList();
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void the_number_of_transitions_is_that_of_the_states_entered(Workload workload) {
        Execution execution = workload.run(workload.load());

        assertThat(execution.history().events().stream()
                        .filter(event -> event.type().isStateEntered()))
                .hasSize((int) workload.transitions());
    }

    @Test
    void outputs_are_those_of_the_published_workloads() {
        assertThat(output(Workloads.linear(10)).at("/last/i").intValue()).isEqualTo(9);
        assertThat(output(Workloads.linear(10)).at("/nested/k").intValue()).isEqualTo(1);
        assertThat(output(Workloads.loop(10)).at("/i").intValue()).isEqualTo(10);
        assertThat(output(Workloads.mapOfPass(10)).at("/9/v").intValue()).isEqualTo(10);
        assertThat(output(Workloads.mapOfTasks(100)).at("/99/ok").booleanValue())
                .isTrue();
        assertThat(output(Workloads.parallel(3)).at("/2/last/i").intValue()).isEqualTo(19);
        assertThat(output(Workloads.retry()).at("/r/ok").booleanValue()).isTrue();
        assertThat(output(Workloads.payload(20)).at("/info/k").intValue()).isEqualTo(49);
        assertThat(output(Workloads.tiny()).at("/ok").booleanValue()).isTrue();
    }

    @Test
    void three_retries_take_seven_virtual_seconds_and_none_takes_none() {
        assertThat(Workloads.retry().run(Workloads.retry().load()).duration()).hasSeconds(7);
        assertThat(Workloads.noRetry().run(Workloads.noRetry().load()).duration())
                .isZero();
    }

    @Test
    void a_payload_counted_by_hand_has_the_bytes_of_its_text() {
        JsonNode payload = Workloads.payload(20).input();

        assertThat(PayloadByHand.bytes(payload))
                .isEqualTo(JsonText.writeCompact(payload).length())
                .isBetween(20_000L, 20_200L);
    }

    private static JsonNode output(Workload workload) {
        return workload.run(workload.load()).output();
    }
}
