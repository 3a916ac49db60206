package io.github.stepunit.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.Limits;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskHandler;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Something to run, with the same by hand.
 *
 * @param name what it is
 * @param definition in ASL JSON
 * @param input of each execution; parsed from its text, as the input is that a test types
 * @param limits of each execution; AWS's own unless the workload needs more
 * @param mocks new ones for each execution, as a test has them
 * @param executions how many belong to one run
 * @param transitions state transitions of one execution
 * @param byHand the ceiling
 */
record Workload(
        String name,
        String definition,
        JsonNode input,
        Limits limits,
        Supplier<TaskHandler> mocks,
        int executions,
        long transitions,
        HandWritten byHand) {

    Workload {
        // Any other tree would be copied at each start, lest the test changes it while the execution runs.
        input = JsonText.parse(JsonText.write(input));
    }

    /** The machine, loaded. */
    StateMachine load() {
        return StateMachine.of(definition).withLimits(limits);
    }

    /** One run on StepUnit; gives the last execution. */
    Execution run(StateMachine machine) {
        Execution last = null;
        for (int i = 0; i < executions; i++) {
            last = machine.withTasks(mocks.get()).start(input);
        }
        return Objects.requireNonNull(last);
    }

    /** One run by hand; gives the last history. */
    HandWrittenHistory runByHand() {
        HandWrittenHistory last = new HandWrittenHistory();
        for (int i = 0; i < executions; i++) {
            last = new HandWrittenHistory();
            byHand.run(input, last);
        }
        return last;
    }

    @Override
    public String toString() {
        return name;
    }
}
