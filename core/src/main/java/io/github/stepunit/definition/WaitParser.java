package io.github.stepunit.definition;

import com.fasterxml.jackson.databind.node.LongNode;
import io.github.stepunit.expression.Expression;
import io.github.stepunit.expression.Literal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses a Wait state. */
final class WaitParser {

    private static final List<String> UNTIL = List.of("SecondsPath", "Seconds", "TimestampPath", "Timestamp");

    private WaitParser() {}

    static @Nullable WaitState parse(StateHeader header, FieldReader fields) {
        DataFlow dataFlow = DataFlowParser.parse(fields);
        String field = fields.requireOneOf(UNTIL, "Add one of them.");
        if (field == null) {
            return null;
        }
        WaitState.Unit unit = field.startsWith("Seconds") ? WaitState.Unit.SECONDS : WaitState.Unit.TIMESTAMP;
        Expression until = until(fields, field);
        return until == null ? null : new WaitState(header, dataFlow, unit, until);
    }

    private static @Nullable Expression until(FieldReader fields, String field) {
        if (field.endsWith("Path")) {
            return new ExpressionReader(fields).referencePath(field);
        }
        if (field.equals("Timestamp")) {
            return Timestamps.read(fields, field);
        }
        Long seconds = fields.integer(field, 0, StateParser.MAX_SECONDS);
        return seconds == null ? null : new Literal(LongNode.valueOf(seconds));
    }
}
