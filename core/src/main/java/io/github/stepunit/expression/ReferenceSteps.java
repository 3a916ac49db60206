package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a path that names a single node by fields and indexes only, and so can be walked without JSONPath.
 *
 * @param steps from the root to the node
 * @param strict whether the text keeps to the letters that the States Language allows in a reference path
 */
record ReferenceSteps(List<Step> steps, boolean strict) {

    /**
     * One step.
     *
     * @param name the field; null for an index
     * @param index the index, from the end when negative; 0 for a field
     */
    record Step(@Nullable String name, int index) {

        @Nullable
        JsonNode from(JsonNode node) {
            if (name != null) {
                return node.get(name);
            }
            return index < 0 && node.isArray() ? node.get(node.size() + index) : node.get(index);
        }
    }

    ReferenceSteps {
        steps = List.copyOf(steps);
    }

    /** The node, or null when there is none. */
    @Nullable
    JsonNode walk(JsonNode root) {
        return walk(root, steps.size());
    }

    /**
     * The node, or null when there is none; but JSON null where the last step is an index past the end of an array, as
     * Jayway has it over Jackson's trees and AWS in payload templates (measured on AWS).
     */
    @Nullable
    JsonNode walkPastTheEnd(JsonNode root) {
        JsonNode found = walk(root);
        if (found != null || steps.isEmpty() || steps.get(steps.size() - 1).name() != null) {
            return found;
        }
        JsonNode parent = walk(root, steps.size() - 1);
        return parent != null && parent.isArray() ? NullNode.getInstance() : null;
    }

    private @Nullable JsonNode walk(JsonNode root, int count) {
        JsonNode at = root;
        for (int i = 0; i < count; i++) {
            JsonNode next = steps.get(i).from(at);
            if (next == null) {
                return null;
            }
            at = next;
        }
        return at;
    }
}
