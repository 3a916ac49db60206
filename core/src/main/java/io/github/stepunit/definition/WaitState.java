package io.github.stepunit.definition;

import io.github.stepunit.expression.Expression;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A Wait state.
 *
 * @param header what every state has
 * @param dataFlow its paths
 * @param unit how {@code until} is to be read
 * @param until the value of the one field of {@code Seconds, SecondsPath, Timestamp, TimestampPath}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record WaitState(StateHeader header, DataFlow dataFlow, Unit unit, Expression until) implements State {

    /** What a Wait state waits for. */
    public enum Unit {
        /** A number of seconds. */
        SECONDS,
        /** An instant. */
        TIMESTAMP
    }

    @Override
    public List<Transition> transitions() {
        return Transitions.next(header);
    }

    @Override
    public <T> T accept(StateVisitor<T> visitor) {
        return visitor.visit(this);
    }
}
