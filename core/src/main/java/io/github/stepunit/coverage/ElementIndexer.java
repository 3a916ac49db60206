package io.github.stepunit.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.Catcher;
import io.github.stepunit.definition.ChoiceRule;
import io.github.stepunit.definition.ChoiceState;
import io.github.stepunit.definition.ErrorHandling;
import io.github.stepunit.definition.FailState;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.Retrier;
import io.github.stepunit.definition.SourceMap;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.SucceedState;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.json.SourceLocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists what of a definition can be walked. */
final class ElementIndexer {

    /** No Standard execution has events for so many attempts (25,000 in all, three or more for each). */
    private static final long MOST_ATTEMPTS = 8_000;

    private final StateMachineDefinition definition;
    private final JsonNode json;
    private final List<CoverageElement> elements = new ArrayList<>();

    ElementIndexer(StateMachineDefinition definition) {
        this.definition = definition;
        this.json = JsonText.parseWithoutText(definition.text());
    }

    ElementIndex index() {
        int timeout = StateSlots.NONE;
        if (definition.timeoutSeconds() != null) {
            JsonPointer at = JsonPointer.ROOT.field("TimeoutSeconds");
            timeout = add(at.toString(), ElementKind.MACHINE_TIMEOUT, at, "", "The machine, TimeoutSeconds", "", true);
        }
        Map<String, StateSlots> states = graph(definition.graph(), true);
        return new ElementIndex(List.copyOf(elements), states, timeout);
    }

    private Map<String, StateSlots> graph(StateGraph graph, boolean entered) {
        Set<String> reachable = Reachability.of(graph);
        Map<String, StateSlots> slots = new LinkedHashMap<>();
        for (State state : graph.states().values()) {
            slots.put(state.name(), state(state, entered && reachable.contains(state.name())));
        }
        return slots;
    }

    private StateSlots state(State state, boolean reachable) {
        JsonNode own = json.at(state.pointer().toString());
        Placed at = new Placed(state, own, reachable);
        int entered = at.add("", ElementKind.STATE, state.pointer(), state.name(), true);
        int next = next(at);
        List<Integer> rules = rules(at);
        int defaultTaken = defaultTaken(at);
        ErrorHandling handling = state.errorHandling();
        List<Integer> used = new ArrayList<>();
        List<Integer> exhausted = new ArrayList<>();
        Set<String> retried = new HashSet<>();
        for (int i = 0; i < handling.retriers().size(); i++) {
            Retrier retrier = handling.retriers().get(i);
            retrier(at, retrier, i, retried.containsAll(retrier.errorEquals()), used, exhausted);
            retried.addAll(retrier.errorEquals());
        }
        List<Integer> catchers = catchers(at, handling.catchers());
        int timeout = StateSlots.NONE;
        int heartbeat = StateSlots.NONE;
        if (state instanceof TaskState) {
            timeout = at.field(ElementKind.STATE_TIMEOUT, "TimeoutSeconds", "TimeoutSecondsPath");
            heartbeat = at.field(ElementKind.HEARTBEAT_TIMEOUT, "HeartbeatSeconds", "HeartbeatSecondsPath");
        }
        List<Integer> items = items(at);
        int tolerated = tolerated(at);
        List<Map<String, StateSlots>> inner = new ArrayList<>();
        for (StateGraph each : state.graphs()) {
            inner.add(graph(each, reachable));
        }
        return new StateSlots(
                state,
                entered,
                next,
                rules,
                defaultTaken,
                catchers,
                used,
                exhausted,
                timeout,
                heartbeat,
                items,
                tolerated,
                inner);
    }

    private int next(Placed at) {
        State state = at.state;
        if (state.next() != null) {
            return at.add(
                    "", ElementKind.NEXT, state.pointer().field("Next"), state.name() + " → " + state.next(), true);
        }
        boolean ends = !(state instanceof ChoiceState || state instanceof SucceedState || state instanceof FailState);
        return ends
                ? at.add("", ElementKind.END, state.pointer().field("End"), state.name() + ", End", true)
                : StateSlots.NONE;
    }

    private static List<Integer> rules(Placed at) {
        if (!(at.state instanceof ChoiceState choice)) {
            return List.of();
        }
        List<Integer> rules = new ArrayList<>();
        for (int i = 0; i < choice.choices().size(); i++) {
            ChoiceRule rule = choice.choices().get(i);
            String text = RuleText.of(at.json.path("Choices").path(i));
            rules.add(at.add(
                    "",
                    ElementKind.CHOICE_RULE,
                    rule.pointer(),
                    at.state.name() + ", rule " + i + " (" + text + ") → " + rule.next(),
                    text,
                    true));
        }
        return rules;
    }

    private static int defaultTaken(Placed at) {
        return at.state instanceof ChoiceState choice && choice.defaultState() != null
                ? at.add(
                        "",
                        ElementKind.DEFAULT,
                        choice.pointer().field("Default"),
                        choice.name() + ", Default → " + choice.defaultState(),
                        true)
                : StateSlots.NONE;
    }

    /** @param shadowed whether errors of the retrier always go to one before */
    private static void retrier(
            Placed at, Retrier retrier, int i, boolean shadowed, List<Integer> used, List<Integer> exhausted) {
        String errors = String.join(", ", retrier.errorEquals());
        String label = at.state.name() + ", retrier " + i + " (" + errors + ") ";
        used.add(at.add(
                "#used",
                ElementKind.RETRIER_USED,
                retrier.pointer(),
                label + "used",
                errors,
                !shadowed && retrier.maxAttempts() > 0));
        exhausted.add(at.add(
                "#exhausted",
                ElementKind.RETRIER_EXHAUSTED,
                retrier.pointer(),
                label + "exhausted",
                errors,
                !shadowed && retrier.maxAttempts() <= MOST_ATTEMPTS));
    }

    private static List<Integer> catchers(Placed at, List<Catcher> catchers) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < catchers.size(); i++) {
            Catcher catcher = catchers.get(i);
            String errors = String.join(", ", catcher.errorEquals());
            numbers.add(at.add(
                    "",
                    ElementKind.CATCHER,
                    catcher.pointer(),
                    at.state.name() + ", catcher " + i + " (" + errors + ") → " + catcher.next(),
                    errors,
                    !Reachability.isShadowed(catchers, i)));
        }
        return numbers;
    }

    /** At the processor, where no state's name can be mistaken for them. */
    private static List<Integer> items(Placed at) {
        if (!(at.state instanceof MapState map)) {
            return List.of();
        }
        JsonPointer processor = map.processor().pointer();
        return List.of(
                at.add("#none", ElementKind.MAP_NO_ITEM, processor, map.name() + ", no item", true),
                at.add("#one", ElementKind.MAP_ONE_ITEM, processor, map.name() + ", one item", true),
                at.add("#many", ElementKind.MAP_MANY_ITEMS, processor, map.name() + ", many items", true));
    }

    /** An inline Map state tolerates no failure, whatever its fields say. */
    private static int tolerated(Placed at) {
        String mode = at.json
                .path("ItemProcessor")
                .path("ProcessorConfig")
                .path("Mode")
                .asText();
        return at.state instanceof MapState && mode.equals("DISTRIBUTED")
                ? at.field(
                        ElementKind.TOLERATED_FAILURE,
                        "ToleratedFailurePercentage",
                        "ToleratedFailurePercentagePath",
                        "ToleratedFailureCount",
                        "ToleratedFailureCountPath")
                : StateSlots.NONE;
    }

    private int add(
            String id, ElementKind kind, JsonPointer at, String state, String label, String detail, boolean reachable) {
        elements.add(new CoverageElement(id, kind, at.toString(), state, label, detail, lineOf(at), reachable));
        return elements.size() - 1;
    }

    /** In the file that most of the definition is in; for a part from another file, the line that brings it in. */
    private int lineOf(JsonPointer at) {
        SourceMap sources = definition.sourceMap();
        for (@Nullable JsonPointer each = at; each != null; each = each.parent()) {
            SourceLocation location = sources.locate(each);
            if (location.source().equals(sources.source())) {
                return location.line();
            }
        }
        return 1;
    }

    /** Adds what belongs to one state. */
    private final class Placed {

        private final State state;
        private final JsonNode json;
        private final boolean reachable;

        Placed(State state, JsonNode json, boolean reachable) {
            this.state = state;
            this.json = json;
            this.reachable = reachable;
        }

        int add(String outcome, ElementKind kind, JsonPointer at, String label, boolean possible) {
            return add(outcome, kind, at, label, "", possible);
        }

        int add(String outcome, ElementKind kind, JsonPointer at, String label, String detail, boolean possible) {
            return ElementIndexer.this.add(
                    at + outcome, kind, at, state.pointer().toString(), label, detail, reachable && possible);
        }

        /** At the first of these fields that the state has. */
        int field(ElementKind kind, String... names) {
            for (String name : names) {
                if (json.has(name)) {
                    return add("", kind, state.pointer().field(name), state.name() + ", " + name, true);
                }
            }
            return StateSlots.NONE;
        }
    }
}
