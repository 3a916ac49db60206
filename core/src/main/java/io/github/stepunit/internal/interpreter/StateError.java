package io.github.stepunit.internal.interpreter;

import io.github.stepunit.definition.ErrorHandling;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.Trace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error on its way from where it was raised through Retry and Catch and outwards. Data, not an exception.
 *
 * @param name the error name as the history shows it; null for a Fail state without {@code Error}
 * @param cause null when there is none
 * @param kind decides what can retry or catch it
 */
record StateError(@Nullable String name, @Nullable String cause, Kind kind) {

    static final String RUNTIME = "States.Runtime";
    static final String TIMEOUT = "States.Timeout";
    static final String DATA_LIMIT_EXCEEDED = "States.DataLimitExceeded";
    static final String ITEM_READER_FAILED = "States.ItemReaderFailed";
    static final String RESULT_WRITER_FAILED = "States.ResultWriterFailed";
    static final String EXCEED_TOLERATED_FAILURE_THRESHOLD = "States.ExceedToleratedFailureThreshold";
    private static final String ALL = "States.ALL";
    private static final String TASK_FAILED = "States.TaskFailed";
    private static final Trace MISSED = new Trace.HeartbeatMissed();
    private static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";

    /** What a retrier or catcher may do with the error. */
    enum Kind {
        /** Matched by its name and by the wildcards. */
        ORDINARY,
        /** Shown as States.Timeout, but States.HeartbeatTimeout matches too. */
        HEARTBEAT,
        /** Nothing retries or catches it: States.Runtime, and an output too large for its state. */
        FINAL
    }

    static StateError of(@Nullable String name, @Nullable String cause) {
        return new StateError(name, cause, RUNTIME.equals(name) ? Kind.FINAL : Kind.ORDINARY);
    }

    static StateError timeout() {
        // Recorded without any cause: error_handling/test_task_service_lambda.test_invoke_timeout.
        return new StateError(TIMEOUT, null, Kind.ORDINARY);
    }

    /** What an event that records it says. */
    HistoryEventDetails.Failed details() {
        return new HistoryEventDetails.Failed(name, cause);
    }

    /** What the event that records it cannot say: AWS names a missed heartbeat like any timeout. */
    @Nullable
    Trace trace() {
        return kind == Kind.HEARTBEAT ? MISSED : null;
    }

    static StateError heartbeatTimeout() {
        return new StateError(TIMEOUT, null, Kind.HEARTBEAT);
    }

    static StateError outputTooLarge(String state) {
        return new StateError(DATA_LIMIT_EXCEEDED, tooLargeCause(state), Kind.FINAL);
    }

    static StateError resultTooLarge(String stateOrTask) {
        return new StateError(DATA_LIMIT_EXCEEDED, tooLargeCause(stateOrTask), Kind.ORDINARY);
    }

    static StateError parametersTooLarge(String state) {
        return new StateError(
                DATA_LIMIT_EXCEEDED,
                "The state/task '" + state
                        + "' provided parameters with a size exceeding the maximum number of bytes service limit.",
                Kind.ORDINARY);
    }

    static StateError variablesTooLarge(String cause) {
        return new StateError(DATA_LIMIT_EXCEEDED, cause, Kind.FINAL);
    }

    private static String tooLargeCause(String stateOrTask) {
        return "The state/task '" + stateOrTask
                + "' returned a result with a size exceeding the maximum number of bytes service limit.";
    }

    /** Whether one of the names of an {@code ErrorEquals} takes this error. */
    boolean isMatchedBy(List<String> errorEquals) {
        if (kind == Kind.FINAL) {
            return false;
        }
        for (int i = 0; i < errorEquals.size(); i++) {
            if (isMatchedBy(errorEquals.get(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isMatchedBy(String errorEqual) {
        return switch (errorEqual) {
            case ALL -> true;
            // The wildcard for everything but timeouts.
            case TASK_FAILED -> !isTimeout();
            case TIMEOUT -> isTimeout();
            case HEARTBEAT_TIMEOUT -> kind == Kind.HEARTBEAT || HEARTBEAT_TIMEOUT.equals(name);
            default -> errorEqual.equals(name);
        };
    }

    /** A heartbeat that failed to come is a timeout too, whichever name it goes by. */
    private boolean isTimeout() {
        return TIMEOUT.equals(name) || HEARTBEAT_TIMEOUT.equals(name);
    }

    /** Index of the first retrier that takes this error, or -1. Later retriers are never looked at. */
    int retrierOf(ErrorHandling handling) {
        for (int i = 0; i < handling.retriers().size(); i++) {
            if (isMatchedBy(handling.retriers().get(i).errorEquals())) {
                return i;
            }
        }
        return -1;
    }

    /** Index of the first catcher that takes this error, or -1. */
    int catcherOf(ErrorHandling handling) {
        for (int i = 0; i < handling.catchers().size(); i++) {
            if (isMatchedBy(handling.catchers().get(i).errorEquals())) {
                return i;
            }
        }
        return -1;
    }
}
