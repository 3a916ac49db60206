package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.skeleton.DataPath.Root;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where what templates and expressions make comes from. */
final class TemplateOrigins {

    private final Origins origins;

    TemplateOrigins(Origins origins) {
        this.origins = origins;
    }

    void template(Visited at, @Nullable JsonNode template, Root root, List<Step> steps, Runnable without) {
        if (template == null || template.isMissingNode() || template.isNull()) {
            without.run();
        } else if (template.isArray() && steps.isEmpty()) {
            origins.isConstant(); // what its items are may vary, but not how many
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
        if (origins.goesTooDeep()) {
            return;
        }
        if (query instanceof Query.Read read) {
            origins.find(at, read.path().then(steps));
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
            if (origins.hasNone()) {
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
