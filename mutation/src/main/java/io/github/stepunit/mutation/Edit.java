package io.github.stepunit.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.json.JsonPointer;
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

    /** The definition with these changes, one after the other. Shares with it whatever nothing was changed in. */
    static ObjectNode apply(ObjectNode definition, List<Edit> edits) {
        ObjectNode changed = definition;
        for (Edit each : edits) {
            changed = (ObjectNode) each.applyTo(changed);
        }
        return changed;
    }

    private JsonNode applyTo(JsonNode root) {
        JsonPointer place = at;
        JsonNode changed = value;
        for (JsonPointer holder = place.parent(); holder != null; holder = place.parent()) {
            changed = with(root.at(holder.toString()), place.lastStep(), changed);
            place = holder;
        }
        return Objects.requireNonNull(changed, "the whole definition is never removed");
    }

    /** A copy of an object or array that has that value there; without it, for null. Shares all else. */
    static JsonNode with(JsonNode holder, String step, @Nullable JsonNode value) {
        if (holder instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode().setAll(object);
            return value == null ? copy.without(step) : copy.set(step, value);
        }
        if (holder instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode().addAll(array);
            int index = Integer.parseInt(step);
            if (value == null) {
                copy.remove(index);
            } else {
                copy.set(index, value);
            }
            return copy;
        }
        throw new IllegalStateException("Nothing stands at " + step);
    }
}
