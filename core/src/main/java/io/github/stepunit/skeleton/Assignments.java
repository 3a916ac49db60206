package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.stepunit.skeleton.DataPath.Root;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Values with which a rule of a Choice state holds, or does not: taken from what it compares. A {@link MissingNode} stands
 * for a value that must not be there.
 */
final class Assignments {

    /** A rule against whose grain its parts are looked at twice, and theirs again, takes more without end. */
    private static final int MOST_PARTS = 2_000;

    private final Map<DataPath, JsonNode> wanted = new LinkedHashMap<>();
    private final Map<DataPath, Set<JsonNode>> candidates = new LinkedHashMap<>();
    private boolean onlyLooking;
    private int parts;

    /** What is to be set, by where. */
    Map<DataPath, JsonNode> wanted() {
        return wanted;
    }

    /** What else may be tried, by where. */
    Map<DataPath, Set<JsonNode>> candidates() {
        return candidates;
    }

    /** Lets the rule hold, or not, as far as nothing that was wanted before is against it. */
    void want(JsonNode rule, boolean holds) {
        if (isSpent()) {
            return;
        }
        if (rule.path("Condition").isTextual()) {
            new QueryAssignments(this)
                    .want(JsonataSketch.parse(rule.get("Condition").textValue()), holds);
        } else if (rule.has("Not")) {
            want(rule.get("Not"), !holds);
        } else if (rule.has("And") || rule.has("Or")) {
            JsonNode inner = rule.has("And") ? rule.get("And") : rule.get("Or");
            List<JsonNode> parts = new ArrayList<>();
            inner.forEach(parts::add);
            // All of them decide, or one alone.
            boolean all = rule.has("And") == holds;
            parts.forEach(each -> want(each, holds));
            if (!all) {
                looking(() -> parts.forEach(each -> want(each, !holds)));
            }
        } else if (rule.path("Variable").isTextual()) {
            DataPath variable = DataPath.parse(rule.get("Variable").textValue(), Root.EFFECTIVE_INPUT);
            for (Map.Entry<String, JsonNode> field : rule.properties()) {
                comparison(variable, field.getKey(), field.getValue(), holds);
            }
        }
    }

    /** Whether enough parts of rules were looked at. Counts one more. */
    boolean isSpent() {
        return ++parts > MOST_PARTS;
    }

    /** Notes values as candidates only. */
    void looking(Runnable part) {
        boolean before = onlyLooking;
        onlyLooking = true;
        part.run();
        onlyLooking = before;
    }

    void set(DataPath path, JsonNode value) {
        candidates.computeIfAbsent(path, each -> new LinkedHashSet<>()).add(value);
        if (!onlyLooking) {
            wanted.putIfAbsent(path, value);
        }
    }

    private void comparison(DataPath variable, String field, JsonNode operand, boolean holds) {
        if (field.endsWith("Path")) {
            String operator = field.substring(0, field.length() - 4);
            DataPath other = DataPath.parse(operand.asText(), Root.EFFECTIVE_INPUT);
            JsonNode value = operator.startsWith("Numeric")
                    ? Values.number(1)
                    : operator.startsWith("Timestamp")
                            ? Values.text("2025-01-01T00:00:00Z")
                            : operator.startsWith("Boolean") ? Values.truth(true) : Values.text("same");
            set(other, value);
            comparison(variable, operator, wanted.getOrDefault(other, value), holds);
            return;
        }
        JsonNode value = ComparedValues.of(field, operand, holds);
        if (value != null) {
            set(variable, value);
            JsonNode opposite = ComparedValues.of(field, operand, !holds);
            looking(() -> {
                if (opposite != null) {
                    set(variable, opposite);
                }
                set(variable, MissingNode.getInstance());
            });
        }
    }
}
