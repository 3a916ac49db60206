package io.github.stepunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A place where our JSON and the recorded JSON part.
 *
 * @param path where, in JSONPath notation
 * @param recorded what the recording has there
 * @param ours what we have there
 */
record JsonDifference(String path, String recorded, String ours) {

    private static final String NOTHING = "(nothing)";

    /**
     * All differences. The order of keys is one too, since AWS's is always the same for the same definition; unless the
     * recorded order is alphabetical, which may be the recorder's own.
     */
    static List<JsonDifference> between(JsonNode recorded, JsonNode ours) {
        List<JsonDifference> differences = new ArrayList<>();
        compare("$", recorded, ours, differences);
        return differences;
    }

    private static void compare(String path, JsonNode recorded, JsonNode ours, List<JsonDifference> differences) {
        JsonNode comparable = recorded.isContainerNode() && ours.isTextual() ? parsed(ours) : ours;
        if (recorded.isObject() && comparable.isObject()) {
            compareObjects(path, recorded, comparable, differences);
        } else if (recorded.isArray() && comparable.isArray()) {
            compareArrays(path, recorded, comparable, differences);
        } else if (!recorded.equals(comparable)) {
            differences.add(new JsonDifference(path, text(recorded), text(ours)));
        }
    }

    /** A few suites parsed strings with arrays too; the README asks to parse both sides then. */
    private static JsonNode parsed(JsonNode text) {
        try {
            return PythonText.loads(text.textValue());
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static void compareObjects(
            String path, JsonNode recorded, JsonNode ours, List<JsonDifference> differences) {
        for (Map.Entry<String, JsonNode> member : recorded.properties()) {
            String memberPath = path + "." + member.getKey();
            if (ours.has(member.getKey())) {
                compare(memberPath, member.getValue(), ours.get(member.getKey()), differences);
            } else {
                differences.add(new JsonDifference(memberPath, text(member.getValue()), NOTHING));
            }
        }
        ours.properties().forEach(member -> {
            if (!recorded.has(member.getKey())) {
                differences.add(new JsonDifference(path + "." + member.getKey(), NOTHING, text(member.getValue())));
            }
        });
        List<String> recordedKeys = keys(recorded);
        List<String> ourKeys = keys(ours);
        boolean otherOrder =
                !recordedKeys.equals(ourKeys) && Set.copyOf(recordedKeys).equals(Set.copyOf(ourKeys));
        if (otherOrder && !recordedKeys.equals(recordedKeys.stream().sorted().toList())) {
            differences.add(new JsonDifference(path, "order of keys " + recordedKeys, "order of keys " + ourKeys));
        }
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static void compareArrays(String path, JsonNode recorded, JsonNode ours, List<JsonDifference> differences) {
        if (recorded.size() != ours.size()) {
            differences.add(new JsonDifference(path, text(recorded), text(ours)));
            return;
        }
        for (int i = 0; i < recorded.size(); i++) {
            compare(path + "[" + i + "]", recorded.get(i), ours.get(i), differences);
        }
    }

    private static String text(JsonNode value) {
        return value.isMissingNode() ? NOTHING : PythonText.dumpsCompact(value);
    }

    @Override
    public String toString() {
        return path + "\n      recorded " + recorded + "\n      ours     " + ours;
    }
}
