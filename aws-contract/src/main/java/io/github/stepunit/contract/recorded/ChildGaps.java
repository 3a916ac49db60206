package io.github.stepunit.contract.recorded;

import io.github.stepunit.definition.Distribution;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.StateMachineType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which child executions a recording lacks, with the reason, by the name of their Map state. */
final class ChildGaps {

    private final Map<String, String> byState = new HashMap<>();
    private final List<String> all = new ArrayList<>();

    ChildGaps(RecordedExecution recorded, ItemProcessors processors) {
        add(recorded, processors);
        of(recorded, ItemProcessors.mapRuns(recorded.history()), processors)
                .forEach(missing -> all.add(missing.describe()));
    }

    private void add(RecordedExecution recorded, ItemProcessors processors) {
        Map<String, String> mapRuns = ItemProcessors.mapRuns(recorded.history());
        for (MissingChildren missing : of(recorded, mapRuns, processors)) {
            String state = mapRuns.get(missing.mapRunArn());
            if (state != null) {
                byState.put(state, missing.describe());
            }
        }
        recorded.children().forEach(child -> add(child, processors));
    }

    private static List<MissingChildren> of(
            RecordedExecution recorded, Map<String, String> mapRuns, ItemProcessors processors) {
        List<MissingChildren> all = new ArrayList<>(recorded.missingChildren());
        mapRuns.forEach((mapRunArn, state) -> {
            boolean known = all.stream().anyMatch(each -> each.mapRunArn().equals(mapRunArn))
                    || recorded.children().stream()
                            .map(child -> processors.of(child, recorded))
                            .anyMatch(map -> map != null && map.name().equals(state));
            if (!known && isExpress(processors.named(state))) {
                // AWS lists no Express executions, so that it may be the definition alone that tells.
                all.add(new MissingChildren(mapRunArn, MissingChildren.Reason.EXPRESS, 0));
            }
        });
        return all;
    }

    private static boolean isExpress(@Nullable MapState map) {
        Distribution distribution = map == null ? null : map.distribution();
        return distribution != null && distribution.executionType() == StateMachineType.EXPRESS;
    }

    /** What the execution itself lacks, one text for each reason and Map Run; without what its children lack. */
    List<String> all() {
        return all;
    }

    /** Whether all children of that Map state are there. */
    boolean isComplete(String mapState) {
        return !byState.containsKey(mapState);
    }

    /** Why a child of that Map state is not there. */
    String reason(String mapState) {
        return byState.getOrDefault(
                mapState,
                "the recording has not all child executions of the Distributed Map \"" + mapState
                        + "\": record it anew, with RecordedExecutions or the command record");
    }
}
