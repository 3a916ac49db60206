package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.FailState;
import io.github.stepunit.expression.EvaluationException;
import io.github.stepunit.expression.Expression;
import io.github.stepunit.json.JsonText;
import org.jspecify.annotations.Nullable;

/** Fails its machine with the state's own error, which carries no prefix. */
final class FailExecutor implements StateExecutor {

    private final FailState state;

    FailExecutor(FailState state) {
        this.state = state;
    }

    @Override
    public void execute(Visit visit) {
        String error = text(visit, state.error(), "ErrorPath");
        String cause = text(visit, state.cause(), "CausePath");
        // A Fail state may name States.Runtime; that one, too, can be neither retried nor caught.
        visit.fail(StateError.of(error, cause));
    }

    private static @Nullable String text(Visit visit, @Nullable Expression expression, String field) {
        if (expression == null) {
            return null;
        }
        JsonNode value = expression.find(visit.scope(visit.rawInput()));
        if (value == null) {
            throw new EvaluationException(
                    StateError.RUNTIME,
                    "The JSONPath '" + expression.text() + "' specified for the field '" + field
                            + "' could not be found in the input '" + JsonText.write(visit.rawInput()) + "'");
        }
        if (!value.isTextual()) {
            throw new EvaluationException(
                    StateError.RUNTIME,
                    "The " + field + " parameter does not reference a string: " + expression.text() + " == "
                            + JsonText.write(value));
        }
        return value.textValue();
    }
}
