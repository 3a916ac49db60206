package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.stepunit.definition.Transition;
import io.github.stepunit.skeleton.DataPath.Root;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds data with which a Choice state goes a certain way: proposes values, asks the state alone, and tries on. */
final class ChoiceSolver {

    private static final int MOST_QUESTIONS = 150;

    private final ChoiceProbe probe;
    private final JsonNode json;
    private final JsonNode input;
    private final Map<String, JsonNode> variables;
    private final Predicate<DataPath> canBeGiven;
    private final Transition wanted;
    private int questions;

    /**
     * @param input of the state
     * @param variables that it sees
     * @param canBeGiven whether a test can give what stands there
     */
    ChoiceSolver(
            ChoiceProbe probe,
            JsonNode json,
            JsonNode input,
            Map<String, JsonNode> variables,
            Predicate<DataPath> canBeGiven,
            Transition wanted) {
        this.probe = probe;
        this.json = json;
        this.input = input;
        this.variables = variables;
        this.canBeGiven = canBeGiven;
        this.wanted = wanted;
    }

    /** The values by where, {@link MissingNode} for what must not be there; null when none were found. */
    @Nullable
    Map<DataPath, JsonNode> solve() {
        Assignments assignments = new Assignments();
        JsonNode rules = json.path("Choices");
        boolean byRule = wanted.kind() == Transition.Kind.CHOICE_RULE;
        if (byRule) {
            assignments.want(rules.path(wanted.index()), true);
        }
        Map<DataPath, JsonNode> plain = giveable(assignments.wanted());
        if (goesAsWanted(plain)) {
            return plain;
        }
        for (int i = 0; i < (byRule ? wanted.index() : rules.size()); i++) {
            assignments.want(rules.path(i), false);
        }
        Map<DataPath, JsonNode> first = giveable(assignments.wanted());
        if (goesAsWanted(first)) {
            return first;
        }
        Map<DataPath, Set<JsonNode>> candidates = new LinkedHashMap<>(assignments.candidates());
        candidates.keySet().removeIf(path -> !canBeGiven.test(path));
        Map<DataPath, JsonNode> found = search(plain, candidates, 2);
        return found != null ? found : search(first, candidates, 2);
    }

    private Map<DataPath, JsonNode> giveable(Map<DataPath, JsonNode> values) {
        Map<DataPath, JsonNode> giveable = new LinkedHashMap<>();
        values.forEach((path, value) -> {
            if (canBeGiven.test(path)) {
                giveable.put(path, value);
            }
        });
        return giveable;
    }

    private @Nullable Map<DataPath, JsonNode> search(
            Map<DataPath, JsonNode> from, Map<DataPath, Set<JsonNode>> candidates, int changes) {
        List<Map<DataPath, JsonNode>> next = new ArrayList<>();
        for (Map.Entry<DataPath, Set<JsonNode>> each : candidates.entrySet()) {
            for (JsonNode value : each.getValue()) {
                if (questions >= MOST_QUESTIONS) {
                    return null;
                }
                if (!value.equals(from.get(each.getKey()))) {
                    Map<DataPath, JsonNode> changed = new LinkedHashMap<>(from);
                    changed.put(each.getKey(), value);
                    if (goesAsWanted(changed)) {
                        return changed;
                    }
                    next.add(changed);
                }
            }
        }
        for (Map<DataPath, JsonNode> each : changes > 1 ? next : List.<Map<DataPath, JsonNode>>of()) {
            Map<DataPath, JsonNode> found = search(each, candidates, changes - 1);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private boolean goesAsWanted(Map<DataPath, JsonNode> values) {
        questions++;
        JsonNode changedInput = input;
        Map<String, JsonNode> changedVariables = new LinkedHashMap<>(variables);
        for (Map.Entry<DataPath, JsonNode> each : values.entrySet()) {
            DataPath path = each.getKey();
            JsonNode value = each.getValue().isMissingNode() ? null : each.getValue();
            if (path.root() == Root.VARIABLE) {
                JsonNode changed = Values.change(variables.get(path.variable()), path.steps(), there -> value);
                changedVariables.put(path.variable(), changed == null ? MissingNode.getInstance() : changed);
            } else {
                JsonNode changed = Values.change(changedInput, inInput(path), there -> value);
                changedInput = changed == null ? Values.object() : changed;
            }
        }
        changedVariables.values().removeIf(JsonNode::isMissingNode);
        return wanted.equals(probe.ask(changedInput, changedVariables));
    }

    private List<Step> inInput(DataPath path) {
        JsonNode inputPath = json.path("InputPath");
        return path.root() == Root.EFFECTIVE_INPUT && inputPath.isTextual()
                ? DataPath.concat(
                        DataPath.parse(inputPath.textValue(), Root.INPUT).steps(), path.steps())
                : path.steps();
    }

    /** The variables that its rules read. */
    static Set<String> variablesOf(JsonNode json) {
        Set<String> names = new LinkedHashSet<>();
        Assignments all = new Assignments();
        json.path("Choices").forEach(rule -> all.looking(() -> all.want(rule, true)));
        all.candidates().keySet().forEach(path -> {
            if (path.root() == Root.VARIABLE && !path.variable().isEmpty()) {
                names.add(path.variable());
            }
        });
        return names;
    }
}
