package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.history.DataFlowStep;
import io.github.stepunit.history.Trace;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Looks on at what happens inside the visits of states, where the history shows only what enters and leaves them. An
 * execution without a listener does no work for it. A listener changes nothing and keeps no value that it changes.
 */
public interface VisitListener {

    /** Who looks on at a nested execution; null for nobody. */
    default @Nullable VisitListener ofNested() {
        return null;
    }

    /**
     * The payload has taken a step.
     *
     * @param value as it is after the step; shared, not to be changed
     */
    void passed(VisitPoint at, DataFlowStep step, JsonNode value);

    /**
     * An error was raised, and goes to Retry and Catch now. What passes from here on is the error output.
     *
     * @param error null for a Fail state without one
     */
    default void raised(VisitPoint at, @Nullable String error, @Nullable String cause) {}

    /** A retrier took the error: another attempt follows after the interval. */
    default void retried(VisitPoint at, Trace.Retried by) {}

    /** Neither a retrier nor a catcher took the error. */
    default void failed(VisitPoint at, Trace.Uncaught how) {}

    /**
     * The state is left.
     *
     * @param next the state that follows; null for the end of its machine
     * @param assigned the variables that it assigned
     * @param how which rule or catcher led there; null for plain Next and End
     */
    default void left(
            VisitPoint at,
            JsonNode output,
            @Nullable String next,
            Map<String, JsonNode> assigned,
            @Nullable Trace how) {}
}
