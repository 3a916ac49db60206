package io.github.stepunit.contract.recorded;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.JsonText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A recording of the conformance data set, made into what GetExecutionHistory answered: payloads as text again, and values
 * instead of the placeholders, where the data set tells them.
 */
public record Conformance(String id, JsonNode meta, String definition, String input, JsonNode history) {

    private static final Pattern LITERAL = Pattern.compile("[\\w\\-./: ]+");
    private static final Set<String> PAYLOADS = Set.of("input", "output", "parameters", "cause");

    /** All executions with a history; skips the test where the data set is not there. */
    public static List<Conformance> required() {
        Path given = Path.of(System.getProperty("stepunit.conformance.dir", "none"));
        assumeTrue(Files.isDirectory(given), "No recordings in " + given + "; set -Dstepunit.conformance.dir");
        // The whole data set, or its executions alone.
        Path cases = given.resolve("cases");
        Path root = Files.isDirectory(cases) ? cases : given;
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.endsWith("history.json"))
                    .map(Path::getParent)
                    .sorted()
                    .map(directory -> read(root, directory))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the data set shows instead of times and quoted JSON, and what stands there in truth. */
    public static final Pattern MASKED = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:?\\d\\d)|\\bdate(time)?\\b"
                    + "|'(\\{.*}|<json-input:\\d+>)'");

    /** As in the core's own suite: the recording and the definition of the data set do not belong together. */
    private static final Set<String> DEVIATIONS = Set.of(
            // recorded in October 2023, before AWS added RedriveCount to the context object
            "scenarios/test_base_scenarios.test_lambda_invoke_with_retry_extended_input",
            "scenarios/test_base_scenarios.test_lambda_service_invoke_with_retry_extended_input",
            // the definition was rebuilt by the makers of the data set
            "services/test_ecs_task_service.test_run_task_sync",
            "services/test_ecs_task_service.test_run_task_raise_failure");

    /** Without those whose ids the data set has lost ("Parallel normalised"), which are no histories. */
    public static List<Conformance> replayable() {
        return required().stream()
                .filter(each -> !each.hasLostIds() && !each.usesDistributedMap())
                .filter(each -> !DEVIATIONS.contains(each.id()))
                .toList();
    }

    /** Those with a Distributed Map, whose child executions the data set does not have. */
    public static List<Conformance> distributed() {
        return required().stream()
                .filter(each -> !each.hasLostIds() && each.usesDistributedMap())
                .toList();
    }

    /** The settings with which each of them replays. */
    public Replay settings(Replay replay) {
        return replay.ignoringTexts(MASKED).ignoringMembers(unknownMembers());
    }

    private static Conformance read(Path root, Path directory) {
        try {
            return new Conformance(
                    root.relativize(directory).toString().replace('\\', '/'),
                    JsonText.parseWithoutText(Files.readString(directory.resolve("meta.json"))),
                    Files.readString(directory.resolve("definition.json")),
                    Files.readString(directory.resolve("input.json")),
                    JsonText.parseWithoutText(Files.readString(directory.resolve("history.json"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String context(String name) {
        return meta.path("context").path(name).asText();
    }

    /** Whether the data set has lost the ids within a Parallel, without which this is no history. */
    public boolean hasLostIds() {
        for (JsonNode event : history.path("events")) {
            if (event.path("id").isArray()) {
                return true;
            }
        }
        return false;
    }

    public boolean usesDistributedMap() {
        return definition.contains("DISTRIBUTED");
    }

    public StateMachine machine() {
        return StateMachine.of(definition, StateMachineType.STANDARD);
    }

    public RecordedExecution recording() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode events = answer.putArray("events");
        history.path("events").forEach(event -> events.add(withTextPayloads("", event)));
        ObjectNode real = (ObjectNode) JsonText.parseWithoutText(unmasked(JsonText.writeCompact(answer)));
        int i = 0;
        for (JsonNode event : real.path("events")) {
            // A millisecond apart: the recordings have no times.
            ((ObjectNode) event).put("timestamp", start() + i++ / 1000.0);
            if (event.path("executionStartedEventDetails") instanceof ObjectNode started) {
                started.put("input", input);
            }
        }
        return RecordedExecution.of(context("executionArn"), context("stateMachineArn"), JsonText.writeCompact(real));
    }

    /** Times in inputs of some are relative to when the data set was made. */
    private double start() {
        return meta.path("notes").toString().contains("relative to \\\"now\\\"") ? 1795376473.0 : 1735689600.0;
    }

    /** Members whose values the data set does not tell, and which the definition makes of something else. */
    public String[] unknownMembers() {
        Set<String> members = new LinkedHashSet<>();
        for (JsonNode step : meta.path("replaced").path("jsonpath")) {
            Matcher last = Pattern.compile("\\.([\\w-]+)$")
                    .matcher(step.path("jsonpath").asText(step.path("path").asText()));
            if (last.find()) {
                members.add(last.group(1));
            }
        }
        for (JsonNode step : meta.path("replaced").path("other")) {
            Matcher key = Pattern.compile("KeyValue\\(([\\w-]+)\\)").matcher(step.toString());
            if (key.find()) {
                members.add(pascalCase(key.group(1)));
            }
        }
        return members.toArray(String[]::new);
    }

    private static String pascalCase(String hyphenated) {
        return Pattern.compile("(?:^|-)(\\w)").matcher(hyphenated).replaceAll(match -> match.group(1)
                .toUpperCase(Locale.ROOT));
    }

    private static JsonNode withTextPayloads(String name, JsonNode value) {
        if (!value.isContainerNode()) {
            return value;
        }
        if (PAYLOADS.contains(name)) {
            return JsonNodeFactory.instance.textNode(JsonText.writeCompact(value));
        }
        if (value.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> array.add(withTextPayloads("", item)));
            return array;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        value.properties()
                .forEach(member -> object.set(
                        member.getKey(),
                        name.equals("assignedVariables") && member.getValue().isContainerNode()
                                ? JsonNodeFactory.instance.textNode(JsonText.writeCompact(member.getValue()))
                                : withTextPayloads(member.getKey(), member.getValue())));
        return object;
    }

    private String unmasked(String text) {
        String result = text;
        for (Map.Entry<String, String> each : placeholders()) {
            result = result.replace(each.getKey(), each.getValue());
        }
        result = result.replace("generated-uuid", "<uuid:0>");
        Matcher uuid = Pattern.compile("<uuid:(\\d+)>").matcher(result);
        return uuid.replaceAll(
                match -> String.format("00000000-0000-4000-a000-%012d", Integer.parseInt(match.group(1))));
    }

    /** What stands for what: the last one that the recorder set is the first one to be taken back. */
    private List<Map.Entry<String, String>> placeholders() {
        List<Map.Entry<String, String>> placeholders = new ArrayList<>();
        for (JsonNode step : meta.path("replaced").path("regex")) {
            String pattern = step.path("pattern").asText().replaceAll("\\\\([-./:])", "$1");
            String replacement = step.path("replacement").asText();
            if (LITERAL.matcher(pattern).matches() && replacement.length() > 5 && !pattern.contains(replacement)) {
                placeholders.add(0, Map.entry(replacement, pattern));
            }
        }
        placeholders.add(0, Map.entry("<region>", context("stateMachineArn").split(":", -1)[3]));
        placeholders.add(0, Map.entry("<partition>", "aws"));
        // The input is known on both sides, before anything has run.
        JsonNode started = history.path("events")
                .path(0)
                .path("executionStartedEventDetails")
                .path("input");
        learn(started, JsonText.parseWithoutText(input), placeholders);
        return placeholders;
    }

    private static void learn(JsonNode masked, JsonNode known, List<Map.Entry<String, String>> placeholders) {
        if (masked.isContainerNode()) {
            masked.properties().forEach(member -> learn(member.getValue(), known.path(member.getKey()), placeholders));
            for (int i = 0; masked.isArray() && i < masked.size(); i++) {
                learn(masked.get(i), known.path(i), placeholders);
            }
        } else if (masked.isTextual()
                && known.isTextual()
                && !masked.equals(known)
                && masked.textValue().length() > 5) {
            placeholders.add(0, Map.entry(masked.textValue(), known.textValue()));
            Matcher placeholder = Pattern.compile("<[^<>]+>$").matcher(masked.textValue());
            if (placeholder.find()) {
                placeholders.add(
                        Map.entry(placeholder.group(), known.textValue().replaceFirst(".*[:/]", "")));
            }
        }
    }

    @Override
    public String toString() {
        return id;
    }
}
