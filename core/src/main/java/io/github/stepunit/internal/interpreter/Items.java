package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.expression.EvaluationException;
import io.github.stepunit.expression.Expression;
import io.github.stepunit.expression.Path;
import io.github.stepunit.json.JsonText;
import org.jspecify.annotations.Nullable;

/** Where a Map state has its items from. Chosen when the definition is loaded. */
@FunctionalInterface
interface Items {

    /** An array; for a Distributed Map an object, too, whose fields are the items. */
    JsonNode of(Visit visit, JsonNode effectiveInput);

    static Items of(MapState state) {
        Expression items = state.items();
        boolean takesObjects = state.distribution() != null;
        if (items == null) {
            return (visit, effectiveInput) -> itemsIn(effectiveInput, takesObjects);
        }
        return items instanceof Path path
                ? (visit, effectiveInput) -> at(path, visit.scope(effectiveInput), takesObjects)
                : (visit, effectiveInput) -> itemsIn(items.find(visit.scope(effectiveInput)), takesObjects);
    }

    private static JsonNode itemsIn(@Nullable JsonNode items, boolean takesObjects) {
        if (items != null && isIterable(items, takesObjects)) {
            return items;
        }
        // Names no field: scenarios/test_base_scenarios.test_map_state_items_input_types.
        String text = items == null ? "undefined" : JsonText.write(items);
        throw EvaluationException.ofQuery(null, "Map state input must be an array but was: " + text);
    }

    private static JsonNode at(Path path, VisitScope scope, boolean takesObjects) {
        JsonNode items = path.require(scope);
        if (isIterable(items, takesObjects)) {
            return items;
        }
        throw new EvaluationException(
                StateError.RUNTIME, "Reference path \"" + path.text() + "\" must point to array.");
    }

    private static boolean isIterable(JsonNode items, boolean takesObjects) {
        return items.isArray() || (takesObjects && items.isObject());
    }
}
