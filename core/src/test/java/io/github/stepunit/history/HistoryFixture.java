package io.github.stepunit.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes histories by hand, as the interpreter would. */
final class HistoryFixture {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final ObjectMapper MAPPER = new JsonMapper();

    private final List<HistoryEvent> events = new ArrayList<>();
    private Instant now = START;
    private long previous;

    HistoryFixture() {
        add(
                Scope.EXECUTION,
                HistoryEventType.EXECUTION_STARTED,
                new HistoryEventDetails.ExecutionStarted(json("{}"), null, null, null));
        previous = 0;
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text.replace('\'', '"'));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    HistoryFixture after(long seconds) {
        now = now.plusSeconds(seconds);
        return this;
    }

    /** The next event follows this one in its chain. */
    HistoryFixture from(long eventId) {
        previous = eventId;
        return this;
    }

    HistoryFixture enter(Scope scope, HistoryEventType type, String name, String input) {
        return add(scope, type, new HistoryEventDetails.StateEntered(name, json(input)));
    }

    HistoryFixture enter(HistoryEventType type, String name) {
        return enter(Scope.EXECUTION, type, name, "{}");
    }

    HistoryFixture exit(Scope scope, HistoryEventType type, String name, String output, @Nullable Trace trace) {
        return add(scope, type, new HistoryEventDetails.StateExited(name, json(output), Map.of()), trace);
    }

    HistoryFixture exit(HistoryEventType type, String name) {
        return exit(Scope.EXECUTION, type, name, "{}", null);
    }

    HistoryFixture pass(Scope scope, String name) {
        return enter(scope, HistoryEventType.PASS_STATE_ENTERED, name, "{}")
                .exit(scope, HistoryEventType.PASS_STATE_EXITED, name, "{}", null);
    }

    HistoryFixture schedule(Scope scope, String parameters, @Nullable Trace trace) {
        return add(
                scope,
                HistoryEventType.TASK_SCHEDULED,
                new HistoryEventDetails.TaskScheduled(
                        "lambda", "invoke", "us-east-1", json(parameters), null, null, null),
                trace);
    }

    HistoryFixture retry(int attempt, long waitedSeconds, String error) {
        return schedule(Scope.EXECUTION, "{}", new Trace.Retried(0, attempt, Duration.ofSeconds(waitedSeconds), error));
    }

    HistoryFixture taskSucceeds(Scope scope, String output) {
        return add(
                scope,
                HistoryEventType.TASK_SUCCEEDED,
                new HistoryEventDetails.TaskAnswered("lambda", "invoke", json(output)));
    }

    HistoryFixture taskFails(Scope scope, String error, @Nullable String cause) {
        return add(
                scope,
                HistoryEventType.TASK_FAILED,
                new HistoryEventDetails.TaskFailed("lambda", "invoke", error, cause));
    }

    HistoryFixture fail(String error, @Nullable String cause) {
        return add(Scope.EXECUTION, HistoryEventType.EXECUTION_FAILED, new HistoryEventDetails.Failed(error, cause));
    }

    HistoryFixture succeed(String output) {
        return add(
                Scope.EXECUTION, HistoryEventType.EXECUTION_SUCCEEDED, new HistoryEventDetails.Succeeded(json(output)));
    }

    HistoryFixture iteration(Scope scope, HistoryEventType type, @Nullable Trace trace) {
        return add(scope, type, new HistoryEventDetails.MapIteration(scope.state(), scope.index()), trace);
    }

    HistoryFixture add(Scope scope, HistoryEventType type) {
        return add(scope, type, HistoryEventDetails.none());
    }

    HistoryFixture add(Scope scope, HistoryEventType type, HistoryEventDetails details) {
        return add(scope, type, details, null);
    }

    HistoryFixture add(Scope scope, HistoryEventType type, HistoryEventDetails details, @Nullable Trace trace) {
        events.add(new HistoryEvent(events.size() + 1L, previous, now, type, details, scope, trace));
        previous = events.size();
        return this;
    }

    /** The id of the latest event. */
    long last() {
        return events.size();
    }

    ExecutionHistory history() {
        return new ExecutionHistory(events);
    }

    /** The same as AWS tells it: without scopes and traces. */
    ExecutionHistory asFromAws() {
        return new ExecutionHistory(events.stream()
                .map(e -> new HistoryEvent(
                        e.id(), e.previousEventId(), e.timestamp(), e.type(), e.details(), Scope.EXECUTION, null))
                .toList());
    }

    static Scope branch(String state, int index) {
        return new Scope(Scope.EXECUTION, state, Scope.Kind.BRANCH, index);
    }

    static Scope iteration(String state, int index) {
        return new Scope(Scope.EXECUTION, state, Scope.Kind.ITERATION, index);
    }
}
