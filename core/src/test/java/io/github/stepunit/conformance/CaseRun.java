package io.github.stepunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.json.JsonText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a recorded case through the interpreter. */
final class CaseRun {

    /** When the data set was made, to which the times in time-relative inputs refer. */
    private static final Instant DATA_SET_MADE = Instant.parse("2026-11-22T19:41:13Z");

    private CaseRun() {}

    /** What GetExecutionHistory and DescribeExecution would answer after the run. */
    static JsonNode run(RecordedCase recordedCase) {
        Execution execution = machine(recordedCase).startPaused(JsonText.parse(recordedCase.input()));
        JsonNode abortion = last(recordedCase.events());
        if (abortion != null && abortion.path("type").asText().equals("ExecutionAborted")) {
            runUntilAborted(recordedCase, execution, abortion);
        } else {
            execution.runToEnd();
        }
        return answer(execution);
    }

    private static StateMachine machine(RecordedCase recordedCase) {
        StateMachine machine = StateMachine.of(recordedCase.definition()).withTasks(new RecordedAnswers(recordedCase));
        return recordedCase.isTimeRelative() ? machine.startingAt(DATA_SET_MADE) : machine;
    }

    /** StopExecution came after the last recorded state had been entered. */
    private static void runUntilAborted(RecordedCase recordedCase, Execution execution, JsonNode abortion) {
        List<String> entered = recordedCase.events().stream()
                .map(event ->
                        event.path("stateEnteredEventDetails").path("name").asText())
                .filter(name -> !name.isEmpty())
                .toList();
        entered.forEach(execution::runUntilState);
        JsonNode details = RecordedAttempt.details(abortion);
        execution.stop(details.path("error").textValue(), details.path("cause").textValue());
    }

    private static @Nullable JsonNode last(List<JsonNode> events) {
        return events.isEmpty() ? null : events.get(events.size() - 1);
    }

    private static JsonNode answer(Execution execution) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("events", PythonText.loads(execution.history().toJson()).path("events"));
        answer.put("status", execution.status().name());
        if (execution.status() == ExecutionStatus.SUCCEEDED) {
            answer.put("output", JsonText.write(execution.output()));
        }
        putIfPresent(answer, "error", execution.error());
        putIfPresent(answer, "cause", execution.cause());
        return answer;
    }

    private static void putIfPresent(ObjectNode answer, String member, @Nullable String value) {
        if (value != null) {
            answer.put(member, value);
        }
    }
}
