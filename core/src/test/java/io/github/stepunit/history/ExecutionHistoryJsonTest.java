package io.github.stepunit.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.stepunit.history.HistoryEventDetails.ExecutionStarted;
import io.github.stepunit.history.HistoryEventDetails.Failed;
import io.github.stepunit.history.HistoryEventDetails.StateExited;
import io.github.stepunit.history.HistoryEventDetails.TaskScheduled;
import io.github.stepunit.json.JsonText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecutionHistoryJsonTest {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

    @Test
    void is_written_as_the_aws_cli_prints_it() {
        String json = history(
                        event(
                                1,
                                0,
                                HistoryEventType.EXECUTION_STARTED,
                                new ExecutionStarted(
                                        JsonText.parse("{\"a\": [1, 2]}"), "arn:aws:iam::1:role/r", null, null)),
                        event(
                                2,
                                0,
                                HistoryEventType.PASS_STATE_EXITED,
                                new StateExited("P", JsonText.parse("\"x\""), Map.of("v", JsonText.parse("42")))),
                        event(3, 2, HistoryEventType.PARALLEL_STATE_STARTED, HistoryEventDetails.none()),
                        event(4, 3, HistoryEventType.EXECUTION_FAILED, new Failed(null, null)))
                .toJson();

        assertThat(json)
                .isEqualTo(
                        """
                        {
                            "events": [
                                {
                                    "timestamp": "2025-01-01T00:00:00.001000+00:00",
                                    "type": "ExecutionStarted",
                                    "id": 1,
                                    "previousEventId": 0,
                                    "executionStartedEventDetails": {
                                        "input": "{\\"a\\": [1, 2]}",
                                        "inputDetails": {
                                            "truncated": false
                                        },
                                        "roleArn": "arn:aws:iam::1:role/r"
                                    }
                                },
                                {
                                    "timestamp": "2025-01-01T00:00:00.002000+00:00",
                                    "type": "PassStateExited",
                                    "id": 2,
                                    "previousEventId": 0,
                                    "stateExitedEventDetails": {
                                        "name": "P",
                                        "output": "\\"x\\"",
                                        "outputDetails": {
                                            "truncated": false
                                        },
                                        "assignedVariables": {
                                            "v": "42"
                                        },
                                        "assignedVariablesDetails": {
                                            "truncated": false
                                        }
                                    }
                                },
                                {
                                    "timestamp": "2025-01-01T00:00:00.003000+00:00",
                                    "type": "ParallelStateStarted",
                                    "id": 3,
                                    "previousEventId": 2
                                },
                                {
                                    "timestamp": "2025-01-01T00:00:00.004000+00:00",
                                    "type": "ExecutionFailed",
                                    "id": 4,
                                    "previousEventId": 3,
                                    "executionFailedEventDetails": {}
                                }
                            ]
                        }""");
    }

    @Test
    void every_history_survives_writing_and_reading() {
        for (long seed = 0; seed < 200; seed++) {
            ExecutionHistory history = new ExecutionHistory(new RandomEvents(new Random(seed)).events());

            assertThat(ExecutionHistory.parse(history.toJson()).events())
                    .as("seed " + seed)
                    .isEqualTo(history.events());
        }
    }

    @Test
    void every_event_type_can_be_written_and_read() {
        List<HistoryEvent> events = new ArrayList<>();
        RandomEvents random = new RandomEvents(new Random(0));
        for (HistoryEventType type : HistoryEventType.values()) {
            events.add(random.event(events.size() + 1, type));
        }

        assertThat(ExecutionHistory.parse(new ExecutionHistory(events).toJson()).events())
                .isEqualTo(events);
    }

    @Test
    void timestamps_may_be_epoch_seconds_as_on_the_wire() {
        HistoryEvent event = ExecutionHistory.parse(
                        "{\"events\": [{\"id\": 1, \"type\": \"MapStateFailed\", \"timestamp\": 1735689600.25}]}")
                .events()
                .get(0);

        assertThat(event.timestamp()).isEqualTo(Instant.parse("2025-01-01T00:00:00.250Z"));
        assertThat(event.previousEventId()).isZero();
    }

    @Test
    void a_history_in_reverse_order_is_put_in_order() {
        assertThat(ExecutionHistory.parse(
                                """
                                {"nextToken": "t", "events": [
                                  {"id": 2, "type": "MapStateSucceeded", "timestamp": "2025-01-01T00:00:00Z"},
                                  {"id": 1, "type": "MapStateFailed", "timestamp": "2025-01-01T01:00:00.5+01:00"}]}""")
                        .events())
                .extracting(HistoryEvent::id)
                .containsExactly(1L, 2L);
    }

    @Test
    void what_aws_left_out_stays_out() {
        String json = history(event(
                        1,
                        0,
                        HistoryEventType.TASK_SCHEDULED,
                        new TaskScheduled(
                                "sqs", "sendMessage", "eu-west-1", MissingNode.getInstance(), null, null, null)))
                .toJson();

        assertThat(json).doesNotContain("parameters", "timeoutInSeconds", "heartbeatInSeconds", "taskCredentials");
        assertThat(ExecutionHistory.parse(json).toJson()).isEqualTo(json);
    }

    @Test
    void an_unknown_event_type_is_refused_with_the_id_of_the_event() {
        assertRefused(
                "{\"events\": [{\"id\": 7, \"type\": \"PassStateSkipped\", \"timestamp\": 0}]}",
                "Event 7 of the execution history has the type \"PassStateSkipped\", which is no event type of AWS Step "
                        + "Functions.");
    }

    @Test
    void a_broken_payload_is_refused_with_the_id_of_the_event() {
        String json =
                """
                {"events": [{"id": 9, "type": "PassStateEntered", "timestamp": 0, "stateEnteredEventDetails": {
                  "name": "P", "input": "{\\"a\\": ", "inputDetails": {"truncated": true}}}]}""";

        assertThatExceptionOfType(InvalidHistoryException.class)
                .isThrownBy(() -> ExecutionHistory.parse(json))
                .withMessageStartingWith(
                        "Event 9 of the execution history has a \"stateEnteredEventDetails.input\" that is "
                                + "not JSON text: ")
                .withMessageEndingWith("; AWS says that it is truncated, so take the history from an execution with "
                        + "smaller payloads.");
    }

    @Test
    void a_missing_name_is_refused_with_the_id_of_the_event() {
        assertRefused(
                "{\"events\": [{\"id\": 3, \"type\": \"PassStateEntered\", \"timestamp\": 0}]}",
                "Event 3 of the execution history has no \"stateEnteredEventDetails.name\".");
    }

    @Test
    void a_bad_timestamp_is_refused_with_the_id_of_the_event() {
        assertRefused(
                "{\"events\": [{\"id\": 3, \"type\": \"MapStateFailed\", \"timestamp\": \"yesterday\"}]}",
                "Event 3 of the execution history has the \"timestamp\" \"yesterday\", which is neither ISO-8601 with an "
                        + "offset nor epoch seconds.");
    }

    @Test
    void an_event_without_an_id_is_refused_with_its_place() {
        assertRefused(
                "{\"events\": [{\"type\": \"MapStateFailed\"}]}", "events[0] has no \"id\" that is a whole number.");
    }

    @Test
    void text_without_events_is_refused() {
        assertRefused(
                "[]",
                "An execution history is a JSON object with the array \"events\", as `aws stepfunctions "
                        + "get-execution-history` prints it, but this text has no such array.");
        assertThatExceptionOfType(InvalidHistoryException.class)
                .isThrownBy(() -> ExecutionHistory.parse("{"))
                .withMessageStartingWith("The text is not an execution history, because it is not JSON: ");
    }

    private static void assertRefused(String json, String message) {
        assertThatExceptionOfType(InvalidHistoryException.class)
                .isThrownBy(() -> ExecutionHistory.parse(json))
                .withMessage(message);
    }

    private static ExecutionHistory history(HistoryEvent... events) {
        return new ExecutionHistory(List.of(events));
    }

    private static HistoryEvent event(
            long id, long previousEventId, HistoryEventType type, HistoryEventDetails details) {
        return new HistoryEvent(id, previousEventId, START.plusMillis(id), type, details, Scope.EXECUTION, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "1e300", "12345678901234567890123"})
    void refuses_a_timestamp_that_no_instant_holds(String timestamp) {
        String json = "{\"events\":[{\"id\":7,\"type\":\"WaitStateAborted\",\"timestamp\":" + timestamp + "}]}";

        assertThatThrownBy(() -> ExecutionHistory.parse(json))
                .isInstanceOf(InvalidHistoryException.class)
                .hasMessageStartingWith("Event 7 of the execution history has the \"timestamp\" ")
                .hasMessageEndingWith(", which is neither ISO-8601 with an offset nor epoch seconds.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4294967297", "12345678901234567890123"})
    void refuses_a_length_that_no_array_has(String length) {
        String json = "{\"events\":[{\"id\":7,\"type\":\"MapStateStarted\",\"timestamp\":1,"
                + "\"mapStateStartedEventDetails\":{\"length\":" + length + "}}]}";

        assertThatThrownBy(() -> ExecutionHistory.parse(json))
                .isInstanceOf(InvalidHistoryException.class)
                .hasMessageStartingWith(
                        "Event 7 of the execution history has a \"mapStateStartedEventDetails.length\" that is ");
    }
}
