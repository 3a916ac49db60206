package io.github.stepunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.s3.S3Objects;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs a recorded case through the interpreter. */
final class CaseRun {

    /** When the data set was made, to which the times in time-relative inputs refer. */
    private static final Instant DATA_SET_MADE = Instant.parse("2026-11-22T19:41:13Z");

    private static final String OUR_EXPRESS_ID = "00000000-0000-4000-8000-000000000000";

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
        return withMapRunIds(recordedCase, execution, withExpressId(recordedCase, answer(execution)));
    }

    static StateMachine machine(RecordedCase recordedCase) {
        String[] arn = recordedCase.context("stateMachineArn").split(":", -1);
        StateMachine machine = StateMachine.of(recordedCase.definition(), StateMachineType.valueOf(recordedCase.type()))
                .named(recordedCase.context("stateMachineName"))
                .inAccount(arn[4], arn[3])
                .withRole(recordedCase.context("roleArn"))
                .withExecutionName(executionArn(recordedCase).get(7))
                .withTasks(new RecordedAnswers(recordedCase))
                .withObjects(objects(recordedCase));
        return recordedCase.isTimeRelative() ? machine.startingAt(DATA_SET_MADE) : machine;
    }

    /** What the buckets held. */
    private static S3Objects objects(RecordedCase recordedCase) {
        S3Objects objects = new S3Objects();
        for (JsonNode object : recordedCase.meta().path("s3Objects")) {
            objects.put(
                    object.path("Bucket").asText(),
                    object.path("Key").asText(),
                    object.path("Body").asText());
        }
        return objects;
    }

    private static List<String> executionArn(RecordedCase recordedCase) {
        return List.of(recordedCase.context("executionArn").split(":", -1));
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

    static JsonNode answer(Execution execution) {
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

    /** AWS ends the ARN of an express execution with an id that only AWS knows; ours stands for the recorded one. */
    private static JsonNode withExpressId(RecordedCase recordedCase, JsonNode answer) {
        List<String> arn = executionArn(recordedCase);
        return arn.size() <= 8
                ? answer
                : PythonText.loads(PythonText.dumps(answer).replace(OUR_EXPRESS_ID, arn.get(8)));
    }

    /** The last two parts of the ARN of a Map Run are AWS's own inventions, which the recorder has numbered. */
    private static JsonNode withMapRunIds(RecordedCase recordedCase, Execution execution, JsonNode answer) {
        String recorded = recordedCase.history().toString();
        String text = PythonText.dumps(answer);
        for (int i = 0; i < execution.mapRuns().size(); i++) {
            String arn = execution.mapRuns().get(i).arn();
            int slash = arn.lastIndexOf('/') + 1;
            int colon = arn.lastIndexOf(':');
            String ours = arn.substring(slash);
            String label = "<MapRunArnPart0_" + i + "idx>";
            if (recorded.contains(label)) {
                text = text.replace(ours, label + arn.substring(colon));
            }
            text = text.replace(arn.substring(colon), ":<MapRunArnPart1_" + i + "idx>");
        }
        return PythonText.loads(text);
    }

    private static void putIfPresent(ObjectNode answer, String member, @Nullable String value) {
        if (value != null) {
            answer.put(member, value);
        }
    }
}
