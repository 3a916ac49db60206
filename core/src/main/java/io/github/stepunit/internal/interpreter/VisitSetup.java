package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What differs from a plain execution when a single state is tested, or looked at.
 *
 * @param listener who looks on; null for nobody
 * @param retriesBefore how often the retriers of the first state have been used before
 * @param variables the variables at the start
 * @param mapItem the item that the first state works for; null outside of a Map
 * @param context changes the context object; null for none
 */
record VisitSetup(
        @Nullable VisitListener listener,
        int retriesBefore,
        Map<String, JsonNode> variables,
        @Nullable MapItem mapItem,
        @Nullable ContextOverlay context) {

    static final VisitSetup NONE = new VisitSetup(null, 0, Map.of(), null, null);
}
