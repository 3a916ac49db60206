package io.github.stepunit.budget;

import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The longest that an execution may take by its definition: attempts, back-off and timeouts of each state, and the way
 * that takes longest. What the definition does not bound is unbounded, with the reason: a callback without
 * {@code TimeoutSeconds}, a loop, a wait that is in the data. A Lambda function takes 15 minutes at most, an HTTP Task 60
 * seconds; other services answer a request in a time of their own, which is not counted.
 *
 * @param states those that take time, in the order of the definition, states inside of others after these
 * @param total the longest that an execution may take
 * @param way the states of the way that takes longest, or of the loop that has no bound
 * @param type Standard or Express
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record WorstCase(List<StateBudget> states, TimeBound total, List<String> way, StateMachineType type) {

    /** The longest that an Express execution may take. */
    public static final Duration EXPRESS_LIMIT = Duration.ofMinutes(5);

    /** Copies the lists. */
    public WorstCase {
        states = List.copyOf(states);
        way = List.copyOf(way);
    }

    /** That of a definition. */
    public static WorstCase of(StateMachineDefinition definition, StateMachineType type) {
        StateBudgets budgets = new StateBudgets();
        LongestWay way = budgets.through(definition.graph(), "");
        TimeBound bound = way.bound();
        Long timeout = definition.timeoutSeconds();
        if (timeout != null) {
            Duration limit = Duration.ofSeconds(timeout);
            if (bound.atMost() == null || bound.atMost().compareTo(limit) > 0) {
                bound = new TimeBound(limit, "the TimeoutSeconds of the machine");
            }
        }
        return new WorstCase(budgets.budgets(), bound, way.states(), type);
    }

    /**
     * The budget of one state.
     *
     * @param state its path without branches and iterations, or its name
     * @throws IllegalArgumentException when no state of that name takes time
     */
    public StateBudget state(String state) {
        return states.stream()
                .filter(each ->
                        each.statePath().equals(state) || each.statePath().endsWith("/" + state))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No state `" + state + "` takes time. Those that do: "
                        + String.join(
                                ", ",
                                states.stream().map(StateBudget::statePath).toList())
                        + "."));
    }

    /** Whether it surely ends within that time. */
    public boolean isWithin(Duration limit) {
        Duration atMost = total.atMost();
        return atMost != null && atMost.compareTo(limit) <= 0;
    }

    /** Whether it surely ends within the five minutes of an Express execution. */
    public boolean fitsExpress() {
        return isWithin(EXPRESS_LIMIT);
    }

    /** A table of the states, and the total with the way that it takes. */
    public String text() {
        TextTable table = new TextTable("state", "attempts", "each", "back-off", "worst case");
        for (StateBudget each : states) {
            table.row(
                    each.statePath(),
                    Numbers.grouped(each.attempts()),
                    each.eachAttempt().toString(),
                    TimeBound.of(each.backOff()).toString(),
                    each.worstCase().toString());
        }
        StringBuilder text =
                new StringBuilder(table.toString()).append("\ntotal: ").append(total);
        if (!total.reason().isEmpty()) {
            text.append(" (").append(total.reason()).append(')');
        }
        if (total.isBounded()) {
            text.append("\nlongest way: ").append(String.join(" > ", way));
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
