package io.github.stepunit.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails.TaskAnswered;
import io.github.stepunit.history.HistoryEventDetails.TaskFailed;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskInvocation;
import io.github.stepunit.task.TaskOutcome;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Recorded executions that start another state machine, with that machine run for real instead of its recorded answer:
 * the same events, and in the answers of the Task the same members in the same order.
 */
class NestedConformanceTest {

    /** Values that are neither masked in the recording nor made up by AWS. */
    private static final List<String> COMPARED =
            List.of("Error", "Input", "InputDetails", "Name", "Output", "OutputDetails", "Status");

    @TestFactory
    Stream<DynamicTest> nested_executions_go_as_they_went_on_aws() {
        List<RecordedCase> cases = Recordings.required().stream()
                .filter(NestedConformanceTest::startsAnother)
                .toList();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(7);
        return cases.stream().map(each -> DynamicTest.dynamicTest(each.id(), () -> check(each)));
    }

    private static boolean startsAnother(RecordedCase each) {
        // There, the token of the job is sent by the recorder itself.
        return each.hasHistory()
                && !each.meta().path("otherStateMachines").isEmpty()
                && each.definition().contains(":states:startExecution")
                && !each.definition().contains("Task.Token");
    }

    private static void check(RecordedCase recorded) {
        Execution execution = run(recorded);

        assertThat(execution.history().events())
                .extracting(event -> event.type().awsName())
                .isEqualTo(recorded.events().stream()
                        .map(event -> event.path("type").asText())
                        .toList());
        for (int i = 0; i < recorded.events().size(); i++) {
            JsonNode details = RecordedAttempt.details(recorded.events().get(i));
            JsonNode expected = details.path(details.has("cause") ? "cause" : "output");
            JsonNode actual = answerOf(execution.history().events().get(i));
            if (expected.isObject() && actual.isObject()) {
                assertThat(names(actual, expected)).isEqualTo(names(expected, expected));
                COMPARED.forEach(name -> assertThat(actual.path(name)).as(name).isEqualTo(expected.path(name)));
            }
        }
    }

    private static Execution run(RecordedCase recorded) {
        String[] arn = recorded.context("stateMachineArn").split(":", -1);
        StateMachine[] others = StreamSupport.stream(
                        recorded.meta().path("otherStateMachines").spliterator(), false)
                .map(NestedConformanceTest::other)
                .toArray(StateMachine[]::new);
        return StateMachine.of(recorded.definition())
                .named(recorded.context("stateMachineName"))
                .inAccount(arn[4], arn[3])
                .withTasks(new Unanswered())
                .withStateMachines(others)
                .start(JsonText.parse(recorded.input()));
    }

    /** Its function sleeps for longer than its timeout (callback/test_callback.test_start_execution_sync_delegate_timeout). */
    private static final class Unanswered implements io.github.stepunit.task.TaskHandler {

        @Override
        public TaskOutcome handle(TaskInvocation invocation) {
            return TaskOutcome.neverAnswer();
        }

        @Override
        public Precedence precedence(TaskInvocation invocation) {
            return Precedence.NO_ANSWER;
        }
    }

    private static StateMachine other(JsonNode machine) {
        String[] arn = machine.path("arn").asText().split(":", -1);
        return StateMachine.of(
                        machine.path("definition").asText(),
                        StateMachineType.valueOf(machine.path("type").asText()))
                .named(arn[6])
                .inAccount(arn[4], arn[3]);
    }

    private static JsonNode answerOf(HistoryEvent event) {
        if (event.details() instanceof TaskAnswered answered) {
            return answered.output();
        }
        String cause = event.details() instanceof TaskFailed failed ? failed.cause() : null;
        return cause == null || !cause.startsWith("{") ? JsonText.parse("null") : JsonText.parse(cause);
    }

    /** AWS describes redrives since November 2023; older recordings do not have them. */
    private static List<String> names(JsonNode object, JsonNode recorded) {
        List<String> names = new ArrayList<>();
        for (Iterator<String> each = object.fieldNames(); each.hasNext(); ) {
            String name = each.next();
            if (!name.startsWith("Redrive") || recorded.has("RedriveCount")) {
                names.add(name);
            }
        }
        return names;
    }
}
