package io.github.stepunit.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Definitions that AWS refused must be refused, in its words. */
class RefusedDefinitionsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern REFUSAL = Pattern.compile("Invalid State Machine Definition: '(.*)'$", Pattern.DOTALL);

    @Test
    void recorded_answers_of_AWS_are_given() throws IOException {
        Path cases = validation(folder("stepunit.conformance.dir"));
        assumeTrue(Files.isDirectory(cases), () -> "no folder " + cases);
        Map<String, String> deviations = new TreeMap<>();
        int count = 0;
        for (Path expectedFile : files(cases, "expected.json")) {
            Path folder = expectedFile.resolveSibling("");
            JsonNode request = JSON.readTree(Files.readString(folder.resolve("request.json")));
            StateMachineType type =
                    StateMachineType.valueOf(request.path("type").asText("STANDARD"));
            String text = Files.readString(folder.resolve("definition.json"));
            String expected = expected(JSON.readTree(Files.readString(expectedFile)));
            String actual = answer(text, type);
            count++;
            if (!actual.equals(expected)) {
                deviations.put(cases.relativize(folder).toString(), expected + "\n but " + actual);
            }
        }
        System.out.println("Recorded answers of the validator: " + count + ", deviating: " + deviations.size());
        assertThat(deviations).isEmpty();
    }

    /** Our answer in the form of the recording. */
    private static String answer(String text, StateMachineType type) {
        try {
            StateMachineDefinition.parse("definition", text, type);
            return "";
        } catch (InvalidDefinitionException e) {
            return e.diagnostics().stream().map(Diagnostic::toAwsText).collect(Collectors.joining(", "));
        }
    }

    private static String expected(JsonNode recorded) {
        if (recorded.has("diagnostics")) {
            return Stream.iterate(0, i -> i + 1)
                    .limit(recorded.get("diagnostics").size())
                    .map(i -> recorded.get("diagnostics").get(i))
                    .map(RefusedDefinitionsTest::diagnostic)
                    .collect(Collectors.joining(", "));
        }
        Matcher refusal = REFUSAL.matcher(
                recorded.path("message").asText(recorded.path("exception_value").asText()));
        return refusal.find() ? refusal.group(1) : "";
    }

    private static String diagnostic(JsonNode recorded) {
        String location = recorded.path("location").asText();
        String text =
                recorded.path("code").asText() + ": " + recorded.path("message").asText();
        return location.startsWith("/") ? text + " at " + location : text;
    }

    @Test
    void definitions_marked_invalid_are_refused_but_for_the_listed_ones() throws IOException {
        Path corpus = folder("stepunit.corpus.dir");
        List<String> lines =
                Files.readString(corpus.resolve("MANIFEST.tsv")).lines().toList();
        List<String> header = List.of(lines.get(0).split("\t", -1));
        Map<String, String> accepted = new TreeMap<>();
        int count = 0;
        for (String line : lines.subList(1, lines.size())) {
            List<String> row = List.of(line.split("\t", -1));
            if (row.get(header.indexOf("verdict")).equals("invalid")
                    && row.get(header.indexOf("form")).equals("plain-json")
                    && row.get(header.indexOf("disputed")).isEmpty()) {
                String path = row.get(header.indexOf("path"));
                String answer = answer(Files.readString(corpus.resolve(path)), type(row, header));
                count++;
                if (answer.isEmpty()) {
                    accepted.put(path, row.get(header.indexOf("expected")));
                }
            }
        }
        System.out.println("Invalid definitions of the corpus: " + count + ", accepted: " + accepted.size());
        assertThat(accepted).isEmpty();
    }

    private static StateMachineType type(List<String> row, List<String> header) {
        return row.get(header.indexOf("expected")).contains("Express")
                ? StateMachineType.EXPRESS
                : StateMachineType.STANDARD;
    }

    private static List<Path> files(Path folder, String name) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(each -> each.endsWith(name)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(String property) {
        String folder = System.getProperty(property, "");
        assumeTrue(!folder.isEmpty() && Files.isDirectory(Path.of(folder)), () -> "no folder " + folder);
        return Path.of(folder);
    }

    /** The property names the folder of all recordings, or that of the executions. */
    private static Path validation(Path recordings) {
        Path inside = recordings.resolve("validation");
        return Files.isDirectory(inside) ? inside : recordings.resolveSibling("validation");
    }
}
