package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.expression.EvaluationException;
import io.github.stepunit.expression.Expression;
import io.github.stepunit.expression.Path;
import io.github.stepunit.json.JsonText;
import org.jspecify.annotations.Nullable;

/** Where a Map state has its items from. Chosen when the definition is loaded. */
@FunctionalInterface
interface Items {

    /** The items. */
    ArrayNode of(Visit visit, JsonNode effectiveInput);

    static Items of(MapState state) {
        Expression items = state.items();
        if (items == null) {
            return (visit, effectiveInput) -> arrayOf(effectiveInput);
        }
        return items instanceof Path path
                ? (visit, effectiveInput) -> at(path, visit.scope(effectiveInput))
                : (visit, effectiveInput) -> arrayOf(items.find(visit.scope(effectiveInput)));
    }

    private static ArrayNode arrayOf(@Nullable JsonNode items) {
        if (items instanceof ArrayNode array) {
            return array;
        }
        // Names no field: scenarios/test_base_scenarios.test_map_state_items_input_types.
        String text = items == null ? "undefined" : JsonText.write(items);
        throw EvaluationException.ofQuery(null, "Map state input must be an array but was: " + text);
    }

    private static ArrayNode at(Path path, VisitScope scope) {
        if (path.require(scope) instanceof ArrayNode array) {
            return array;
        }
        throw new EvaluationException(
                StateError.RUNTIME, "Reference path \"" + path.text() + "\" must point to array.");
    }
}
