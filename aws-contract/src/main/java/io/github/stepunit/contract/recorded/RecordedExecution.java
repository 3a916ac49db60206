package io.github.stepunit.contract.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.contract.internal.StepFunctionsArn;
import io.github.stepunit.history.ExecutionHistory;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.json.JsonText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An execution that ran on AWS, as {@code GetExecutionHistory} tells it. Kept in a file, it is a regression test of what
 * production does.
 *
 * @param arn the execution
 * @param stateMachineArn what it ran, with the version where there was one
 * @param history its events
 * @param children what the Map Runs of its Distributed Map states started, in order of their start; may be cut off, see
 *     {@link RecordedExecutions#withMostChildren}
 * @param missingChildren those that are not there, with the reason
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RecordedExecution(
        String arn,
        String stateMachineArn,
        ExecutionHistory history,
        List<RecordedExecution> children,
        List<MissingChildren> missingChildren) {

    public RecordedExecution {
        children = List.copyOf(children);
        missingChildren = List.copyOf(missingChildren);
        if (history.events().isEmpty()
                || !(history.events().get(0).details() instanceof HistoryEventDetails.ExecutionStarted)) {
            throw new IllegalArgumentException("The history of " + arn
                    + " does not begin with ExecutionStarted.\n  do      record it whole: all pages of GetExecutionHistory,"
                    + " with execution data.");
        }
    }

    /**
     * An execution whose history is an answer of {@code GetExecutionHistory}, as the AWS CLI and the SDKs print it.
     *
     * @param json JSON text, an object with {@code events}
     */
    public static RecordedExecution of(String arn, String stateMachineArn, String json) {
        return new RecordedExecution(arn, stateMachineArn, ExecutionHistory.parse(json), List.of(), List.of());
    }

    /**
     * Reads a file that {@link #write} wrote, or that the AWS CLI did ({@code aws stepfunctions get-execution-history}).
     *
     * @throws java.io.UncheckedIOException when it cannot be read
     * @throws IllegalArgumentException when it is no recording; the message says what is wrong
     */
    public static RecordedExecution read(Path file) {
        return RecordedFile.read(file);
    }

    /**
     * Reads many, as {@link #read} does.
     *
     * @param places files, and folders in which every {@code .json} file is one, sorted by name
     * @throws java.io.UncheckedIOException when one cannot be read
     * @throws IllegalArgumentException when one is no recording; the message says which and what is wrong
     */
    public static List<RecordedExecution> readAll(List<Path> places) {
        return RecordedFile.readAll(places);
    }

    /** Writes it, whole or not at all, with secrets masked by {@link SecretRules#DEFAULT}. */
    public void write(Path file) {
        write(file, SecretRules.DEFAULT);
    }

    /** Writes it, whole or not at all, with secrets masked by those rules. */
    public void write(Path file, SecretRules rules) {
        RecordedFile.write(file, this, rules);
    }

    /** The same execution with its secrets masked, in all payloads and causes alike. */
    public RecordedExecution masked(SecretRules rules) {
        JsonNode answer = JsonText.parseWithoutText(history.toJson());
        ObjectNode masked = JsonNodeFactory.instance.objectNode();
        masked.set("events", rules.maskedEvents(answer.path("events")));
        return new RecordedExecution(
                arn,
                stateMachineArn,
                ExecutionHistory.parse(JsonText.writeCompact(masked)),
                children.stream().map(child -> child.masked(rules)).toList(),
                missingChildren);
    }

    /** What its Tasks were answered: by visit in order of entry, and attempt by attempt within each. */
    public List<RecordedAnswer> answers() {
        return RecordedAnswer.of(this);
    }

    /** Its name. */
    public String name() {
        StepFunctionsArn parsed = StepFunctionsArn.of(arn);
        return parsed == null || parsed.name().isEmpty() ? arn.substring(arn.lastIndexOf(':') + 1) : parsed.name();
    }

    /** The input; a {@link MissingNode} when it was recorded without execution data. */
    public JsonNode input() {
        return started().input();
    }

    /** The execution role; null when the history does not tell. */
    public @Nullable String roleArn() {
        return started().roleArn();
    }

    private HistoryEventDetails.ExecutionStarted started() {
        return (HistoryEventDetails.ExecutionStarted) history.events().get(0).details();
    }

    /** When it started. */
    public Instant startTime() {
        return history.events().get(0).timestamp();
    }

    /** How it ended; RUNNING when the recording was made before its end. */
    public ExecutionStatus status() {
        return ExecutionStatus.after(lastEvent().type());
    }

    HistoryEvent lastEvent() {
        return history.events().get(history.events().size() - 1);
    }
}
