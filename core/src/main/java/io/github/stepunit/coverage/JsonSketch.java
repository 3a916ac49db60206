package io.github.stepunit.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An example of a value, grown field by field. */
final class JsonSketch {

    private static final Pattern STEP = Pattern.compile("\\.([A-Za-z_][\\w-]*)|\\['([^']+)'\\]|\\[(\\d+)\\]");

    private final Map<String, JsonSketch> fields = new LinkedHashMap<>();
    private @Nullable JsonNode value;
    private @Nullable JsonSketch item;
    private int items;

    /** The fields that a simple path names; null for a path that is not simple. An index is the step {@code [0]}. */
    static @Nullable List<String> steps(String path) {
        if (!path.startsWith("$") || path.startsWith("$$")) {
            return null;
        }
        List<String> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(path);
        int at = 1;
        while (at < path.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                return null;
            }
            String field = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            steps.add(field != null ? field : "[0]");
            at = matcher.end();
        }
        return steps;
    }

    private JsonSketch at(List<String> steps) {
        JsonSketch at = this;
        for (String step : steps) {
            if (step.equals("[0]")) {
                at.setItems(Math.max(1, at.items));
                at = at.item();
            } else {
                at = at.fields.computeIfAbsent(step, name -> new JsonSketch());
            }
        }
        return at;
    }

    /** What stands there; made if need be. */
    JsonSketch child(List<String> steps) {
        return at(steps);
    }

    /** Makes it that value, whatever it was. */
    void set(List<String> steps, JsonNode newValue) {
        at(steps).value = newValue;
    }

    /** Makes it something, unless it is something already. */
    void ensure(List<String> steps) {
        at(steps).ensureText(steps.get(steps.size() - 1));
    }

    /** Makes it a text, unless it is something already. */
    void ensureText(String text) {
        if (value == null && fields.isEmpty() && item == null) {
            value = JsonNodeFactory.instance.textNode(text);
        }
    }

    /** Makes it an array of so many equal items. */
    void setItems(int count) {
        item();
        items = count;
    }

    JsonSketch item() {
        if (item == null) {
            item = new JsonSketch();
            items = 1;
        }
        return item;
    }

    /** Makes the field that very value, which grows with it. */
    void share(String field, JsonSketch shared) {
        fields.put(field, shared);
    }

    JsonNode toJson() {
        if (item != null) {
            List<JsonNode> all = new ArrayList<>();
            for (int i = 0; i < items; i++) {
                all.add(item.toJson());
            }
            return JsonNodeFactory.instance.arrayNode().addAll(all);
        }
        if (!fields.isEmpty()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            fields.forEach((name, field) -> {
                if (!(field.value != null && field.value.isMissingNode())) {
                    object.set(name, field.toJson());
                }
            });
            return object;
        }
        return value == null || value.isMissingNode() ? JsonNodeFactory.instance.objectNode() : value;
    }
}
