package io.github.stepunit.contract.recorded;

import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.contract.internal.AwsCall;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ListExecutionsRequest;

/** {@code ListExecutions}, page by page. */
record ExecutionList(SfnClient client) {

    static final int LARGEST_PAGE = 1000;

    /**
     * The newest first.
     *
     * @param of for messages
     * @param which sets the state machine or the Map Run
     */
    List<ExecutionListItem> list(String of, Consumer<ListExecutionsRequest.Builder> which, ExecutionFilter filter) {
        AwsCall call = new AwsCall("ListExecutions", "states:ListExecutions", of);
        Consumer<ListExecutionsRequest.Builder> request = which.andThen(each -> {
            each.maxResults(Math.min(filter.most(), LARGEST_PAGE));
            if (filter.statuses().size() == 1) {
                each.statusFilter(filter.statuses().iterator().next().name());
            }
        });
        Instant since = filter.since();
        Instant until = filter.until();
        // AWS gives the newest first: the first one that is too old ends the pages.
        return call.answer(() -> client.listExecutionsPaginator(request).executions().stream()
                .takeWhile(each -> since == null || !each.startDate().isBefore(since))
                .filter(each -> until == null || each.startDate().isBefore(until))
                .filter(each -> filter.statuses().contains(statusOf(each)))
                .limit(filter.most())
                .toList());
    }

    static ExecutionStatus statusOf(ExecutionListItem item) {
        return switch (item.status()) {
            case SUCCEEDED -> ExecutionStatus.SUCCEEDED;
            case FAILED -> ExecutionStatus.FAILED;
            case TIMED_OUT -> ExecutionStatus.TIMED_OUT;
            case ABORTED -> ExecutionStatus.ABORTED;
            // PENDING_REDRIVE goes on soon.
            default -> ExecutionStatus.RUNNING;
        };
    }
}
