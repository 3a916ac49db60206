package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.HistoryEventType;
import java.util.List;

/** Runs all branches with the same input. */
final class ParallelExecutor implements StateExecutor {

    private final List<PlannedGraph> branches;

    ParallelExecutor(List<PlannedGraph> branches) {
        this.branches = branches;
    }

    @Override
    public void execute(Visit visit) {
        JsonNode input = visit.request(visit.effectiveInput());
        if (visit.run().isTooLarge(input)) {
            visit.fail(StateError.parametersTooLarge(visit.name()));
            return;
        }
        visit.frame().emit(HistoryEventType.PARALLEL_STATE_STARTED, HistoryEventDetails.none(), visit.retried());
        new BranchGroup(visit, branches, input).start();
    }
}
