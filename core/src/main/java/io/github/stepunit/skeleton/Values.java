package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonText;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Small values, and changes of them that leave what is there as it is and give another tree. */
final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** More items than that nobody wants to read. */
    private static final int MOST_ITEMS = 100;

    private Values() {}

    static JsonNode text(String text) {
        return JSON.textNode(text);
    }

    static JsonNode number(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? JSON.numberNode((long) number)
                : JSON.numberNode(number);
    }

    static JsonNode truth(boolean is) {
        return JSON.booleanNode(is);
    }

    static ObjectNode object() {
        return JSON.objectNode();
    }

    static ArrayNode array() {
        return JSON.arrayNode();
    }

    /** What a bare word of an expression means. */
    static JsonNode literal(String word) {
        if (word.equals("true") || word.equals("false")) {
            return truth(word.equals("true"));
        }
        if (word.equals("null")) {
            return NullNode.getInstance();
        }
        try {
            return number(Double.parseDouble(word));
        } catch (NumberFormatException text) {
            return text(word);
        }
    }

    /** So many items: those that are there, or copies of the first. */
    static ArrayNode items(@Nullable JsonNode present, int count) {
        ArrayNode items = array();
        for (int i = 0; i < count; i++) {
            JsonNode own = present != null && present.isArray() ? present.get(Math.min(i, present.size() - 1)) : null;
            items.add(own == null ? object() : own);
        }
        return items;
    }

    /**
     * The tree with another value at the end of the steps, and whatever it takes to get there.
     *
     * @param change gets what is there, null for nothing, and gives what should be there, null for nothing
     */
    static @Nullable JsonNode change(
            @Nullable JsonNode at, List<Step> steps, UnaryOperator<@Nullable JsonNode> change) {
        if (steps.isEmpty()) {
            return change.apply(at);
        }
        Step step = steps.get(0);
        List<Step> rest = steps.subList(1, steps.size());
        if (step instanceof Step.Field field) {
            return at instanceof ArrayNode items
                    ? each(items, item -> change(item, steps, change))
                    : field(at, field.name(), rest, change);
        }
        if (step instanceof Step.Parsed) {
            JsonNode inside = change(parsed(at), rest, change);
            return inside == null ? null : text(JsonText.writeCompact(inside));
        }
        ArrayNode items = at instanceof ArrayNode array ? array : array();
        if (step instanceof Step.Item item) {
            return item(items, item.index(), rest, change);
        }
        if (step instanceof Step.Where where) {
            return each(
                    items, item -> change(field(item, where.field(), List.of(), there -> where.value()), rest, change));
        }
        return each(items, item -> change(item, rest, change));
    }

    private static ObjectNode field(
            @Nullable JsonNode at, String name, List<Step> rest, UnaryOperator<@Nullable JsonNode> change) {
        ObjectNode object = object();
        if (at instanceof ObjectNode present) {
            object.setAll(present);
        }
        JsonNode value = change(object.get(name), rest, change);
        if (value == null) {
            object.remove(name);
        } else {
            object.set(name, value);
        }
        return object;
    }

    private static ArrayNode item(
            ArrayNode items, int index, List<Step> rest, UnaryOperator<@Nullable JsonNode> change) {
        int at = Math.min(MOST_ITEMS, index < 0 ? Math.max(0, items.size() + index) : index);
        ArrayNode result = array().addAll(items);
        while (result.size() <= at) {
            result.add(object());
        }
        JsonNode value = change(at < items.size() ? items.get(at) : null, rest, change);
        result.set(at, value == null ? NullNode.getInstance() : value);
        return result;
    }

    private static ArrayNode each(ArrayNode items, UnaryOperator<@Nullable JsonNode> change) {
        ArrayNode result = array();
        for (int i = 0; i < Math.max(1, items.size()); i++) {
            JsonNode value = change.apply(items.get(i));
            if (value != null) {
                result.add(value);
            }
        }
        return result;
    }

    /** What a text says as JSON; null when it says nothing. */
    static @Nullable JsonNode parsed(@Nullable JsonNode text) {
        if (text == null || !text.isTextual()) {
            return null;
        }
        try {
            return JsonText.parseWithoutText(text.textValue());
        } catch (InvalidJsonException noJson) {
            return null;
        }
    }

    /** What stands there; null for nothing. Of several, the first. */
    static @Nullable JsonNode find(@Nullable JsonNode root, List<Step> steps) {
        JsonNode at = root;
        for (Step step : steps) {
            if (at == null) {
                return null;
            }
            if (step instanceof Step.Field field) {
                at = at.isArray() && !at.isEmpty() ? at.get(0).get(field.name()) : at.get(field.name());
            } else if (step instanceof Step.Parsed) {
                at = parsed(at);
            } else if (step instanceof Step.Item item) {
                at = at.isArray() ? at.get(item.index() < 0 ? at.size() + item.index() : item.index()) : at;
            } else {
                at = at.isArray() ? at.get(0) : at;
            }
        }
        return at;
    }
}
