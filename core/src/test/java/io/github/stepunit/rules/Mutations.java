package io.github.stepunit.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Small accidents that happen to a definition: a node is lost, doubled, of another type, or in another's place. */
final class Mutations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    /** A copy with one to three accidents. */
    JsonNode mutate(JsonNode definition) {
        JsonNode copy = definition.deepCopy();
        for (int i = random.nextInt(3); i >= 0; i--) {
            List<JsonNode> containers = new ArrayList<>();
            collect(copy, containers);
            if (!containers.isEmpty()) {
                mutate(pick(containers), pick(containers));
            }
        }
        return copy;
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode() && !node.isEmpty()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private void mutate(JsonNode container, JsonNode other) {
        if (container instanceof ObjectNode object) {
            String name = name(object);
            switch (random.nextInt(5)) {
                case 0 -> object.remove(name);
                case 1 ->
                    object.set(
                            name + (random.nextBoolean() ? "2" : ".$"),
                            object.get(name).deepCopy());
                case 2 -> object.set(name, retyped(object.get(name)));
                case 3 -> object.set(name, child(other).deepCopy());
                default -> object.set(name(other, name), object.get(name).deepCopy());
            }
        } else if (container instanceof ArrayNode array) {
            int index = random.nextInt(array.size());
            switch (random.nextInt(3)) {
                case 0 -> array.remove(index);
                case 1 -> array.insert(index, array.get(index).deepCopy());
                default ->
                    array.set(
                            index,
                            random.nextBoolean()
                                    ? retyped(array.get(index))
                                    : child(other).deepCopy());
            }
        }
    }

    private JsonNode child(JsonNode container) {
        int skip = random.nextInt(container.size());
        Iterator<JsonNode> children = container.elements();
        for (int i = 0; i < skip; i++) {
            children.next();
        }
        return children.next();
    }

    private String name(JsonNode container, String otherwise) {
        return container instanceof ObjectNode object ? name(object) : otherwise;
    }

    private String name(ObjectNode object) {
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            names.add(entry.getKey());
        }
        return pick(names);
    }

    private JsonNode retyped(JsonNode node) {
        return switch (random.nextInt(9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextInt(5) - 1);
            case 2 -> NODES.numberNode(new BigDecimal(random.nextBoolean() ? "1e400" : "0.5"));
            case 3 -> NODES.textNode(node.isValueNode() ? node.asText() : "$.n");
            case 4 -> NODES.textNode(pick(List.of("$", "$$", "$.l[0]", "$.l[*]", "$..k", "States.UUID()", "", "${x}")));
            case 5 -> NODES.booleanNode(random.nextBoolean());
            case 6 -> NODES.arrayNode().add(node.deepCopy());
            case 7 -> NODES.objectNode();
            default -> NODES.numberNode(Long.MAX_VALUE);
        };
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
