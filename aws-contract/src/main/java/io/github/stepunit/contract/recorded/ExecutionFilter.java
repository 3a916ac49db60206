package io.github.stepunit.contract.recorded;

import io.github.stepunit.ExecutionStatus;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Which executions of a state machine are fetched. Immutable.
 *
 * <pre>{@code ExecutionFilter.last(100).since(Instant.parse("2026-11-18T00:00:00Z")).withStatus(ExecutionStatus.FAILED)}</pre>
 *
 * @param most how many at most, the newest first
 * @param statuses how they ended; RUNNING for those that have not. AWS's PENDING_REDRIVE counts as running
 * @param since those that started at this instant or later; null for all that AWS still knows
 * @param until those that started before this instant; null for all
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ExecutionFilter(
        int most, Set<ExecutionStatus> statuses, @Nullable Instant since, @Nullable Instant until) {

    public ExecutionFilter {
        if (most < 1) {
            throw new IllegalArgumentException("At least one execution has to be asked for, not " + most + ".");
        }
        if (since != null && until != null && !since.isBefore(until)) {
            throw new IllegalArgumentException(
                    "No execution starts at " + since + " or later and before " + until + ".");
        }
        statuses = Set.copyOf(statuses);
    }

    /** The newest that have ended, whichever way. */
    public static ExecutionFilter last(int most) {
        return new ExecutionFilter(most, EnumSet.complementOf(EnumSet.of(ExecutionStatus.RUNNING)), null, null);
    }

    /** All that AWS still knows and that have ended, whichever way. */
    public static ExecutionFilter all() {
        return last(Integer.MAX_VALUE);
    }

    /** Of them, those that ended in one of these ways; RUNNING for those that have not. */
    public ExecutionFilter withStatus(ExecutionStatus first, ExecutionStatus... more) {
        return new ExecutionFilter(most, EnumSet.of(first, more), since, until);
    }

    /** Of them, those that started at this instant or later. */
    public ExecutionFilter since(Instant instant) {
        return new ExecutionFilter(most, statuses, instant, until);
    }

    /** Of them, those that started before this instant. */
    public ExecutionFilter until(Instant instant) {
        return new ExecutionFilter(most, statuses, since, instant);
    }

    /** {@code has ended with FAILED since 2026-11-18T00:00:00Z}. */
    @Override
    public String toString() {
        List<String> names = statuses.stream().map(Enum::name).sorted().collect(Collectors.toList());
        boolean anyEnd =
                !statuses.contains(ExecutionStatus.RUNNING) && statuses.size() == ExecutionStatus.values().length - 1;
        String how = anyEnd ? "has ended" : "is " + String.join(" or ", names);
        return how
                + (since == null ? "" : " and started at " + since + " or later")
                + (until == null ? "" : " and started before " + until);
    }
}
