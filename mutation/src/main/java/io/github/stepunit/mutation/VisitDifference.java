package io.github.stepunit.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.history.Attempt;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.history.Trace;
import io.github.stepunit.internal.text.JavaText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds what can be asserted of one visit of a state and not of another.
 *
 * @param json compares the data of the two executions
 * @param start when the original execution began
 */
record VisitDifference(JsonDifference json, Instant start) {

    /** As a call to {@code StateAssert}; null when the two are alike. */
    @Nullable
    String call(StateVisit original, StateVisit mutant) {
        String call = inWay(original, mutant);
        if (call == null) {
            call = inAttempts(original, mutant);
        }
        if (call == null && original.status() != mutant.status()) {
            call = status(original);
        }
        if (call == null && original.error() != null && !original.error().equals(mutant.error())) {
            call = ".hasFailedWith(" + JavaText.literal(original.error()) + ")";
        }
        if (call == null && original.output() != null && mutant.output() != null) {
            call = json.call("Output", original.output(), mutant.output());
        }
        if (call == null && !original.assignedVariables().equals(mutant.assignedVariables())) {
            call = json.call(
                    JsonDifference.ASSIGNED, object(original.assignedVariables()), object(mutant.assignedVariables()));
        }
        return call == null ? inTime(original, mutant) : call;
    }

    private static ObjectNode object(Map<String, JsonNode> members) {
        return JsonNodeFactory.instance.objectNode().setAll(members);
    }

    private static @Nullable String inWay(StateVisit original, StateVisit mutant) {
        Trace.Caught caught = original.caught();
        Trace.Caught other = mutant.caught();
        if (caught != null && (other == null || other.catcher() != caught.catcher())) {
            return ".wasCaughtBy(" + caught.catcher() + ")";
        }
        if (original.matchedRule() != null && !Objects.equals(original.matchedRule(), mutant.matchedRule())) {
            return ".matchedRule(" + original.matchedRule() + ")";
        }
        return original.tookDefault() && !mutant.tookDefault() ? ".tookDefault()" : null;
    }

    private @Nullable String inAttempts(StateVisit original, StateVisit mutant) {
        List<Attempt> before = original.attempts();
        List<Attempt> after = mutant.attempts();
        if (before.size() != after.size()) {
            return before.isEmpty() ? null : ".wasAttempted(" + before.size() + ")";
        }
        if (before.size() > 1 && !waits(before).equals(waits(after))) {
            return ".waitedBetweenAttempts("
                    + waits(before).stream().map(VisitDifference::duration).collect(Collectors.joining(", ")) + ")";
        }
        if (before.size() == 1) {
            JsonNode input = before.get(0).taskInput();
            JsonNode other = after.get(0).taskInput();
            return input == null || other == null ? null : json.call("TaskInput", input, other);
        }
        return null;
    }

    private static List<Duration> waits(List<Attempt> attempts) {
        return attempts.stream().map(Attempt::waited).filter(Objects::nonNull).toList();
    }

    private static String status(StateVisit visit) {
        return switch (visit.status()) {
            case SUCCEEDED -> ".hasSucceeded()";
            case FAILED ->
                visit.error() == null ? ".hasFailed()" : ".hasFailedWith(" + JavaText.literal(visit.error()) + ")";
            case ABORTED -> ".wasAborted()";
            default -> ".wasVisited()";
        };
    }

    private @Nullable String inTime(StateVisit original, StateVisit mutant) {
        Duration took = original.duration();
        if (took != null && !took.equals(mutant.duration())) {
            return ".took(" + duration(took) + ")";
        }
        return original.start().equals(mutant.start())
                ? null
                : ".startedAfter(" + duration(Duration.between(start, original.start())) + ")";
    }

    /** {@code ofSeconds(2)}. */
    static String duration(Duration duration) {
        if (duration.toNanosPart() == 0) {
            return "ofSeconds(" + duration.toSeconds() + ")";
        }
        return duration.toNanosPart() % 1_000_000 == 0
                ? "ofMillis(" + duration.toMillis() + ")"
                : "ofNanos(" + duration.toNanos() + "L)";
    }
}
