package io.github.stepunit.definition;

import io.github.stepunit.expression.Expression;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A Fail state.
 *
 * @param header what every state has
 * @param error {@code Error} or {@code ErrorPath}; null when absent
 * @param cause {@code Cause} or {@code CausePath}; null when absent
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record FailState(StateHeader header, @Nullable Expression error, @Nullable Expression cause) implements State {

    @Override
    public List<Transition> transitions() {
        return List.of();
    }

    @Override
    public <T> T accept(StateVisitor<T> visitor) {
        return visitor.visit(this);
    }
}
