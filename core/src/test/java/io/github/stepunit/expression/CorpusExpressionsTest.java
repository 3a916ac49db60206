package io.github.stepunit.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every path and function in the definitions that people have in production is understood. */
class CorpusExpressionsTest {

    private static final Set<String> PATHS = Set.of(
            "InputPath",
            "OutputPath",
            "ResultPath",
            "ItemsPath",
            "Variable",
            "SecondsPath",
            "TimestampPath",
            "TimeoutSecondsPath",
            "HeartbeatSecondsPath",
            "MaxConcurrencyPath");

    private final List<String> refused = new ArrayList<>();
    private int seen;

    @Test
    void no_expression_of_a_real_definition_is_refused() throws IOException {
        String corpus = System.getProperty("stepunit.corpus.dir", "");
        Path valid = Path.of(corpus, "valid");
        assumeTrue(Files.isDirectory(valid), "there is no corpus at -Dstepunit.corpus.dir=" + corpus);
        try (Stream<Path> files = Files.walk(valid)) {
            files.filter(file -> file.toString().endsWith(".json")).forEach(this::definition);
        }

        assertThat(refused).isEmpty();
        assertThat(seen).isGreaterThan(1000);
    }

    private void definition(Path file) {
        JsonNode definition;
        try {
            definition = JsonText.parse(Files.readString(file));
        } catch (IOException | InvalidJsonException e) {
            return;
        }
        if (definition.has("StartAt") && !definition.toString().contains("JSONata")) {
            walk(file, definition);
        }
    }

    private void walk(Path file, JsonNode value) {
        for (JsonNode child : value) {
            walk(file, child);
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            boolean template = Set.of("Parameters", "ResultSelector", "ItemSelector", "Assign")
                    .contains(field.getKey());
            if (template) {
                seen++;
                PayloadTemplate.compile(
                        field.getValue(),
                        JsonPointer.ROOT,
                        (at, problem) -> refused.add(file + ": " + problem + " in " + field.getValue()));
            } else if (PATHS.contains(field.getKey()) && field.getValue().isTextual()) {
                path(file, field.getKey(), field.getValue().textValue());
            }
        }
    }

    private void path(Path file, String field, String text) {
        seen++;
        try {
            if (field.equals("ResultPath")) {
                ReferencePath.parse(text);
            } else {
                Expressions.parse(text);
            }
        } catch (InvalidExpressionException e) {
            refused.add(file + ": " + field + " " + text + ": " + e.getMessage());
        }
    }
}
