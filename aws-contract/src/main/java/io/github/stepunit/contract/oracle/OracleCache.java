package io.github.stepunit.contract.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.contract.internal.PrettyJson;
import io.github.stepunit.contract.internal.TextFiles;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * AWS's answers in a file, which is checked in: by the key of the question, sorted, so that a review shows what is new. The
 * questions are not in it. For several threads and JVMs: what another one has written meanwhile stays.
 */
final class OracleCache {

    private static final String KIND = "oracle cache";

    private final Path file;
    private final Map<String, JsonNode> answers;
    private boolean changed;

    private OracleCache(Path file, Map<String, JsonNode> answers) {
        this.file = file;
        this.answers = answers;
    }

    /** Reads the file; where there is none, there are no answers yet. */
    static OracleCache in(Path file) {
        return new OracleCache(file, read(file));
    }

    private static Map<String, JsonNode> read(Path file) {
        Map<String, JsonNode> answers = new TreeMap<>();
        if (!Files.exists(file)) {
            return answers;
        }
        String remedy = "restore it from version control, or delete it and fill it again: -Dstepunit.oracle=aws";
        try {
            JsonNode json = JsonText.parseWithoutText(TextFiles.read(file, remedy));
            if (!KIND.equals(json.path("stepunit").textValue())
                    || json.path("format").asInt() != 1) {
                throw new IllegalArgumentException(file
                        + " holds no answers of AWS's TestState that this version of StepUnit can read.\n  do      "
                        + remedy + ".");
            }
            json.path("answers").properties().forEach(each -> answers.put(each.getKey(), each.getValue()));
        } catch (InvalidJsonException e) {
            throw new IllegalArgumentException(
                    file + " is not JSON: " + e.getMessage() + ".\n  do      " + remedy + ".", e);
        }
        return answers;
    }

    Path file() {
        return file;
    }

    synchronized @Nullable JsonNode answer(String key) {
        JsonNode entry = answers.get(key);
        return entry == null ? null : entry.path("answer");
    }

    /** @param state for people: the name of the state */
    synchronized void put(String key, String state, JsonNode answer) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode().put("state", state);
        entry.set("answer", answer);
        answers.put(key, entry);
        changed = true;
    }

    /**
     * Writes it, whole or not at all, if there is anything new, beside what others have written meanwhile.
     *
     * @throws IllegalArgumentException when others have damaged it; the answers stay in memory
     * @throws java.io.UncheckedIOException when it cannot be written
     */
    synchronized void write() {
        if (!changed) {
            return;
        }
        FileMutex.of(file).during(() -> {
            Map<String, JsonNode> all = read(file);
            all.putAll(answers);
            ObjectNode json =
                    JsonNodeFactory.instance.objectNode().put("stepunit", KIND).put("format", 1);
            ObjectNode entries = json.putObject("answers");
            all.forEach(entries::set);
            TextFiles.write(file, PrettyJson.write(json));
        });
        changed = false;
    }
}
