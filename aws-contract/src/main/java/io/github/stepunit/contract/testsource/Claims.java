package io.github.stepunit.contract.testsource;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.contract.recorded.RecordedExecution;
import io.github.stepunit.contract.recorded.ReplayResult;
import io.github.stepunit.contract.testsource.Argument.Json;
import io.github.stepunit.history.ExecutionHistory;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.json.JsonComparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a test asserts of the execution as a whole, told by the recording. Where a replay that departs nowhere has another
 * value, it is one that no run gives twice (an id, the time of day), and is not asserted.
 */
final class Claims {

    private static final int LONGEST_PATH = 24;
    private static final int LONGEST_CAUSE = 200;

    private final RecordedExecution recorded;
    private final ReplayResult replay;
    private final List<Claim> claims = new ArrayList<>();

    private Claims(ReplayResult replay) {
        this.replay = replay;
        this.recorded = replay.recorded();
    }

    static List<Claim> of(ReplayResult replay) {
        Claims claims = new Claims(replay);
        claims.addStatus();
        claims.addPath();
        claims.addOutput();
        if (replay.isSame()) {
            claims.claims.addAll(StateClaims.of(replay));
        }
        return claims.claims;
    }

    private void add(String assertion, List<Object> arguments, Predicate<Execution> holds) {
        claims.add(new Claim(List.of(), assertion, arguments, holds));
    }

    // --- the end

    private void addStatus() {
        ExecutionStatus status = recorded.status();
        Predicate<Execution> holds = execution -> execution.status() == status;
        switch (status) {
            case SUCCEEDED -> add("hasSucceeded", List.of(), holds);
            case TIMED_OUT -> add("hasTimedOut", List.of(), holds);
            case ABORTED -> add("wasAborted", List.of(), holds);
            case FAILED -> addFailure(holds);
            default -> add("isRunning", List.of(), holds);
        }
    }

    private void addFailure(Predicate<Execution> failed) {
        HistoryEventDetails.@Nullable Failed details = failure(recorded);
        String error = error(recorded);
        String cause = details == null ? null : details.cause();
        if (error == null) {
            add("hasFailed", List.of(), failed);
            return;
        }
        Predicate<Execution> withError = failed.and(execution -> error.equals(execution.error()));
        if (cause != null
                && cause.length() <= LONGEST_CAUSE
                && (!replay.isSame() || cause.equals(replay.replayed().cause()))) {
            add("hasFailedWith", List.of(error, cause), withError.and(execution -> cause.equals(execution.cause())));
        } else {
            add("hasFailedWith", List.of(error), withError);
        }
    }

    private static HistoryEventDetails.@Nullable Failed failure(RecordedExecution recorded) {
        List<HistoryEvent> events = recorded.history().events();
        return events.get(events.size() - 1).details() instanceof HistoryEventDetails.Failed failed ? failed : null;
    }

    /** The error that ended it; null when none did. */
    static @Nullable String error(RecordedExecution recorded) {
        HistoryEventDetails.Failed details = failure(recorded);
        return details == null ? null : details.error();
    }

    // --- the way

    private void addPath() {
        List<String> path = path(recorded.history());
        if (path.size() <= LONGEST_PATH) {
            add("hasPath", List.copyOf(path), execution -> path(execution.history())
                    .equals(path));
            return;
        }
        Map<String, Integer> times = new LinkedHashMap<>();
        path.forEach(state -> times.merge(state, 1, Integer::sum));
        times.forEach((state, count) -> add(
                "hasVisitedTimes",
                List.of(state, count),
                execution -> execution.history().visits().stream()
                                .filter(visit -> visit.name().equals(state))
                                .count()
                        == count));
    }

    static List<String> path(ExecutionHistory history) {
        return history.visits().stream()
                .filter(visit -> visit.scope().parent() == null)
                .map(StateVisit::name)
                .toList();
    }

    // --- the output

    private void addOutput() {
        HistoryEvent last =
                recorded.history().events().get(recorded.history().events().size() - 1);
        if (recorded.status() != ExecutionStatus.SUCCEEDED
                || !(last.details() instanceof HistoryEventDetails.Succeeded succeeded)
                || succeeded.output().isMissingNode()) {
            return;
        }
        JsonNode output = succeeded.output();
        if (!replay.isSame()) {
            add("hasOutput", List.of(new Json(JsonStyle.readable(output))), execution -> {
                return execution.status() == ExecutionStatus.SUCCEEDED && equal(execution.output(), output);
            });
        } else if (replay.replayed().status() == ExecutionStatus.SUCCEEDED) {
            claims.addAll(OutputClaims.of(output, replay.replayed().output()));
        }
    }

    static boolean equal(@Nullable JsonNode one, @Nullable JsonNode other) {
        return one != null && other != null && JsonComparison.equalByValue(one, other);
    }
}
