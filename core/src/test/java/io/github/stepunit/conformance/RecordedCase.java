package io.github.stepunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One execution recorded against the real AWS: a directory of the conformance data set.
 *
 * @param id the directory below the root of the data set
 * @param type STANDARD or EXPRESS
 * @param definition exact text given to CreateStateMachine
 * @param input exact text given to StartExecution
 * @param meta what is known about the recording
 * @param history the recorded answer of GetExecutionHistory; missing when it was not recorded
 * @param result the recorded status, output, error and cause
 * @param directory where the other files of the recording are
 */
record RecordedCase(
        String id,
        String type,
        String definition,
        String input,
        JsonNode meta,
        JsonNode history,
        JsonNode result,
        Path directory) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** All cases below {@code root}, in the order of their ids. */
    static List<RecordedCase> all(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.endsWith("meta.json"))
                    .map(Path::getParent)
                    .sorted()
                    .map(directory -> read(root, directory))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RecordedCase read(Path root, Path directory) {
        return new RecordedCase(
                root.relativize(directory).toString().replace('\\', '/'),
                textOr(directory.resolve("type"), "STANDARD").strip(),
                textOr(directory.resolve("definition.json"), ""),
                textOr(directory.resolve("input.json"), "{}"),
                json(directory.resolve("meta.json")),
                json(directory.resolve("history.json")),
                json(directory.resolve("result.json")),
                directory);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String textOr(Path file, String otherwise) {
        return Files.exists(file) ? text(file) : otherwise;
    }

    private static JsonNode json(Path file) {
        try {
            return Files.exists(file) ? JSON.readTree(text(file)) : MissingNode.getInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not JSON", e);
        }
    }

    /** Another file of the recording. */
    String file(String name) {
        return text(directory.resolve(name));
    }

    /** The other arguments of the call. */
    JsonNode request() {
        return json(directory.resolve("request.json"));
    }

    /** The recorded answer of the call. */
    JsonNode expected() {
        return json(directory.resolve("expected.json"));
    }

    /** The recorded events, oldest first; empty when no history was recorded. */
    List<JsonNode> events() {
        List<JsonNode> events = new ArrayList<>();
        history.path("events").forEach(events::add);
        return MapRunChain.ofToday(events);
    }

    boolean hasHistory() {
        return history.has("events");
    }

    /** A value of the context that the recording ran in: {@code executionArn}, {@code roleArn} and so on. */
    String context(String name) {
        return meta.path("context").path(name).asText();
    }

    /** The region of the recording, which is a part of every ARN. */
    String region() {
        String[] arn = context("stateMachineArn").split(":", -1);
        // Calls that have no machine were made where all were.
        return arn.length > 3 ? arn[3] : "us-east-1";
    }

    boolean usesJsonata() {
        return strings(meta.path("features").path("queryLanguage")).contains("JSONata");
    }

    boolean usesDistributedMap() {
        return meta.path("features").path("distributedMap").asBoolean();
    }

    /** Whether the definition has features beyond JSONPath and inline Map. */
    boolean isJsonPathWithoutDistributedMap() {
        return !usesJsonata() && !usesDistributedMap();
    }

    /** Whether the input holds times that were computed when the data set was made. */
    boolean isTimeRelative() {
        return strings(meta.path("notes")).stream().anyMatch(note -> note.contains("relative to \"now\""));
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    @Override
    public String toString() {
        return id;
    }
}
