package io.github.stepunit.contract.testsource;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.internal.StepFunctionsArn;
import io.github.stepunit.contract.recorded.RecordedExecution;
import io.github.stepunit.contract.recorded.ReplayResult;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskMocks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a test does before it asserts.
 *
 * @param input of the execution, as the test has it
 * @param scripts of its mocks
 * @param start null for the usual one
 * @param names of the machine and the execution, null for the usual ones
 * @param role null for the usual one
 * @param ending how it comes to its end
 */
record Scenario(
        String input,
        List<MockScript> scripts,
        @Nullable Instant start,
        @Nullable Names names,
        @Nullable String role,
        Ending ending) {

    /** Names that a context object shows. */
    record Names(String machine, String account, String region, String execution) {

        static @Nullable Names of(RecordedExecution recorded) {
            StepFunctionsArn arn = StepFunctionsArn.of(recorded.arn());
            return arn == null || arn.name().isEmpty()
                    ? null
                    : new Names(arn.machine(), arn.account(), arn.region(), arn.name());
        }
    }

    /**
     * How an execution ends.
     *
     * @param runs how long it runs, where it does not end by itself; null where it does
     * @param stopped whether it is stopped then
     * @param error of the stop
     * @param cause of the stop
     */
    record Ending(@Nullable Duration runs, boolean stopped, @Nullable String error, @Nullable String cause) {

        static Ending of(ReplayResult replay) {
            List<HistoryEvent> events = replay.recorded().history().events();
            HistoryEvent last = events.get(events.size() - 1);
            boolean stopped = last.type() == HistoryEventType.EXECUTION_ABORTED;
            if (!stopped && replay.recorded().status() != ExecutionStatus.RUNNING) {
                return new Ending(null, false, null, null);
            }
            HistoryEventDetails.@Nullable Failed details =
                    last.details() instanceof HistoryEventDetails.Failed failed ? failed : null;
            return new Ending(
                    replay.replayed().duration(),
                    stopped,
                    details == null ? null : details.error(),
                    details == null ? null : details.cause());
        }
    }

    static Scenario of(ReplayResult replay, Kept kept) {
        RecordedExecution recorded = replay.recorded();
        JsonNode input = recorded.input();
        return new Scenario(
                kept.has(Detail.TEXT) ? JsonText.write(input) : JsonStyle.readable(input),
                Scripts.of(replay.calls(), kept),
                kept.has(Detail.START) ? recorded.startTime() : null,
                kept.has(Detail.NAMES) ? Names.of(recorded) : null,
                kept.has(Detail.ROLE) ? recorded.roleArn() : null,
                Ending.of(replay));
    }

    /**
     * Does what the test will do.
     *
     * @return null when the test would fail before its first assertion, or for a mock that was not used
     */
    @Nullable
    Execution run(StateMachine machine) {
        TaskMocks mocks = TaskMocks.of(machine.definition());
        try {
            scripts.forEach(script -> script.tell(mocks));
            Execution execution = started(surrounded(machine).withTasks(mocks));
            return mocks.unusedMocks().isEmpty() ? execution : null;
        } catch (RuntimeException fails) {
            return null;
        }
    }

    private StateMachine surrounded(StateMachine machine) {
        StateMachine surrounded = start == null ? machine : machine.startingAt(start);
        if (names != null) {
            surrounded = surrounded
                    .named(names.machine())
                    .inAccount(names.account(), names.region())
                    .withExecutionName(names.execution());
        }
        return role == null ? surrounded : surrounded.withRole(role);
    }

    private Execution started(StateMachine machine) {
        if (ending.runs() == null) {
            return machine.start(input);
        }
        Execution execution = machine.startPaused(input).advance(ending.runs());
        return ending.stopped() ? execution.stop(ending.error(), ending.cause()) : execution;
    }
}
