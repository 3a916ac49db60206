package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.stepunit.json.JsonComparison;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The intrinsic functions for arrays. Items are compared deeply. */
final class ArrayFunctions {

    private static final int MAX_RANGE = 1000;

    private ArrayFunctions() {}

    static JsonNode array(Arguments arguments) {
        return arrayOf(arguments.values());
    }

    static JsonNode arrayPartition(Arguments arguments) {
        ArrayNode items = arguments.array(0);
        int size = arguments.integer(1);
        if (size <= 0) {
            throw arguments.failure("The chunk size must be a positive integer, but was " + size);
        }
        ArrayNode chunks = JsonNodeFactory.instance.arrayNode();
        ArrayNode chunk = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : items) {
            if (chunk.isEmpty()) {
                chunks.add(chunk);
            }
            chunk.add(item);
            if (chunk.size() == size) {
                chunk = JsonNodeFactory.instance.arrayNode();
            }
        }
        return chunks;
    }

    static JsonNode arrayContains(Arguments arguments) {
        for (JsonNode item : arguments.array(0)) {
            if (JsonComparison.equal(item, arguments.value(1))) {
                return BooleanNode.TRUE;
            }
        }
        return BooleanNode.FALSE;
    }

    /** The end belongs to the range if the steps meet it (recorded in test_array_range). */
    static JsonNode arrayRange(Arguments arguments) {
        long start = arguments.integer(0);
        long end = arguments.integer(1);
        long step = arguments.integer(2);
        if (step == 0) {
            throw arguments.failure("The step must not be 0");
        }
        long count = Math.max(0, Math.floorDiv(end - start, step) + 1);
        if (count > MAX_RANGE) {
            throw arguments.failure("The range must not have more than 1000 items, but has " + count);
        }
        ArrayNode range = JsonNodeFactory.instance.arrayNode((int) count);
        for (long i = 0; i < count; i++) {
            range.add((int) (start + i * step));
        }
        return range;
    }

    static JsonNode arrayGetItem(Arguments arguments) {
        ArrayNode items = arguments.array(0);
        int index = arguments.integer(1);
        JsonNode item = items.get(index);
        if (item == null) {
            throw arguments.failure("The index " + index + " is out of range for an array of length " + items.size());
        }
        return item;
    }

    static JsonNode arrayLength(Arguments arguments) {
        return IntNode.valueOf(arguments.array(0).size());
    }

    static JsonNode arrayUnique(Arguments arguments) {
        Set<Item> seen = new HashSet<>();
        ArrayNode unique = JsonNodeFactory.instance.arrayNode();
        for (JsonNode item : arguments.array(0)) {
            if (seen.add(new Item(item))) {
                unique.add(item);
            }
        }
        return unique;
    }

    /** A value as a member of a set. */
    private record Item(JsonNode value) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Item that && JsonComparison.equal(value, that.value);
        }

        @Override
        public int hashCode() {
            return JsonComparison.hash(value);
        }
    }

    private static ArrayNode arrayOf(Iterable<JsonNode> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(array::add);
        return array;
    }
}
