package io.github.stepunit.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskInvocation;
import io.github.stepunit.task.TaskOutcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Answers that depend on the seed, the path of the state and how often it was called, not on what others do. */
final class RandomAnswers implements TaskHandler {

    private static final List<String> ERRORS = List.of("E1", "E2", "States.TaskFailed", "Lambda.Unknown");

    private final long seed;
    private final boolean failing;
    private final Map<String, Integer> calls = new HashMap<>();
    private final List<JsonNode> results;

    private RandomAnswers(long seed, boolean failing, List<JsonNode> results) {
        this.seed = seed;
        this.failing = failing;
        this.results = results;
    }

    static RandomAnswers failingNowAndThen(long seed) {
        return new RandomAnswers(seed, true, List.of());
    }

    static RandomAnswers thatSucceed(long seed) {
        return new RandomAnswers(seed, false, List.of());
    }

    /** Answers with one of these now and then, and fails now and then. */
    static RandomAnswers of(long seed, List<JsonNode> results) {
        return new RandomAnswers(seed, true, results);
    }

    @Override
    public TaskOutcome handle(TaskInvocation invocation) {
        int call = calls.merge(invocation.statePath(), 1, Integer::sum);
        Random random = new Random(seed * 31 + invocation.statePath().hashCode() * 17L + call);
        // The first draws of neighbouring seeds resemble each other.
        random.nextLong();
        return outcome(random).after(Duration.ofSeconds(random.nextInt(failing ? 5 : 3)));
    }

    private TaskOutcome outcome(Random random) {
        int kind = failing ? random.nextInt(10) : 9;
        return switch (kind) {
            case 0, 1 ->
                TaskOutcome.fail(ERRORS.get(random.nextInt(ERRORS.size())), random.nextBoolean() ? "why" : null);
            case 2 -> TaskOutcome.timeOut();
            case 3 -> TaskOutcome.neverAnswer().withHeartbeats(Duration.ofSeconds(1), Duration.ofSeconds(2));
            case 4 -> TaskOutcome.failToSubmit("E1", null);
            case 5 ->
                results.isEmpty()
                        ? TaskOutcome.succeed(RandomMachine.data(random)).pickedUpAfter(Duration.ofSeconds(1), "w")
                        : TaskOutcome.succeed(results.get(random.nextInt(results.size())));
            default -> TaskOutcome.succeed(RandomMachine.data(random));
        };
    }
}
