package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.definition.ErrorHandling;
import io.github.stepunit.definition.Retrier;
import io.github.stepunit.history.Trace;
import io.github.stepunit.internal.time.Timer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The one place where errors are handled: Retry first, then Catch in order, then out of the machine. */
final class ErrorStage {

    private ErrorStage() {}

    static void handle(Visit visit, StateError error) {
        visit.raised(error);
        ErrorHandling handling = visit.planned().errorHandling();
        Integer exhausted = null;
        int retrier = error.retrierOf(handling);
        if (retrier >= 0) {
            if (visit.retries().hasLeft(retrier, handling.retriers().get(retrier))) {
                retry(visit, error, retrier, handling.retriers().get(retrier));
                return;
            }
            // The retrier that matches is the retrier: a later one is not looked at once it is used up.
            exhausted = retrier;
        }
        visit.recordFailure();
        int catcher = error.catcherOf(handling);
        if (catcher >= 0) {
            caught(visit, error, catcher, exhausted);
        } else {
            visit.leaveBy(error, new Trace.Uncaught(visit.path(), error.name(), exhausted));
        }
    }

    private static void retry(Visit visit, StateError error, int index, Retrier retrier) {
        VisitListener listener = visit.run().listener();
        VisitPoint failed = listener == null ? null : visit.point();
        Trace.Retried trace =
                visit.retries().use(index, retrier, error, visit.run().random());
        if (listener != null && failed != null) {
            listener.retried(failed, trace);
        }
        Duration interval = trace.waited();
        Timer timer = visit.run().scheduler().after(interval, visit::attempt);
        visit.waitsFor(record -> timer.cancel());
    }

    private static void caught(Visit visit, StateError error, int index, @Nullable Integer exhausted) {
        String name = String.valueOf(error.name());
        PlannedState planned = visit.planned();
        visit.caught(
                errorOutput(error),
                new CaughtBy(
                        planned.catchers().get(index),
                        planned.errorHandling().catchers().get(index).next(),
                        new Trace.Caught(index, name, error.cause(), exhausted)));
    }

    private static ObjectNode errorOutput(StateError error) {
        ObjectNode output = JsonNodeFactory.instance.objectNode();
        // In this order; an error without cause has an empty one
        // (error_handling/test_task_service_lambda.test_invoke_timeout).
        output.put("Error", error.name() == null ? "" : error.name());
        output.put("Cause", error.cause() == null ? "" : error.cause());
        return output;
    }
}
