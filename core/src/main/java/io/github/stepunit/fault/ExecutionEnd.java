package io.github.stepunit.fault;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.history.Trace;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for every execution, whatever goes wrong: it ends as its definition promises. It succeeds, gets to a Fail
 * state, runs into a timeout that its definition sets, or fails with an error that came from outside and that nobody has
 * promised to handle. It does not fail of its own making, and it does not hang until AWS ends it.
 */
final class ExecutionEnd {

    /** What no outside raises: the definition could not go on with the data that it had. */
    private static final Set<String> OWN_MAKING = Set.of(
            "States.Runtime",
            "States.DataLimitExceeded",
            "States.NoChoiceMatched",
            "States.ParameterPathFailure",
            "States.ResultPathMatchFailure",
            "States.IntrinsicFailure",
            "States.QueryEvaluationError",
            "States.BranchFailed",
            "States.ItemReaderFailed",
            "States.ResultWriterFailed");

    private ExecutionEnd() {}

    static void check(@Nullable Fault fault, List<Execution> executions, boolean everyErrorHandled) {
        for (Execution execution : executions) {
            String complaint = complaint(execution, everyErrorHandled);
            if (complaint != null) {
                throw new AssertionError(FaultErrors.badEnd(fault, execution, complaint));
            }
        }
    }

    private static @Nullable String complaint(Execution execution, boolean everyErrorHandled) {
        ExecutionStatus status = execution.status();
        if (status == ExecutionStatus.RUNNING) {
            return FaultErrors.stillRunning(execution);
        }
        if (status == ExecutionStatus.TIMED_OUT && !reachedItsTimeout(execution)) {
            return execution.stateMachine().type() == StateMachineType.EXPRESS
                    ? FaultErrors.endedByExpressLimit()
                    : FaultErrors.hangs(execution);
        }
        String error = execution.error();
        if (status != ExecutionStatus.FAILED || error == null) {
            return null;
        }
        Trace.Uncaught uncaught = uncaught(execution);
        if (isOfFailState(execution, uncaught)) {
            return null;
        }
        if (OWN_MAKING.contains(error)) {
            return FaultErrors.ofOwnMaking(error, uncaught);
        }
        return everyErrorHandled ? FaultErrors.unhandled(error, uncaught) : null;
    }

    /** Whether it ran as long as its definition lets it: else a limit of AWS has ended it before. */
    private static boolean reachedItsTimeout(Execution execution) {
        Long timeout = execution.stateMachine().definition().timeoutSeconds();
        return timeout != null && execution.duration().compareTo(Duration.ofSeconds(timeout)) >= 0;
    }

    private static Trace.@Nullable Uncaught uncaught(Execution execution) {
        List<HistoryEvent> events = execution.history().events();
        return events.get(events.size() - 1).trace() instanceof Trace.Uncaught uncaught ? uncaught : null;
    }

    /** Whether the error is one that a Fail state has given, in whatever branch or iteration. */
    private static boolean isOfFailState(Execution execution, Trace.@Nullable Uncaught uncaught) {
        if (uncaught == null) {
            return false;
        }
        // The state whose error left the machine may be the Parallel or Map state around the Fail state.
        return execution.history().events().stream()
                .filter(event -> event.type() == HistoryEventType.FAIL_STATE_ENTERED)
                .map(event -> event.details() instanceof HistoryEventDetails.StateEntered entered ? entered.name() : "")
                .anyMatch(name -> uncaught.state().equals(name) || failedInside(execution, uncaught.state(), name));
    }

    private static boolean failedInside(Execution execution, String path, String failState) {
        return execution.history().visits().stream()
                .anyMatch(visit -> visit.name().equals(failState)
                        && visit.path().startsWith(path + "[")
                        && visit.error() != null
                        && visit.error().equals(execution.error()));
    }
}
