package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.WaitState;
import io.github.stepunit.definition.WaitState.Unit;
import io.github.stepunit.expression.EvaluationException;
import io.github.stepunit.internal.text.Rfc3339;
import io.github.stepunit.internal.time.Timer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Waits for a number of seconds or until an instant. */
final class WaitExecutor implements StateExecutor {

    private static final long LONGEST_SECONDS = 31_536_000;

    private final WaitState state;

    WaitExecutor(WaitState state) {
        this.state = state;
    }

    @Override
    public void execute(Visit visit) {
        // scenarios/test_base_scenarios.test_wait_timestamp_jsonata: EvaluationFailed points at WaitStateEntered.
        visit.settle();
        JsonNode effectiveInput = visit.effectiveInput();
        JsonNode value = state.until().find(visit.scope(effectiveInput));
        Instant now = visit.run().now();
        Instant until = state.unit() == Unit.SECONDS
                ? now.plusSeconds(NumberFields.seconds(state.until(), "SecondsPath", value))
                : timestamp(value);
        if (until.isAfter(now.plusSeconds(LONGEST_SECONDS))) {
            throw new EvaluationException(StateError.RUNTIME, "Wait state delay is too long.");
        }
        Timer timer = visit.run().scheduler().at(until, () -> visit.succeed(effectiveInput));
        visit.waitsFor(record -> timer.cancel());
    }

    private Instant timestamp(@Nullable JsonNode value) {
        if (value == null) {
            throw new EvaluationException(
                    StateError.RUNTIME,
                    "The TimestampPath parameter does not reference an input value: "
                            + state.until().text());
        }
        Instant instant = value.isTextual() ? Rfc3339.parse(value.textValue()) : null;
        if (instant == null) {
            throw new EvaluationException(
                    StateError.RUNTIME,
                    "The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time format"
                            + " string: " + state.until().text() + " == " + value.asText());
        }
        // AWS waits in whole seconds: the fraction is ignored.
        return instant.truncatedTo(ChronoUnit.SECONDS);
    }
}
