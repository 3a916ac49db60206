package io.github.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.Execution;
import io.github.stepunit.history.Excerpt;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What {@link JsonAssert} checks: a payload of an execution, or a part of one. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class JsonValue {

    private final String label;
    private final @Nullable JsonNode node;
    private final String absence;
    private final Supplier<String> story;
    private final @Nullable Execution execution;
    private final List<String> ignoredPaths;

    private JsonValue(
            String label,
            @Nullable JsonNode node,
            String absence,
            Supplier<String> story,
            @Nullable Execution execution,
            List<String> ignoredPaths) {
        this.label = label;
        this.node = node;
        this.absence = absence;
        this.story = story;
        this.execution = execution;
        this.ignoredPaths = ignoredPaths;
    }

    /**
     * A value with what messages tell about it.
     *
     * @param label how messages call it
     * @param node null when there is no such value
     * @param absence why there is none; of use only when there is none
     * @param story the walked path, as messages end with it
     */
    JsonValue(String label, @Nullable JsonNode node, String absence, Supplier<String> story) {
        this(label, node, absence, story, null, List.of());
    }

    /** The value itself; null when there is none. Never to be changed. */
    public @Nullable JsonNode node() {
        return node;
    }

    String label() {
        return label;
    }

    String story() {
        return story.get();
    }

    String absence() {
        return absence;
    }

    /** Of which execution it is; null when it is of none. */
    @Nullable
    Execution execution() {
        return execution;
    }

    /** What does not count when it is compared. */
    List<String> ignoredPaths() {
        return ignoredPaths;
    }

    JsonValue of(Execution owner) {
        return new JsonValue(label, node, absence, story, owner, ignoredPaths);
    }

    /** These paths and those that are ignored already. */
    JsonValue ignoring(List<String> paths) {
        List<String> all =
                Stream.concat(ignoredPaths.stream(), paths.stream()).distinct().toList();
        return new JsonValue(label, node, absence, story, execution, all);
    }

    JsonValue at(String path) {
        return node == null ? absent(path) : part(path, node, JsonAt.find(path, node));
    }

    /** A field of an object that has names as its keys. */
    JsonValue field(String name) {
        return node == null ? absent(name) : part("$" + name, node, node.get(name));
    }

    private JsonValue absent(String path) {
        return new JsonValue(label + " at " + path, null, absence, story, execution, List.of());
    }

    private JsonValue part(String path, JsonNode whole, @Nullable JsonNode found) {
        return new JsonValue(
                label + " at " + path,
                found,
                "nothing is found there in\n  " + Excerpt.of(whole, Excerpt.WHOLE)
                        + (found == null ? MissingStep.question(path, whole) : ""),
                story,
                execution,
                List.of());
    }

    @Override
    public String toString() {
        return label + " " + (node == null ? "(absent)" : Excerpt.of(node, Excerpt.WHOLE));
    }
}
