package io.github.stepunit.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.JsonText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change at one place of a definition.
 *
 * @param at the place
 * @param value what is put there; null when what is there is removed
 */
record Edit(JsonPointer at, @Nullable JsonNode value) {

    static Edit set(JsonPointer at, JsonNode value) {
        return new Edit(at, value);
    }

    static Edit remove(JsonPointer at) {
        return new Edit(at, null);
    }

    /** A copy of the definition with these changes, one after the other. */
    static ObjectNode apply(JsonNode definition, List<Edit> edits) {
        ObjectNode copy = (ObjectNode) JsonText.copyOf(definition);
        edits.forEach(each -> each.applyTo(copy));
        return copy;
    }

    private void applyTo(JsonNode root) {
        JsonNode holder = root.at(Objects.requireNonNull(at.parent(), "parent").toString());
        String step = at.lastStep();
        if (holder instanceof ObjectNode object) {
            if (value == null) {
                object.remove(step);
            } else {
                object.set(step, value);
            }
        } else if (holder instanceof ArrayNode array) {
            int index = Integer.parseInt(step);
            if (value == null) {
                array.remove(index);
            } else {
                array.set(index, value);
            }
        } else {
            throw new IllegalStateException("Nothing stands at " + at);
        }
    }
}
