package io.github.stepunit.contract.recorded;

import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.contract.AwsCallException;
import io.github.stepunit.contract.internal.StepFunctionsArn;
import io.github.stepunit.contract.recorded.MissingChildren.Reason;
import io.github.stepunit.history.ExecutionHistory;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.StateMachineTypeNotSupportedException;

/** Which child executions the Map Runs of an execution have started: those that can be fetched, and those that cannot. */
final class ChildExecutions {

    private final ExecutionList executions;
    private final int most;
    private final List<String> arns = new ArrayList<>();
    private final List<MissingChildren> missing = new ArrayList<>();

    /** @param most of each Map Run */
    ChildExecutions(ExecutionList executions, int most) {
        this.executions = executions;
        this.most = most;
    }

    /** Those that can be fetched. */
    List<String> arns() {
        return arns;
    }

    /** Those that cannot. */
    List<MissingChildren> missing() {
        return missing;
    }

    void find(ExecutionHistory history) {
        for (HistoryEvent event : history.events()) {
            if (event.details() instanceof HistoryEventDetails.MapRunStarted run) {
                find(run.mapRunArn());
            }
        }
    }

    private void find(String mapRunArn) {
        List<ExecutionListItem> listed;
        try {
            // One more tells whether there are more.
            listed = executions.list(
                    "Map Run " + mapRunArn,
                    request -> request.mapRunArn(mapRunArn),
                    new ExecutionFilter(
                            most == Integer.MAX_VALUE ? most : most + 1,
                            EnumSet.allOf(ExecutionStatus.class),
                            null,
                            null));
        } catch (AwsCallException failure) {
            if (failure.getCause() instanceof StateMachineTypeNotSupportedException) {
                missing.add(new MissingChildren(mapRunArn, Reason.EXPRESS, 0));
                return;
            }
            throw failure;
        }
        // There are none when the Map had no items.
        sort(mapRunArn, listed.subList(0, Math.min(most, listed.size())));
        if (listed.size() > most) {
            missing.add(new MissingChildren(mapRunArn, Reason.TOO_MANY, 0));
        }
    }

    private void sort(String mapRunArn, List<ExecutionListItem> listed) {
        int express = 0;
        int running = 0;
        for (ExecutionListItem item : listed) {
            if (StepFunctionsArn.isOfExpress(item.executionArn())) {
                express++;
            } else if (ExecutionList.statusOf(item) == ExecutionStatus.RUNNING) {
                running++;
            } else {
                arns.add(item.executionArn());
            }
        }
        if (express > 0) {
            missing.add(new MissingChildren(mapRunArn, Reason.EXPRESS, express));
        }
        if (running > 0) {
            missing.add(new MissingChildren(mapRunArn, Reason.RUNNING, running));
        }
    }
}
