package io.github.stepunit.budget;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.ParallelState;
import io.github.stepunit.definition.Retrier;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.definition.WaitState;
import io.github.stepunit.expression.Expression;
import io.github.stepunit.expression.Literal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out the longest that each state of a definition may take, from the inside out. */
final class StateBudgets {

    /** No Lambda function runs longer. */
    private static final Duration LONGEST_FUNCTION = Duration.ofMinutes(15);
    /** An HTTP Task gets States.Http.Socket then. */
    private static final Duration LONGEST_HTTP_CALL = Duration.ofSeconds(60);

    private static final Set<String> LAMBDA_INVOKE = Set.of("lambda:invoke", "aws-sdk:lambda:invoke");

    private static final String OWN_TIME = "the services' own time is not counted";

    private final List<StateBudget> budgets = new ArrayList<>();

    /** In the order of the definition, states inside of others after these. */
    List<StateBudget> budgets() {
        return List.copyOf(budgets);
    }

    /** The longest way through a graph; adds its states to the list. */
    LongestWay through(StateGraph graph, String prefix) {
        LongestWay way = new LongestWay(graph);
        for (State state : graph.states().values()) {
            int place = budgets.size();
            String path = prefix + state.name();
            TimeBound once = once(state, path + "/");
            List<Retrier> retriers = state.errorHandling().retriers();
            long attempts = 1 + BackOff.retries(retriers);
            Duration backOff = BackOff.total(retriers);
            TimeBound worst = once.times(attempts).plus(TimeBound.of(backOff));
            if (takesTime(state)) {
                budgets.add(place, new StateBudget(path, attempts, once, backOff, worst));
            }
            way.takes(state, worst);
        }
        return way;
    }

    private static boolean takesTime(State state) {
        return state instanceof TaskState
                || state instanceof WaitState
                || state instanceof ParallelState
                || state instanceof MapState;
    }

    private TimeBound once(State state, String inner) {
        if (state instanceof TaskState task) {
            return task(task);
        } else if (state instanceof WaitState wait) {
            Long seconds = wait.unit() == WaitState.Unit.SECONDS ? literal(wait.until()) : null;
            return seconds == null
                    ? TimeBound.unbounded("`" + state.name() + "` waits for what its data say")
                    : TimeBound.of(Duration.ofSeconds(seconds));
        } else if (state instanceof ParallelState parallel) {
            TimeBound longest = TimeBound.NONE_AT_ALL;
            for (StateGraph branch : parallel.branches()) {
                longest = longest.or(through(branch, inner).bound());
            }
            return longest;
        }
        return state instanceof MapState map ? map(map, inner) : TimeBound.NONE_AT_ALL;
    }

    private TimeBound map(MapState map, String inner) {
        TimeBound item = through(map.processor(), inner).bound();
        if (item.atMost() == null || item.atMost().isZero()) {
            return item;
        }
        // Without MaxConcurrency, too, only some run at once.
        return TimeBound.unbounded("`" + map.name() + "` takes as long as it has items, " + item + " each");
    }

    private static TimeBound task(TaskState task) {
        if (task.timeoutSeconds() != null) {
            Long seconds = literal(task.timeoutSeconds());
            return seconds == null
                    ? TimeBound.unbounded("the TimeoutSeconds of `" + task.name() + "` are in its data")
                    : TimeBound.of(Duration.ofSeconds(seconds));
        }
        TaskResource resource = task.resource();
        if (resource.pattern().isSubmitted() || resource.kind() == TaskResource.Kind.ACTIVITY) {
            return TimeBound.unbounded("`" + task.name() + "` waits without TimeoutSeconds");
        }
        if (resource.kind() == TaskResource.Kind.LAMBDA_FUNCTION || LAMBDA_INVOKE.contains(resource.serviceAction())) {
            return new TimeBound(LONGEST_FUNCTION, "");
        }
        return resource.service().equals("http")
                ? TimeBound.of(LONGEST_HTTP_CALL)
                : new TimeBound(Duration.ZERO, OWN_TIME);
    }

    private static @Nullable Long literal(Expression expression) {
        if (expression instanceof Literal literal) {
            JsonNode value = literal.value();
            return value.isNumber() ? (Long) value.longValue() : null;
        }
        return null;
    }
}
