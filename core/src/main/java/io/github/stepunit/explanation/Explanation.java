package io.github.stepunit.explanation;

import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.history.ExecutionHistory;
import io.github.stepunit.history.RecordedDataFlow;
import io.github.stepunit.history.StateVisit;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Why an execution stands as it does, or why one visit of a state went as it did: which rules of a Choice were tried with
 * which values, why retriers and catchers took an error or did not, what the data looked like. Some lines of text, derived
 * from the definition and the history. Immutable.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Explanation {

    private final @Nullable StateVisit visit;
    private final List<String> lines;

    private Explanation(@Nullable StateVisit visit, List<String> lines) {
        this.visit = visit;
        this.lines = List.copyOf(lines);
    }

    /** Why the execution failed, was stopped, or goes on no further; empty when it has succeeded. */
    public static Explanation of(
            StateMachineDefinition definition, ExecutionHistory history, RecordedDataFlow dataFlow) {
        List<StateVisit> chain = Culprit.of(history);
        return chain.isEmpty()
                ? new Explanation(null, List.of())
                : new Explanation(
                        chain.get(chain.size() - 1), new Explainer(definition, history, dataFlow).ofChain(chain));
    }

    /**
     * Why one visit went as it did; empty when there was nothing to decide.
     *
     * @param visit one of {@link ExecutionHistory#visits()}
     */
    public static Explanation of(
            StateVisit visit, StateMachineDefinition definition, ExecutionHistory history, RecordedDataFlow dataFlow) {
        return new Explanation(visit, new Explainer(definition, history, dataFlow).ofVisit(visit));
    }

    /**
     * Which decision led to a visit: the nearest Choice or caught error before it on its level; empty when there was none.
     *
     * @param visit one of {@link ExecutionHistory#visits()}
     */
    public static Explanation ofWayTo(
            StateVisit visit, StateMachineDefinition definition, ExecutionHistory history, RecordedDataFlow dataFlow) {
        Explainer explainer = new Explainer(definition, history, dataFlow);
        StateVisit decision = explainer.decisionBefore(visit);
        return decision == null
                ? new Explanation(null, List.of())
                : new Explanation(decision, explainer.ofVisit(decision));
    }

    /** The visit that it is about: of an execution the innermost one that failed, or runs still; null when there is none. */
    public @Nullable StateVisit visit() {
        return visit;
    }

    /** Its lines; what belongs to the one above is indented. */
    public List<String> lines() {
        return lines;
    }

    /** Whether there is nothing to explain. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Its lines; empty when there are none. */
    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
