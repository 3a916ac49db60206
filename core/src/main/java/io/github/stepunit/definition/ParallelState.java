package io.github.stepunit.definition;

import java.util.List;
import org.apiguardian.api.API;

/**
 * A Parallel state.
 *
 * @param header what every state has
 * @param dataFlow its paths and templates
 * @param branches at least one
 * @param errorHandling its Retry and Catch
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ParallelState(
        StateHeader header, DataFlow dataFlow, List<StateGraph> branches, ErrorHandling errorHandling)
        implements State {

    public ParallelState {
        branches = List.copyOf(branches);
    }

    @Override
    public List<Transition> transitions() {
        return Transitions.nextAndCatchers(header, errorHandling.catchers());
    }

    @Override
    public List<StateGraph> graphs() {
        return branches;
    }

    @Override
    public <T> T accept(StateVisitor<T> visitor) {
        return visitor.visit(this);
    }
}
