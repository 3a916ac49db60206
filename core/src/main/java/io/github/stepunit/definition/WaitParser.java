package io.github.stepunit.definition;

import io.github.stepunit.expression.Expression;
import org.jspecify.annotations.Nullable;

/** Parses a Wait state. */
final class WaitParser {

    private WaitParser() {}

    static @Nullable WaitState parse(StateHeader header, FieldReader fields, QueryFields queries) {
        DataFlow dataFlow = queries.dataFlow();
        String field = fields.requireOneOf(queries.waitFields(), "Add one of them.");
        if (field == null) {
            return null;
        }
        WaitState.Unit unit = field.startsWith("Seconds") ? WaitState.Unit.SECONDS : WaitState.Unit.TIMESTAMP;
        Expression until = unit == WaitState.Unit.SECONDS ? queries.seconds() : queries.timestamp();
        return until == null ? null : new WaitState(header, dataFlow, unit, until);
    }
}
