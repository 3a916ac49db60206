package io.github.stepunit.contract.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.contract.internal.PrettyJson;
import io.github.stepunit.contract.internal.TextFiles;
import io.github.stepunit.history.ExecutionHistory;
import io.github.stepunit.history.InvalidHistoryException;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A recorded execution in a file: the answer of {@code GetExecutionHistory} with its ARNs before it. A file of the AWS CLI,
 * which has the events alone, is read too.
 */
final class RecordedFile {

    private static final String RECORD =
            "record it: RecordedExecutions.with(client).fetch(arn).write(file), or aws stepfunctions get-execution-history";

    private RecordedFile() {}

    static void write(Path file, RecordedExecution execution, SecretRules rules) {
        TextFiles.write(file, PrettyJson.write(json(execution, rules)));
    }

    private static ObjectNode json(RecordedExecution execution, SecretRules rules) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("stepunit", "recorded execution");
        json.put("format", 1);
        json.put("executionArn", execution.arn());
        json.put("stateMachineArn", execution.stateMachineArn());
        JsonNode answer = JsonText.parseWithoutText(execution.history().toJson());
        json.set("events", rules.maskedEvents(answer.path("events")));
        if (!execution.children().isEmpty()) {
            ArrayNode children = json.putArray("children");
            execution.children().forEach(child -> children.add(json(child, rules)));
        }
        if (!execution.missingChildren().isEmpty()) {
            ArrayNode missing = json.putArray("missingChildren");
            execution.missingChildren().forEach(each -> missing.addObject()
                    .put("mapRunArn", each.mapRunArn())
                    .put("reason", each.reason().name())
                    .put("count", each.count()));
        }
        return json;
    }

    static RecordedExecution read(Path file) {
        try {
            return read(JsonText.parseWithoutText(TextFiles.read(file, RECORD)), file);
        } catch (InvalidJsonException e) {
            throw refused(file, "is not JSON: " + e.getMessage(), e);
        } catch (InvalidHistoryException e) {
            throw refused(file, "holds no history that can be read: " + withoutStop(String.valueOf(e.getMessage())), e);
        }
    }

    static List<RecordedExecution> readAll(List<Path> places) {
        List<RecordedExecution> all = new ArrayList<>();
        for (Path place : places) {
            if (!Files.isDirectory(place)) {
                all.add(read(place));
                continue;
            }
            List<Path> files = filesOf(place);
            if (files.isEmpty()) {
                throw refused(place, "holds no .json file", null);
            }
            files.forEach(file -> all.add(read(file)));
        }
        return all;
    }

    private static List<Path> filesOf(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static RecordedExecution read(JsonNode json, Path file) {
        if (!json.path("events").isArray() || json.path("format").asInt(1) != 1) {
            throw refused(file, "is no recorded execution that this version of StepUnit can read", null);
        }
        List<RecordedExecution> children = new ArrayList<>();
        json.path("children").forEach(child -> children.add(read(child, file)));
        List<MissingChildren> missing = new ArrayList<>();
        json.path("missingChildren").forEach(each -> missing.add(missing(each, file)));
        String name = String.valueOf(file.getFileName()).replaceFirst("\\..*", "");
        return new RecordedExecution(
                json.path("executionArn")
                        .asText("arn:aws:states:us-east-1:123456789012:execution:StateMachine:" + name),
                json.path("stateMachineArn").asText("arn:aws:states:us-east-1:123456789012:stateMachine:StateMachine"),
                ExecutionHistory.parse(JsonText.writeCompact(json)),
                children,
                missing);
    }

    private static MissingChildren missing(JsonNode json, Path file) {
        String name = json.path("reason").asText();
        MissingChildren.Reason reason = Arrays.stream(MissingChildren.Reason.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> refused(file, "has missing children for the unknown reason \"" + name + "\"", null));
        return new MissingChildren(
                json.path("mapRunArn").asText(), reason, json.path("count").asInt());
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static IllegalArgumentException refused(Path file, String what, @Nullable Exception cause) {
        return new IllegalArgumentException(file + " " + what + ".\n  do      " + RECORD + ".", cause);
    }
}
