package io.github.stepunit.definition;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * Where an execution ends even if its definition would go on.
 *
 * @param historyEvents events in the history; the last one is the failure ({@code States.Runtime})
 * @param payloadBytes bytes of UTF-8 of any input, parameters, result or output ({@code States.DataLimitExceeded})
 * @param duration virtual time; the execution then ends {@code TIMED_OUT}
 * @param steps steps of the interpreter, which ends an endless loop where no limit of events does:
 *     1,000,000 by default, so that its history still fits the memory of a test
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Limits(long historyEvents, int payloadBytes, Duration duration, long steps) {

    private static final long DEFAULT_STEPS = 1_000_000L;

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException when no execution could keep one of them; the message says which
     */
    public Limits {
        if (historyEvents < 2) {
            throw new IllegalArgumentException(
                    "The limit of history events must be at least 2, for the start and the end of an execution, but was "
                            + historyEvents + ".");
        }
        if (payloadBytes < 1) {
            throw new IllegalArgumentException(
                    "The limit of a payload must be at least 1 byte, but was " + payloadBytes + ".");
        }
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(
                    "The limit of an execution's duration must be positive, but was " + duration + ".");
        }
        if (steps < 1) {
            throw new IllegalArgumentException("The budget of steps must be at least 1, but was " + steps + ".");
        }
    }

    /** How many characters an error name may have that a call of AWS's API brings: SendTaskFailure, StopExecution. */
    public static final int ERROR_LENGTH = 256;

    /** How many characters a cause may have that a call of AWS's API brings. */
    public static final int CAUSE_LENGTH = 32_768;

    /** AWS's quotas for Standard: 25,000 events, 256 KiB, one year. */
    public static final Limits STANDARD = new Limits(25_000, 262_144, Duration.ofDays(365), DEFAULT_STEPS);

    /** AWS's quotas for Express: 256 KiB, five minutes, and no limit of events. */
    public static final Limits EXPRESS = new Limits(Long.MAX_VALUE, 262_144, Duration.ofMinutes(5), DEFAULT_STEPS);

    /** The quotas of a type. */
    public static Limits of(StateMachineType type) {
        return type == StateMachineType.EXPRESS ? EXPRESS : STANDARD;
    }

    /** The same, with another limit of events; {@link Long#MAX_VALUE} for none. */
    public Limits withHistoryEvents(long newHistoryEvents) {
        return new Limits(newHistoryEvents, payloadBytes, duration, steps);
    }

    /** The same, with another limit of payloads; {@link Integer#MAX_VALUE} for none. */
    public Limits withPayloadBytes(int newPayloadBytes) {
        return new Limits(historyEvents, newPayloadBytes, duration, steps);
    }

    /** The same, with another limit of virtual time. */
    public Limits withDuration(Duration newDuration) {
        return new Limits(historyEvents, payloadBytes, newDuration, steps);
    }

    /** The same, with another budget of steps. */
    public Limits withSteps(long newSteps) {
        return new Limits(historyEvents, payloadBytes, duration, newSteps);
    }
}
