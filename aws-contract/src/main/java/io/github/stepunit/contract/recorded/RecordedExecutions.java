package io.github.stepunit.contract.recorded;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.contract.AwsCallException;
import io.github.stepunit.contract.AwsCallException.Reason;
import io.github.stepunit.contract.internal.AwsCall;
import io.github.stepunit.contract.internal.SdkJson;
import io.github.stepunit.history.ExecutionHistory;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.json.JsonText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.ListExecutionsRequest;

/**
 * Fetches executions that ran on AWS, with calls that only read.
 *
 * <pre>{@code
 * RecordedExecutions production = RecordedExecutions.with(SfnClient.create());
 * List<RecordedExecution> lastWeek = production.fetchLast("arn:aws:states:…:stateMachine:orders", 100);
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RecordedExecutions {

    private static final int LARGEST_PAGE = 1000;
    private static final int MOST_CHILDREN = 1000;

    private final SfnClient client;
    private final int mostChildren;

    private RecordedExecutions(SfnClient client, int mostChildren) {
        this.client = client;
        this.mostChildren = mostChildren;
    }

    /** Asks with that client, which stays the caller's to close. */
    public static RecordedExecutions with(SfnClient client) {
        return new RecordedExecutions(client, MOST_CHILDREN);
    }

    /** The same, with that many child executions of each Map Run at most (default 1000). */
    public RecordedExecutions withMostChildren(int most) {
        return new RecordedExecutions(client, most);
    }

    /**
     * Fetches an execution with its history and its child executions.
     *
     * @param executionArn a Standard execution; Express executions have no history to ask for
     * @throws AwsCallException when AWS does not give it; the message says what to do
     */
    public RecordedExecution fetch(String executionArn) {
        if (executionArn.contains(":express:")) {
            throw new IllegalArgumentException(executionArn
                    + " is an Express execution, for which AWS keeps no history.\n  do      record a Standard execution; an"
                    + " Express one leaves its events in CloudWatch Logs only.");
        }
        DescribeExecutionResponse described = new AwsCall("DescribeExecution", "states:DescribeExecution", executionArn)
                .answer(() -> client.describeExecution(request -> request.executionArn(executionArn)));
        String version = described.stateMachineVersionArn();
        ExecutionHistory history = history(executionArn);
        return new RecordedExecution(
                executionArn, version == null ? described.stateMachineArn() : version, history, children(history));
    }

    private ExecutionHistory history(String executionArn) {
        AwsCall call = new AwsCall("GetExecutionHistory", "states:GetExecutionHistory", executionArn);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode events = answer.putArray("events");
        call.answer(() -> {
            client.getExecutionHistoryPaginator(request -> request.executionArn(executionArn)
                            .includeExecutionData(true)
                            .maxResults(LARGEST_PAGE))
                    .events()
                    .forEach(event -> events.add(SdkJson.of(event)));
            return events;
        });
        if (events.isEmpty()) {
            throw call.unreadable("the history has no events");
        }
        return ExecutionHistory.parse(JsonText.writeCompact(answer));
    }

    private List<RecordedExecution> children(ExecutionHistory history) {
        List<RecordedExecution> children = new ArrayList<>();
        for (HistoryEvent event : history.events()) {
            if (event.details() instanceof HistoryEventDetails.MapRunStarted run) {
                list("Map Run " + run.mapRunArn(), request -> request.mapRunArn(run.mapRunArn()), mostChildren)
                        .forEach(child -> children.add(fetch(child.executionArn())));
            }
        }
        children.sort(Comparator.comparing(RecordedExecution::startTime).thenComparing(RecordedExecution::arn));
        return children;
    }

    /**
     * Fetches the newest executions of a state machine that have ended, newest first.
     *
     * @param stateMachineArn a state machine, a version or an alias
     * @param most how many
     */
    public List<RecordedExecution> fetchLast(String stateMachineArn, int most) {
        return list(stateMachineArn, request -> request.stateMachineArn(stateMachineArn), most).stream()
                .map(each -> fetch(each.executionArn()))
                .toList();
    }

    private List<ExecutionListItem> list(String of, Consumer<ListExecutionsRequest.Builder> which, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("At least one execution has to be asked for, not " + most + ".");
        }
        AwsCall call = new AwsCall("ListExecutions", "states:ListExecutions", of);
        List<ExecutionListItem> found = call.answer(() -> client
                .listExecutionsPaginator(which.andThen(request -> request.maxResults(Math.min(most, LARGEST_PAGE))))
                .executions()
                .stream()
                .filter(each ->
                        each.status() != ExecutionStatus.RUNNING && each.status() != ExecutionStatus.PENDING_REDRIVE)
                .limit(most)
                .toList());
        if (found.isEmpty()) {
            throw new AwsCallException(
                    Reason.NOT_FOUND,
                    "No execution of " + of + " has ended in the time that AWS keeps histories (90 days by default)."
                            + "\n  do      check the ARN, its account and its region.",
                    null);
        }
        return found;
    }
}
