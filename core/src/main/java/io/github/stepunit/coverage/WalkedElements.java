package io.github.stepunit.coverage;

import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.history.ExecutionHistory;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/** Says what single histories walk of one definition; for tools that look for a way. For one thread at a time. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class WalkedElements {

    private final ElementIndex index;
    /** Of the definition and of the processors of its Distributed Maps, whose child executions have histories of their own. */
    private final IdentityHashMap<StateGraph, ElementIndex> byGraph = new IdentityHashMap<>();

    /** Of this definition. */
    public WalkedElements(StateMachineDefinition definition) {
        index = ElementIndex.of(definition);
        byGraph.put(definition.graph(), index);
    }

    /** All elements, in the order of the definition. */
    public List<CoverageElement> elements() {
        return index.elements();
    }

    /**
     * The ids of what a history walked.
     *
     * @param definition the one that ran: this one, or one of its processors
     */
    public Set<String> of(StateMachineDefinition definition, ExecutionHistory history) {
        ElementIndex of = byGraph.computeIfAbsent(definition.graph(), graph -> ElementIndex.of(definition));
        long[] hits = HistoryWalk.count(of, history);
        Set<String> walked = new HashSet<>();
        for (int i = 0; i < hits.length; i++) {
            if (hits[i] > 0) {
                walked.add(of.elements().get(i).id());
            }
        }
        return walked;
    }
}
