package io.github.stepunit.definition;

import java.util.List;
import org.apiguardian.api.API;

/**
 * A Succeed state.
 *
 * @param header what every state has
 * @param dataFlow its paths
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record SucceedState(StateHeader header, DataFlow dataFlow) implements State {

    @Override
    public List<Transition> transitions() {
        return List.of();
    }

    @Override
    public <T> T accept(StateVisitor<T> visitor) {
        return visitor.visit(this);
    }
}
