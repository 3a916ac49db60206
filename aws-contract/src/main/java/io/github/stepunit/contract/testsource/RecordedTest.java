package io.github.stepunit.contract.testsource;

import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.recorded.RecordedExecution;
import io.github.stepunit.contract.recorded.ReplayResult;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One recorded execution as a test.
 *
 * @param recorded the execution
 * @param scenario what the test does
 * @param claims what it asserts
 * @param departure what it fails for now; empty when it passes
 */
record RecordedTest(RecordedExecution recorded, Scenario scenario, List<Claim> claims, String departure) {

    /** Ids that machines give. */
    private static final Pattern NO_NAME = Pattern.compile("^[0-9]|[0-9a-f]{8}-[0-9a-f]{4}-");

    static RecordedTest of(ReplayResult replay, StateMachine machine) {
        List<Claim> claims = Claims.of(replay);
        Scenario simplest = new Simplification(replay, machine, claims).simplest();
        if (simplest != null) {
            return new RecordedTest(replay.recorded(), simplest, claims, "");
        }
        Scenario whole = Scenario.of(replay, Simplification.everything(replay));
        String departure = replay.isSame()
                ? replay.recorded().name() + " cannot be told in the words of mocks; a replay departs nowhere"
                : replay.describe();
        return new RecordedTest(replay.recorded(), whole, claims, departure);
    }

    /** {@code order_42_succeeds}; where the name is none for people, {@code fails_with_CardDeclined_in_Charge_card}. */
    String sentence() {
        String end =
                switch (recorded.status()) {
                    case SUCCEEDED -> "succeeds";
                    case FAILED -> "fails";
                    case TIMED_OUT -> "times out";
                    case ABORTED -> "is stopped";
                    default -> "runs";
                };
        if (!NO_NAME.matcher(recorded.name()).find()) {
            return recorded.name() + " " + end;
        }
        List<String> path = Claims.path(recorded.history());
        String error = Claims.error(recorded);
        return end
                + (error == null ? "" : " with " + error)
                + (path.isEmpty() ? "" : (end.equals("succeeds") ? " after " : " in ") + path.get(path.size() - 1));
    }
}
