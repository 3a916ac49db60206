package io.github.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.history.Excerpt;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What {@link JsonAssert} checks: a payload of an execution, or a part of one. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class JsonValue {

    private final String label;
    private final @Nullable JsonNode node;
    private final String absence;
    private final Supplier<String> story;

    /**
     * A value with what messages tell about it.
     *
     * @param label how messages call it
     * @param node null when there is no such value
     * @param absence why there is none; of use only when there is none
     * @param story the walked path, as messages end with it
     */
    JsonValue(String label, @Nullable JsonNode node, String absence, Supplier<String> story) {
        this.label = label;
        this.node = node;
        this.absence = absence;
        this.story = story;
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

    JsonValue at(String path) {
        String there = label + " at " + path;
        return node == null
                ? new JsonValue(there, null, absence, story)
                : new JsonValue(
                        there,
                        JsonAt.find(path, node),
                        "nothing is found there in\n  " + Excerpt.of(node, Excerpt.WHOLE),
                        story);
    }

    @Override
    public String toString() {
        return label + " " + (node == null ? "(absent)" : Excerpt.of(node, Excerpt.WHOLE));
    }
}
