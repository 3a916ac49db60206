package io.github.stepunit.expression;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.stepunit.json.JsonText;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Jackson trees as the library sees values, and back. Trees are looked at through views: what an expression does not
 * touch is never converted, and a container that it passes on comes back as the very tree that it was.
 */
final class JsonataValues {

    private static final double LEAST_LONG = -0x1p63;
    private static final double BEYOND_LONG = 0x1p63;

    /** AWS's bound of one value, counting 8 for a number and 1 for a character. */
    private long room = EvaluationBudget.LARGEST_VALUE;

    private JsonataValues() {}

    /** The value as the library wants it; a view of a container. */
    static Object view(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> new ObjectView((ObjectNode) JsonText.withoutText(node));
            case ARRAY -> new ArrayView((ArrayNode) JsonText.withoutText(node));
            case STRING -> node.textValue();
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> number(node);
            default -> Jsonata.NULL_VALUE;
        };
    }

    /** Exact within the 64 bits of a long, otherwise a double. */
    private static Number number(JsonNode node) {
        if (node.isIntegralNumber() && node.canConvertToInt()) {
            return node.intValue();
        }
        if (node.isIntegralNumber() && node.canConvertToLong()) {
            return node.longValue();
        }
        return node.doubleValue();
    }

    /**
     * A result as a tree.
     *
     * @return null when the value is, or has in it, something that is not JSON: a function
     * @throws EvaluationBudget.ExceededException when it is too large
     */
    static @Nullable JsonNode tree(Object value) {
        return new JsonataValues().toTree(value);
    }

    private @Nullable JsonNode toTree(@Nullable Object value) {
        if (value instanceof ObjectView view) {
            return view.object;
        }
        if (value instanceof ArrayView view) {
            return view.array;
        }
        take(value instanceof String text ? text.length() : 8);
        if (value == null || value == Jsonata.NULL_VALUE) {
            return NullNode.getInstance();
        }
        if (value instanceof String text) {
            return TextNode.valueOf(text);
        }
        if (value instanceof Boolean bool) {
            return BooleanNode.valueOf(bool);
        }
        if (value instanceof Number number) {
            return numberNode(number);
        }
        return value instanceof Map<?, ?> map ? object(map) : value instanceof List<?> list ? array(list) : null;
    }

    private void take(long size) {
        room -= size;
        if (room < 0) {
            throw EvaluationBudget.memory();
        }
    }

    private static JsonNode numberNode(Number number) {
        if (number instanceof Integer) {
            return IntNode.valueOf(number.intValue());
        }
        double value = number.doubleValue();
        if (number instanceof Long || (value == Math.rint(value) && value >= LEAST_LONG && value < BEYOND_LONG)) {
            long exact = number.longValue();
            return exact == (int) exact ? IntNode.valueOf((int) exact) : LongNode.valueOf(exact);
        }
        // AWS writes Infinity and NaN, which JSON does not have, as text.
        return Double.isFinite(value) ? DoubleNode.valueOf(value) : TextNode.valueOf(String.valueOf(value));
    }

    private @Nullable JsonNode object(Map<?, ?> map) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String name = String.valueOf(entry.getKey());
            take(name.length());
            JsonNode value = toTree(entry.getValue());
            if (value == null) {
                return null;
            }
            object.set(name, value);
        }
        return object;
    }

    private @Nullable JsonNode array(List<?> list) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Object item : list) {
            JsonNode value = toTree(item);
            if (value == null) {
                return null;
            }
            array.add(value);
        }
        return array;
    }

    /** An object, seen as a map that cannot be changed. */
    private static final class ObjectView extends AbstractMap<String, Object> {

        private final ObjectNode object;

        ObjectView(ObjectNode object) {
            this.object = object;
        }

        @Override
        public @Nullable Object get(Object key) {
            JsonNode value = key instanceof String name ? object.get(name) : null;
            return value == null ? null : view(value);
        }

        @Override
        public boolean containsKey(Object key) {
            return key instanceof String name && object.has(name);
        }

        @Override
        public int size() {
            return object.size();
        }

        @Override
        public Set<Map.Entry<String, Object>> entrySet() {
            return new Fields(object);
        }
    }

    /** The fields of an object. */
    private static final class Fields extends AbstractSet<Map.Entry<String, Object>> {

        private final ObjectNode object;

        Fields(ObjectNode object) {
            this.object = object;
        }

        @Override
        public Iterator<Map.Entry<String, Object>> iterator() {
            return object.properties().stream()
                    .map(field -> Map.entry(field.getKey(), view(field.getValue())))
                    .iterator();
        }

        @Override
        public int size() {
            return object.size();
        }
    }

    /** An array, seen as a list that cannot be changed. */
    private static final class ArrayView extends AbstractList<Object> {

        private final ArrayNode array;

        ArrayView(ArrayNode array) {
            this.array = array;
        }

        @Override
        public Object get(int index) {
            JsonNode item = array.get(index);
            if (item == null) {
                throw new IndexOutOfBoundsException(index);
            }
            return view(item);
        }

        @Override
        public int size() {
            return array.size();
        }
    }
}
