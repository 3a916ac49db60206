package io.github.stepunit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A Pass state.
 *
 * @param header what every state has
 * @param dataFlow its paths and templates
 * @param result the {@code Result}, taken literally; null when absent
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record PassState(StateHeader header, DataFlow dataFlow, @Nullable JsonNode result) implements State {

    @Override
    public List<Transition> transitions() {
        return Transitions.next(header);
    }

    @Override
    public <T> T accept(StateVisitor<T> visitor) {
        return visitor.visit(this);
    }
}
