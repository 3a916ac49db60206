package io.github.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.history.ExecutionHistory;
import java.time.Duration;
import java.time.Instant;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One run of a state machine on its own virtual clock. Not safe for use by several threads at once.
 *
 * <p>{@link StateMachine#start} gives one that has ended. {@link StateMachine#startPaused} gives one that the test
 * steers: run it until a state or an instant, answer its callbacks, stop it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Execution {

    Execution() {}

    private static UnsupportedOperationException stub() {
        return new UnsupportedOperationException();
    }

    /** The machine that runs. */
    public StateMachine stateMachine() {
        throw stub();
    }

    /** Where it stands; RUNNING until it has ended. */
    public ExecutionStatus status() {
        throw stub();
    }

    /** The input that it was started with. */
    public JsonNode input() {
        throw stub();
    }

    /**
     * The output.
     *
     * @throws IllegalStateException when it has not succeeded; the message says how it stands
     */
    public JsonNode output() {
        throw stub();
    }

    /** The error name, or null when it has none: not failed, or by a Fail state without {@code Error}. */
    public @Nullable String error() {
        throw stub();
    }

    /** The cause of the failure, or null when there is none. */
    public @Nullable String cause() {
        throw stub();
    }

    /** Its ARN. */
    public String arn() {
        throw stub();
    }

    /** Virtual start. */
    public Instant startTime() {
        throw stub();
    }

    /** Where the virtual clock stands. */
    public Instant now() {
        throw stub();
    }

    /** Virtual time from the start to the end, or until now while it runs. */
    public Duration duration() {
        return Duration.between(startTime(), now());
    }

    /** Everything that happened, so far. */
    public ExecutionHistory history() {
        throw stub();
    }

    /**
     * Runs to the end.
     *
     * @throws ExecutionStuckException when it waits for something that only the test could do; the message lists what
     */
    public Execution runToEnd() {
        throw stub();
    }

    /**
     * Runs until the state of that name has been entered, by any branch or iteration, or once more when it has been
     * entered before.
     *
     * @throws ExecutionStuckException when the execution ends or gets stuck before; the message shows the path walked
     */
    public Execution runUntilState(String name) {
        throw stub();
    }

    /** Runs all that is due up to and at that instant, and leaves the clock there; less when the execution ends before. */
    public Execution runUntil(Instant instant) {
        throw stub();
    }

    /** Runs all that is due in the next {@code duration}, and leaves the clock at its end. */
    public Execution advance(Duration duration) {
        return runUntil(now().plus(duration));
    }

    /**
     * Runs until the state of that name waits for its task token (or activity worker's answer) and gives the token.
     *
     * @throws ExecutionStuckException when the execution ends or gets stuck before
     */
    public String runUntilTaskToken(String stateName) {
        throw stub();
    }

    /**
     * {@code SendTaskSuccess}.
     *
     * @param taskToken a token of this execution
     * @param output JSON text; single quotes are allowed
     * @throws IllegalArgumentException when no task waits for that token; the message says why
     */
    public Execution sendTaskSuccess(String taskToken, String output) {
        throw stub();
    }

    /**
     * {@code SendTaskFailure}.
     *
     * @throws IllegalArgumentException when no task waits for that token; the message says why
     */
    public Execution sendTaskFailure(String taskToken, String error, @Nullable String cause) {
        throw stub();
    }

    /**
     * {@code SendTaskHeartbeat}.
     *
     * @throws IllegalArgumentException when no task waits for that token; the message says why
     */
    public Execution sendTaskHeartbeat(String taskToken) {
        throw stub();
    }

    /** {@code StopExecution}: ends it as ABORTED. Does nothing when it has ended. */
    public Execution stop(@Nullable String error, @Nullable String cause) {
        throw stub();
    }
}
