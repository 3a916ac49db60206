package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.history.Trace;
import io.github.stepunit.skeleton.DataPath.Root;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a test gives, the input or an answer of a mock, that a state then reads: back along what was visited. */
final class Origins {

    /** Deeper there is no plain answer, or a circle. */
    private static final int DEEPEST = 400;

    private final Machine machine;
    private final TemplateOrigins templates;
    private final OutputOrigins outputs;
    private final List<Source> found = new ArrayList<>();
    /** Whether what was looked for stands in the definition itself. */
    private boolean constant;

    private int depth;

    private Origins(Machine machine, Walk walk) {
        this.machine = machine;
        this.templates = new TemplateOrigins(this);
        this.outputs = new OutputOrigins(this, templates, walk);
    }

    /** Empty when no test can give it. */
    static List<Source> of(Machine machine, Walk walk, Visited visited, DataPath path) {
        Origins origins = new Origins(machine, walk);
        origins.find(visited, path);
        return origins.found;
    }

    /** Of the items of a Map state. */
    static List<Source> ofItems(Machine machine, Walk walk, Visited visited, MapState map) {
        Origins origins = new Origins(machine, walk);
        origins.items(visited, map, List.of());
        return origins.found;
    }

    /** Whether the definition itself says how many items a Map state has. */
    static boolean hasConstantItems(Machine machine, Walk walk, Visited visited, MapState map) {
        Origins origins = new Origins(machine, walk);
        origins.items(visited, map, List.of());
        return origins.found.isEmpty() && origins.constant;
    }

    void find(Visited at, DataPath path) {
        if (goesTooDeep()) {
            return;
        }
        List<Step> steps = path.steps();
        switch (path.root()) {
            case INPUT -> input(at, steps);
            case EFFECTIVE_INPUT -> effectiveInput(at, steps);
            case RESULT -> outputs.result(at, steps);
            case SELECTED_RESULT -> outputs.selected(at, steps);
            case WHOLE_OUTPUT -> outputs.wholeOutput(at, steps);
            case VARIABLE -> variable(at, path.variable(), steps);
            case CONTEXT -> context(at, steps);
            default -> outputs.error(at, steps);
        }
    }

    boolean goesTooDeep() {
        return ++depth > DEEPEST;
    }

    void add(Source source) {
        found.add(source);
    }

    boolean hasNone() {
        return found.isEmpty();
    }

    /** What was looked for stands in the definition itself. */
    void isConstant() {
        constant = true;
    }

    JsonNode json(Visited at) {
        return machine.json(at.state());
    }

    // --- what a state is given

    void input(Visited at, List<Step> steps) {
        Visited before = at.previous();
        Visited parent = at.frame().parent();
        if (before != null) {
            outputs.output(before, steps);
        } else if (parent == null) {
            found.add(Source.input(steps));
        } else if (parent.state() instanceof MapState map) {
            item(parent, map, at.frame().number(), steps);
        } else {
            arguments(parent, steps);
        }
    }

    void effectiveInput(Visited at, List<Step> steps) {
        JsonNode path = json(at).path("InputPath");
        if (path.isTextual()) {
            find(at, DataPath.parse(path.textValue(), Root.INPUT).then(steps));
        } else if (!path.isNull()) {
            input(at, steps);
        }
    }

    void arguments(Visited at, List<Step> steps) {
        String field = Machine.isJsonata(at.state()) ? "Arguments" : "Parameters";
        templates.template(at, json(at).path(field), Root.EFFECTIVE_INPUT, steps, () -> effectiveInput(at, steps));
    }

    private void item(Visited at, MapState map, int number, List<Step> steps) {
        if (map.distribution() != null && map.distribution().itemBatcher() != null) {
            boolean isItem = steps.size() > 1
                    && steps.get(0) instanceof Step.Field field
                    && field.name().equals("Items");
            if (isItem) {
                selectedItem(at, map, number, steps.subList(2, steps.size()));
            } else if (!steps.isEmpty()) {
                templates.template(
                        at,
                        json(at).path("ItemBatcher").path("BatchInput"),
                        Root.EFFECTIVE_INPUT,
                        steps.subList(1, steps.size()),
                        () -> {});
            }
        } else {
            selectedItem(at, map, number, steps);
        }
    }

    private void selectedItem(Visited at, MapState map, int number, List<Step> steps) {
        JsonNode json = json(at);
        JsonNode selector = json.has("ItemSelector") ? json.get("ItemSelector") : json.path("Parameters");
        Visited inside = itemView(at, number);
        templates.template(inside, selector, Root.EFFECTIVE_INPUT, steps, () -> itemValue(at, map, number, steps));
    }

    /** The Map state as its ItemSelector sees it: for one item. */
    private Visited itemView(Visited at, int number) {
        itemOf = at;
        itemNumber = number;
        return at;
    }

    private @Nullable Visited itemOf;
    private int itemNumber;

    private void itemValue(Visited at, MapState map, int number, List<Step> steps) {
        Step item = number < 0 ? new Step.Each() : new Step.Item(number);
        items(at, map, DataPath.concat(List.of(item), steps));
    }

    void items(Visited at, MapState map, List<Step> inItems) {
        JsonNode json = json(at);
        if (map.distribution() != null && map.distribution().itemReader() != null) {
            found.add(new Source(Source.Kind.ITEMS, at.state().name(), 0, inItems));
        } else if (json.path("ItemsPath").isTextual()) {
            find(
                    at,
                    DataPath.parse(json.get("ItemsPath").textValue(), Root.EFFECTIVE_INPUT)
                            .then(inItems));
        } else {
            templates.template(at, json.path("Items"), Root.INPUT, inItems, () -> effectiveInput(at, inItems));
        }
    }

    // --- variables and the context object

    private void variable(Visited at, String name, List<Step> steps) {
        for (Visited each = at; each != null; each = each.frame().parent()) {
            for (Visited before = each.previous(); before != null; before = before.previous()) {
                JsonNode value = assigned(before, name);
                if (value != null) {
                    templates.template(before, value, Root.SELECTED_RESULT, steps, () -> {});
                    return;
                }
            }
        }
    }

    /** The template of the assignment, as an object for {@link TemplateOrigins} to look into. */
    private @Nullable JsonNode assigned(Visited at, String name) {
        JsonNode json = json(at);
        JsonNode assign = json.path("Assign");
        Trace.Caught caught = at.visit().caught();
        if (caught != null) {
            assign = json.path("Catch").path(caught.catcher()).path("Assign");
        } else if (at.visit().matchedRule() != null) {
            assign = json.path("Choices").path(at.visit().matchedRule()).path("Assign");
        }
        if (assign.has(name + ".$")) {
            return assign.get(name + ".$");
        }
        return assign.get(name);
    }

    private void context(Visited at, List<Step> steps) {
        String names = String.valueOf(steps.stream()
                .limit(3)
                .map(step -> step instanceof Step.Field field ? field.name() : "?")
                .toList());
        if (names.startsWith("[Execution, Input")) {
            found.add(Source.input(steps.subList(2, steps.size())));
        } else if (names.equals("[Map, Item, Value]")) {
            List<Step> rest = steps.subList(3, steps.size());
            if (at.state() instanceof MapState map) {
                itemValue(at, map, at.equals(itemOf) ? itemNumber : -1, rest);
            } else if (at.frame().parent() != null && at.frame().parent().state() instanceof MapState map) {
                itemValue(at.frame().parent(), map, at.frame().number(), rest);
            }
        }
    }
}
