package io.github.stepunit.contract.recorded;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.contract.AwsCallException;
import io.github.stepunit.contract.AwsCallException.Reason;
import io.github.stepunit.contract.internal.AwsCall;
import io.github.stepunit.contract.internal.SdkJson;
import io.github.stepunit.contract.internal.StepFunctionsArn;
import io.github.stepunit.history.ExecutionHistory;
import io.github.stepunit.json.JsonText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;

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

    private static final int MOST_CHILDREN = 1000;

    private final SfnClient client;
    private final ExecutionList executions;
    private final int mostChildren;

    private RecordedExecutions(SfnClient client, int mostChildren) {
        this.client = client;
        this.executions = new ExecutionList(client);
        this.mostChildren = mostChildren;
    }

    /** Asks with that client, which stays the caller's to close. */
    public static RecordedExecutions with(SfnClient client) {
        return new RecordedExecutions(client, MOST_CHILDREN);
    }

    /** The same, with that many child executions of each Map Run at most (default 1000). */
    public RecordedExecutions withMostChildren(int most) {
        if (most < 1) {
            throw new IllegalArgumentException("At least one execution has to be asked for, not " + most + ".");
        }
        return new RecordedExecutions(client, most);
    }

    /**
     * Fetches an execution with its history, and with the child executions of its Map Runs and their histories. Those that
     * are not to be had (Express ones, of which AWS keeps no history, those that still run, those beyond {@link
     * #withMostChildren}) are told by {@link RecordedExecution#missingChildren()}.
     *
     * @param executionArn a Standard execution, or a Standard child execution; Express executions have no history to ask for
     * @throws AwsCallException when AWS does not give it; the message says what to do
     */
    public RecordedExecution fetch(String executionArn) {
        if (StepFunctionsArn.isOfExpress(executionArn)) {
            throw new IllegalArgumentException(executionArn
                    + " is an Express execution, for which AWS keeps no history.\n  do      record a Standard execution; an"
                    + " Express one leaves its events in CloudWatch Logs only.");
        }
        return withChildren(fetchAlone(executionArn));
    }

    private RecordedExecution fetchAlone(String executionArn) {
        DescribeExecutionResponse described = new AwsCall("DescribeExecution", "states:DescribeExecution", executionArn)
                .answer(() -> client.describeExecution(request -> request.executionArn(executionArn)));
        String version = described.stateMachineVersionArn();
        return new RecordedExecution(
                executionArn,
                version == null ? described.stateMachineArn() : version,
                history(executionArn),
                List.of(),
                List.of());
    }

    private RecordedExecution withChildren(RecordedExecution alone) {
        ChildExecutions children = new ChildExecutions(executions, mostChildren);
        children.find(alone.history());
        List<RecordedExecution> fetched = children.arns().stream()
                .map(this::fetch)
                .sorted(Comparator.comparing(RecordedExecution::startTime).thenComparing(RecordedExecution::arn))
                .toList();
        return new RecordedExecution(
                alone.arn(), alone.stateMachineArn(), alone.history(), fetched, children.missing());
    }

    private ExecutionHistory history(String executionArn) {
        AwsCall call = new AwsCall("GetExecutionHistory", "states:GetExecutionHistory", executionArn);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode events = answer.putArray("events");
        call.answer(() -> {
            client.getExecutionHistoryPaginator(request -> request.executionArn(executionArn)
                            .includeExecutionData(true)
                            .maxResults(ExecutionList.LARGEST_PAGE))
                    .events()
                    .forEach(event -> events.add(SdkJson.of(event)));
            return events;
        });
        if (events.isEmpty()) {
            throw call.unreadable("the history has no events");
        }
        return ExecutionHistory.parse(JsonText.writeCompact(answer));
    }

    /**
     * Fetches the newest executions of a state machine that have ended, newest first.
     *
     * @param stateMachineArn a state machine, a version or an alias
     * @param most how many
     */
    public List<RecordedExecution> fetchLast(String stateMachineArn, int most) {
        return fetch(stateMachineArn, ExecutionFilter.last(most));
    }

    /**
     * Fetches executions of a state machine, newest first, page by page. One that AWS has forgotten meanwhile is left
     * out.
     *
     * @param stateMachineArn a state machine, a version or an alias
     * @param filter which of them
     * @throws AwsCallException when AWS does not give them, or there is none; the message says what to do
     */
    public List<RecordedExecution> fetch(String stateMachineArn, ExecutionFilter filter) {
        List<RecordedExecution> fetched = new ArrayList<>();
        fetchEach(stateMachineArn, filter, fetched::add);
        return fetched;
    }

    /**
     * The same, each one given as soon as it is there: what AWS has given stays when a later one fails.
     *
     * @return how many
     * @throws AwsCallException when AWS does not give them, or there is none; the message says what to do
     */
    public int fetchEach(String stateMachineArn, ExecutionFilter filter, Consumer<RecordedExecution> each) {
        int count = 0;
        for (ExecutionListItem item :
                executions.list(stateMachineArn, request -> request.stateMachineArn(stateMachineArn), filter)) {
            RecordedExecution alone = fetchUnlessForgotten(item.executionArn());
            if (alone != null) {
                each.accept(withChildren(alone));
                count++;
            }
        }
        if (count == 0) {
            throw none(stateMachineArn, filter);
        }
        return count;
    }

    private @Nullable RecordedExecution fetchUnlessForgotten(String executionArn) {
        try {
            return fetchAlone(executionArn);
        } catch (AwsCallException failure) {
            if (failure.reason() == Reason.NOT_FOUND) {
                return null;
            }
            throw failure;
        }
    }

    private static AwsCallException none(String of, ExecutionFilter filter) {
        return new AwsCallException(
                Reason.NOT_FOUND,
                "No execution of " + of + " " + filter + " in the time that AWS keeps histories (90 days by default)."
                        + "\n  do      check the ARN, its account and its region.",
                null);
    }
}
