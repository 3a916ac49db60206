package io.github.stepunit.contract.recorded;

import io.github.stepunit.Execution;
import io.github.stepunit.MapRun;
import io.github.stepunit.MapRunStatus;
import io.github.stepunit.contract.recorded.Divergence.Kind;
import io.github.stepunit.history.HistoryEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what child executions of a replay are given with what those on AWS were given, which no event of the parent tells. */
record ChildInputs(SameValues values, StatePaths paths) {

    /** A child execution of the replay. */
    private record Started(Execution child, String path) {}

    List<Divergence> compare(RecordedExecution recorded, Execution execution) {
        ItemProcessors processors = new ItemProcessors(execution.stateMachine().definition());
        ChildGaps gaps = new ChildGaps(recorded, processors);
        RecordedChildren there = RecordedChildren.of(recorded, processors);
        Map<String, List<Started>> here = new LinkedHashMap<>();
        Set<String> unfinished = new HashSet<>();
        for (MapRun run : execution.mapRuns()) {
            String state = run.stateName();
            List<Started> unmatched = here.computeIfAbsent(state, none -> new ArrayList<>());
            // Of others, and of those of which some are missing, nobody knows which children there would have been.
            boolean comparable = run.status() == MapRunStatus.SUCCEEDED
                    && gaps.isComplete(state)
                    && !recorded.children().isEmpty();
            if (!comparable) {
                unfinished.add(state);
            }
            List<Execution> children = run.children();
            for (int i = 0; i < children.size(); i++) {
                Execution child = children.get(i);
                boolean matched = there.takeWithInput(state, child.input()) != null;
                if (comparable && !matched) {
                    unmatched.add(new Started(child, state + "[" + i + "]"));
                }
            }
        }
        List<Divergence> divergences = new ArrayList<>();
        here.forEach((state, unmatched) -> {
            unmatched.forEach(each -> compare(state, each, there, divergences));
            if (!unfinished.contains(state)) {
                addMissing(state, there, divergences);
            }
        });
        return divergences;
    }

    private void addMissing(String state, RecordedChildren there, List<Divergence> divergences) {
        for (RecordedExecution rest = there.takeFirst(state); rest != null; rest = there.takeFirst(state)) {
            divergences.add(new Divergence(
                    Kind.MISSING_EVENT,
                    state,
                    paths.pointer(state),
                    rest.history().events().get(0),
                    null,
                    List.of(),
                    "the child execution " + rest.name() + " is not started any more"));
        }
    }

    private void compare(String state, Started started, RecordedChildren there, List<Divergence> divergences) {
        RecordedExecution recorded = there.takeFirst(state);
        HistoryEvent now = started.child().history().events().get(0);
        if (recorded == null) {
            divergences.add(new Divergence(
                    Kind.ADDITIONAL_EVENT,
                    started.path(),
                    paths.pointer(state),
                    null,
                    now,
                    List.of(),
                    "no child execution was started on AWS for the item"));
            return;
        }
        List<ValueDifference> differences = new ArrayList<>();
        values.compare("input", recorded.input(), started.child().input(), differences);
        if (!differences.isEmpty()) {
            divergences.add(new Divergence(
                    Kind.OTHER_DATA,
                    started.path(),
                    paths.pointer(state),
                    recorded.history().events().get(0),
                    now,
                    differences,
                    "in the child execution " + recorded.name()));
        }
    }
}
