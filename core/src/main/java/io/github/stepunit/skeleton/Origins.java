package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.ChoiceState;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.ParallelState;
import io.github.stepunit.definition.PassState;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.history.Trace;
import io.github.stepunit.history.VisitStatus;
import io.github.stepunit.skeleton.DataPath.Root;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a test gives, the input or an answer of a mock, that a state then reads: back along what was visited. */
final class Origins {

    /** Deeper there is no plain answer, or a circle. */
    private static final int DEEPEST = 400;

    private final Machine machine;
    private final Walk walk;
    private final List<Source> found = new ArrayList<>();
    /** Whether what was looked for stands in the definition itself. */
    private boolean constant;

    private int depth;

    private Origins(Machine machine, Walk walk) {
        this.machine = machine;
        this.walk = walk;
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

    private void find(Visited at, DataPath path) {
        if (++depth > DEEPEST) {
            return;
        }
        List<Step> steps = path.steps();
        switch (path.root()) {
            case INPUT -> input(at, steps);
            case EFFECTIVE_INPUT -> effectiveInput(at, steps);
            case RESULT -> result(at, steps);
            case SELECTED_RESULT -> selected(at, steps);
            case WHOLE_OUTPUT -> wholeOutput(at, steps);
            case VARIABLE -> variable(at, path.variable(), steps);
            case CONTEXT -> context(at, steps);
            default -> error(at, steps);
        }
    }

    private JsonNode json(Visited at) {
        return machine.json(at.state());
    }

    // --- what a state is given

    private void input(Visited at, List<Step> steps) {
        Visited before = at.previous();
        Visited parent = at.frame().parent();
        if (before != null) {
            output(before, steps);
        } else if (parent == null) {
            found.add(Source.input(steps));
        } else if (parent.state() instanceof MapState map) {
            item(parent, map, at.frame().number(), steps);
        } else {
            arguments(parent, steps);
        }
    }

    private void effectiveInput(Visited at, List<Step> steps) {
        JsonNode path = json(at).path("InputPath");
        if (path.isTextual()) {
            find(at, DataPath.parse(path.textValue(), Root.INPUT).then(steps));
        } else if (!path.isNull()) {
            input(at, steps);
        }
    }

    private void arguments(Visited at, List<Step> steps) {
        String field = Machine.isJsonata(at.state()) ? "Arguments" : "Parameters";
        template(at, json(at).path(field), Root.EFFECTIVE_INPUT, steps, () -> effectiveInput(at, steps));
    }

    private void item(Visited at, MapState map, int number, List<Step> steps) {
        if (map.distribution() != null && map.distribution().itemBatcher() != null) {
            boolean isItem = steps.size() > 1
                    && steps.get(0) instanceof Step.Field field
                    && field.name().equals("Items");
            if (isItem) {
                selectedItem(at, map, number, steps.subList(2, steps.size()));
            } else if (!steps.isEmpty()) {
                template(
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
        template(inside, selector, Root.EFFECTIVE_INPUT, steps, () -> itemValue(at, map, number, steps));
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

    private void items(Visited at, MapState map, List<Step> inItems) {
        JsonNode json = json(at);
        if (map.distribution() != null && map.distribution().itemReader() != null) {
            found.add(new Source(Source.Kind.ITEMS, at.state().name(), 0, inItems));
        } else if (json.path("ItemsPath").isTextual()) {
            find(
                    at,
                    DataPath.parse(json.get("ItemsPath").textValue(), Root.EFFECTIVE_INPUT)
                            .then(inItems));
        } else {
            template(at, json.path("Items"), Root.INPUT, inItems, () -> effectiveInput(at, inItems));
        }
    }

    // --- what a state gives

    private void output(Visited at, List<Step> steps) {
        if (++depth > DEEPEST) {
            return;
        }
        JsonNode json = json(at);
        Trace.Caught caught = at.visit().caught();
        if (caught != null) {
            caught(at, json.path("Catch").path(caught.catcher()), steps);
        } else if (Machine.isJsonata(at.state())) {
            JsonNode output = json.path("Output");
            if (at.state() instanceof ChoiceState && at.visit().matchedRule() != null) {
                output = json.path("Choices").path(at.visit().matchedRule()).path("Output");
            }
            template(at, output, Root.INPUT, steps, () -> result(at, steps));
        } else if (json.path("OutputPath").isTextual()) {
            find(
                    at,
                    DataPath.parse(json.get("OutputPath").textValue(), Root.WHOLE_OUTPUT)
                            .then(steps));
        } else if (!json.path("OutputPath").isNull()) {
            wholeOutput(at, steps);
        }
    }

    private void caught(Visited at, JsonNode catcher, List<Step> steps) {
        JsonNode resultPath = catcher.path("ResultPath");
        if (catcher.has("Output")) {
            template(at, catcher.get("Output"), Root.INPUT, steps, () -> {});
        } else if (resultPath.isNull()) {
            input(at, steps);
        } else if (!resultPath.isTextual()) {
            error(at, steps);
        } else {
            DataPath path = DataPath.parse(resultPath.textValue(), Root.INPUT);
            if (startsWith(steps, path)) {
                error(at, steps.subList(path.steps().size(), steps.size()));
            } else {
                input(at, steps);
            }
        }
    }

    /** Of the object with Error and Cause. */
    private void error(Visited at, List<Step> steps) {
        if (steps.size() < 2 || !steps.get(0).equals(new Step.Field("Cause"))) {
            return; // what every error has
        }
        Visited guilty = guilty(at);
        if (guilty != null) {
            found.add(new Source(
                    Source.Kind.CAUSE, guilty.state().name(), guilty.lastCall(), steps.subList(1, steps.size())));
        }
    }

    /** The Task whose error it was. */
    private @Nullable Visited guilty(Visited at) {
        if (at.state() instanceof TaskState) {
            return at;
        }
        for (Frame each : walk.inner(at)) {
            Visited last = each.last();
            if (last != null && last.visit().status() == VisitStatus.FAILED) {
                return guilty(last);
            }
        }
        return null;
    }

    private static boolean startsWith(List<Step> steps, DataPath path) {
        int size = path.steps().size();
        return steps.size() >= size && steps.subList(0, size).equals(path.steps());
    }

    private void wholeOutput(Visited at, List<Step> steps) {
        JsonNode resultPath = json(at).path("ResultPath");
        if (!hasResult(at.state())) {
            effectiveInput(at, steps);
        } else if (resultPath.isNull()) {
            input(at, steps);
        } else if (resultPath.isTextual()) {
            DataPath path = DataPath.parse(resultPath.textValue(), Root.INPUT);
            if (startsWith(steps, path)) {
                selected(at, steps.subList(path.steps().size(), steps.size()));
            } else {
                input(at, steps);
            }
        } else {
            selected(at, steps);
        }
    }

    private static boolean hasResult(State state) {
        return state instanceof TaskState
                || state instanceof PassState
                || !state.graphs().isEmpty();
    }

    private void selected(Visited at, List<Step> steps) {
        template(at, json(at).path("ResultSelector"), Root.RESULT, steps, () -> result(at, steps));
    }

    private void result(Visited at, List<Step> steps) {
        State state = at.state();
        if (state instanceof TaskState) {
            found.add(new Source(Source.Kind.ANSWER, state.name(), at.lastCall(), steps));
        } else if (state instanceof PassState) {
            if (!json(at).has("Result")) {
                arguments(at, steps);
            } else {
                constant = true;
            }
        } else if (state.graphs().isEmpty()) {
            input(at, steps);
        } else if (!steps.isEmpty()) {
            boolean isItem = steps.get(0) instanceof Step.Item || steps.get(0) instanceof Step.Each;
            int number = steps.get(0) instanceof Step.Item item ? item.index() : 0;
            Frame frame = walk.inner(at, number);
            if (frame != null && frame.last() != null) {
                output(frame.last(), isItem ? steps.subList(1, steps.size()) : steps);
            } else if (state instanceof MapState map && walk.inner(at).isEmpty()) {
                // There has to be an item before there can be its result.
                items(at, map, List.of(new Step.Item(Math.max(0, number))));
            }
            if (!isItem && state instanceof ParallelState) {
                for (int i = 1; i < state.graphs().size(); i++) {
                    Frame other = walk.inner(at, i);
                    if (other != null && other.last() != null) {
                        output(other.last(), steps);
                    }
                }
            }
        }
    }

    // --- variables and the context object

    private void variable(Visited at, String name, List<Step> steps) {
        for (Visited each = at; each != null; each = each.frame().parent()) {
            for (Visited before = each.previous(); before != null; before = before.previous()) {
                JsonNode value = assigned(before, name);
                if (value != null) {
                    template(before, value, Root.SELECTED_RESULT, steps, () -> {});
                    return;
                }
            }
        }
    }

    /** The template of the assignment, as an object for {@link #template} to look into. */
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

    // --- templates and expressions

    private void template(Visited at, @Nullable JsonNode template, Root root, List<Step> steps, Runnable without) {
        if (template == null || template.isMissingNode() || template.isNull()) {
            without.run();
        } else if (template.isArray() && steps.isEmpty()) {
            constant = true; // what its items are may vary, but not how many
        } else if (template.isTextual()) {
            String text = template.textValue();
            if (text.startsWith("{%")) {
                expression(at, JsonataSketch.parse(text), steps);
            } else if (!Machine.isJsonata(at.state()) && (text.startsWith("$") || text.startsWith("States."))) {
                expression(at, IntrinsicSketch.parse(text, root), steps);
            }
        } else if (!steps.isEmpty() && steps.get(0) instanceof Step.Field field && template.isObject()) {
            List<Step> rest = steps.subList(1, steps.size());
            JsonNode inner =
                    template.has(field.name() + ".$") ? template.get(field.name() + ".$") : template.get(field.name());
            if (inner != null && (!inner.isTextual() || isExpression(template, field.name(), inner))) {
                template(at, inner, root, rest, () -> {});
            }
        } else if (!steps.isEmpty() && template.isArray() && !template.isEmpty()) {
            int index = steps.get(0) instanceof Step.Item item ? Math.max(0, item.index()) : 0;
            template(at, template.path(index), root, steps.subList(1, steps.size()), () -> {});
        }
    }

    private static boolean isExpression(JsonNode template, String name, JsonNode inner) {
        return template.has(name + ".$") || inner.textValue().startsWith("{%");
    }

    private void expression(Visited at, Query query, List<Step> steps) {
        if (++depth > DEEPEST) {
            return;
        }
        if (query instanceof Query.Read read) {
            find(at, read.path().then(steps));
        } else if (query instanceof Query.Inside inside) {
            expression(at, inside.base(), DataPath.concat(inside.steps(), steps));
        } else if (query instanceof Query.ObjectOf object && !steps.isEmpty()) {
            if (steps.get(0) instanceof Step.Field field && object.fields().get(field.name()) != null) {
                expression(at, object.fields().get(field.name()), steps.subList(1, steps.size()));
            }
        } else if (query instanceof Query.ArrayOf array
                && !steps.isEmpty()
                && !array.items().isEmpty()) {
            int index = steps.get(0) instanceof Step.Item item ? Math.max(0, item.index()) : 0;
            expression(
                    at, array.items().get(Math.min(index, array.items().size() - 1)), steps.subList(1, steps.size()));
        } else if (query instanceof Query.Either either) {
            expression(at, either.then(), steps);
            if (either.otherwise() != null) {
                expression(at, either.otherwise(), steps);
            }
        } else if (query instanceof Query.Several several && !several.parts().isEmpty()) {
            expression(at, several.parts().get(several.parts().size() - 1), steps);
        } else if (query instanceof Query.Operation operation && steps.isEmpty()) {
            expression(at, operation.left(), steps);
            if (found.isEmpty()) {
                expression(at, operation.right(), steps);
            }
        } else if (query instanceof Query.Call call) {
            call(at, call, steps);
        }
    }

    private void call(Visited at, Query.Call call, List<Step> steps) {
        List<Query> arguments = call.arguments();
        switch (call.function()) {
            case "States.JsonMerge", "$merge", "$append" ->
                arguments.forEach(each -> expression(
                        at,
                        each,
                        each instanceof Query.ArrayOf array && !array.items().isEmpty() && !steps.isEmpty()
                                ? DataPath.concat(
                                        List.of(new Step.Item(array.items().size() - 1)), steps)
                                : steps));
            case "States.ArrayGetItem" ->
                expression(
                        at,
                        arguments.get(0),
                        DataPath.concat(
                                List.of(new Step.Item(
                                        arguments.get(1) instanceof Query.Value value
                                                ? value.value().asInt()
                                                : 0)),
                                steps));
            case "States.StringToJson", "$parse" ->
                expression(at, arguments.get(0), DataPath.concat(List.of(new Step.Parsed()), steps));
            case "States.Array" -> expression(at, new Query.ArrayOf(arguments), steps);
            case "States.Format", "States.UUID", "States.MathRandom", "$uuid", "$now", "$millis", "$random" -> {
                // what comes out has little to do with what goes in
            }
            default -> {
                if (!arguments.isEmpty()) {
                    expression(at, arguments.get(0), steps);
                }
            }
        }
    }
}
