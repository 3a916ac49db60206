package io.github.stepunit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.internal.text.Suggestions;
import io.github.stepunit.json.JsonPointer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the states of one graph must be connected. Looks at the fields themselves and not at the parsed states, so that
 * something else that is wrong with a state makes no other state look unreachable.
 */
final class GraphRules {

    private final FieldReader graph;
    private final @Nullable String startAt;
    private final FieldReader states;
    private final List<String> names;
    private final Suggestions suggestions;

    private record Target(String name, JsonPointer at) {}

    GraphRules(FieldReader graph, @Nullable String startAt, FieldReader states) {
        this.graph = graph;
        this.startAt = startAt;
        this.states = states;
        this.names = states.names();
        this.suggestions = new Suggestions(names);
    }

    void check(boolean mustEnd) {
        boolean canStart = startAt != null && checkTarget(new Target(startAt, graph.at("StartAt")));
        for (String name : names) {
            targets(name).forEach(this::checkTarget);
        }
        if (mustEnd && names.stream().noneMatch(this::mayEnd)) {
            graph.problems()
                    .reportAt(
                            DiagnosticCode.MISSING_END_STATE,
                            null,
                            null,
                            "Workflow has no terminal state",
                            "Give a state \"End\": true, or add a Succeed or Fail state.");
        } else if (canStart) {
            checkReachability();
        }
    }

    private boolean checkTarget(Target target) {
        if (states.has(target.name())) {
            return true;
        }
        graph.problems()
                .report(
                        DiagnosticCode.MISSING_TRANSITION_TARGET,
                        target.at(),
                        "Missing 'Next' target: " + target.name(),
                        suggestions
                                .question(target.name())
                                .orElse("Transitions lead to states of the same \"States\" object only: "
                                        + String.join(", ", names.subList(0, Math.min(names.size(), 10)))
                                        + (names.size() > 10 ? ", …" : ".")));
        return false;
    }

    /** Whether the state ends its graph, or is too broken to tell. */
    private boolean mayEnd(String name) {
        JsonNode state = states.value(name);
        if (state == null || !state.isObject()) {
            return true;
        }
        StateFields type = StateFields.of(state.path("Type").asText());
        if (type == null || type == StateFields.SUCCEED || type == StateFields.FAIL) {
            return true;
        }
        return type == StateFields.CHOICE ? targets(name).isEmpty() : state.has("End") || !state.has("Next");
    }

    private void checkReachability() {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(String.valueOf(startAt));
        while (!open.isEmpty()) {
            String name = open.remove();
            if (reached.add(name)) {
                targets(name).forEach(target -> open.add(target.name()));
            }
        }
        for (String name : names) {
            if (!reached.contains(name)) {
                graph.problems()
                        .report(
                                DiagnosticCode.MISSING_TRANSITION_TARGET,
                                states.at(name),
                                "State \"" + name + "\" is not reachable.",
                                "Let a transition lead to it, or remove it.");
            }
        }
    }

    private List<Target> targets(String name) {
        List<Target> targets = new ArrayList<>();
        JsonNode state = states.value(name);
        if (state == null) {
            return targets;
        }
        JsonPointer at = states.at(name);
        add(state, at, "Next", targets);
        add(state, at, "Default", targets);
        addAll(state, at, "Choices", targets);
        addAll(state, at, "Catch", targets);
        return targets;
    }

    private static void addAll(JsonNode state, JsonPointer at, String field, List<Target> targets) {
        JsonNode entries = state.path(field);
        for (int i = 0; entries.isArray() && i < entries.size(); i++) {
            add(entries.get(i), at.field(field).index(i), "Next", targets);
        }
    }

    private static void add(JsonNode owner, JsonPointer at, String field, List<Target> targets) {
        JsonNode target = owner.path(field);
        if (target.isTextual()) {
            targets.add(new Target(target.textValue(), at.field(field)));
        }
    }
}
