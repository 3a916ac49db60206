package io.github.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.json.JsonText;
import java.util.function.Supplier;

/**
 * What is compared with a snapshot file.
 *
 * @param subject how messages call it
 * @param suffix of the file's name
 * @param text all of it; lines end with {@code \n}
 * @param story the walked path, as messages end with it; empty where the text itself tells it
 */
record Snapshot(String subject, String suffix, String text, Supplier<String> story) {

    /** Path and output. */
    static Snapshot ofCourse(Walk walk) {
        Execution execution = walk.execution();
        String output = execution.status() == ExecutionStatus.SUCCEEDED
                ? "\n\n" + JsonText.writeIndented(execution.output())
                : "";
        return new Snapshot("execution", ".txt", walk.tree().outline().render() + output + "\n", () -> "");
    }

    static Snapshot ofHistory(Walk walk) {
        return new Snapshot(
                "history",
                ".history.json",
                walk.execution().history().toJson().stripTrailing() + "\n",
                () -> walk.tree().render());
    }

    /** A payload, without what it ignores. */
    static Snapshot ofValue(JsonValue value, JsonNode node) {
        return new Snapshot(
                value.label(),
                ".json",
                JsonText.writeIndented(IgnoredValues.replaced(node, value.ignoredPaths())) + "\n",
                value::story);
    }
}
