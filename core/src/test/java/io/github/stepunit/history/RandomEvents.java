package io.github.stepunit.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.history.HistoryEventDetails.ActivityScheduled;
import io.github.stepunit.history.HistoryEventDetails.ActivityStarted;
import io.github.stepunit.history.HistoryEventDetails.EvaluationFailed;
import io.github.stepunit.history.HistoryEventDetails.ExecutionRedriven;
import io.github.stepunit.history.HistoryEventDetails.ExecutionStarted;
import io.github.stepunit.history.HistoryEventDetails.Failed;
import io.github.stepunit.history.HistoryEventDetails.LambdaFunctionScheduled;
import io.github.stepunit.history.HistoryEventDetails.MapIteration;
import io.github.stepunit.history.HistoryEventDetails.MapRunRedriven;
import io.github.stepunit.history.HistoryEventDetails.MapRunStarted;
import io.github.stepunit.history.HistoryEventDetails.MapStateStarted;
import io.github.stepunit.history.HistoryEventDetails.StateEntered;
import io.github.stepunit.history.HistoryEventDetails.StateExited;
import io.github.stepunit.history.HistoryEventDetails.Succeeded;
import io.github.stepunit.history.HistoryEventDetails.TaskAnswered;
import io.github.stepunit.history.HistoryEventDetails.TaskFailed;
import io.github.stepunit.history.HistoryEventDetails.TaskScheduled;
import io.github.stepunit.history.HistoryEventDetails.TaskStarted;
import io.github.stepunit.json.JsonText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A seeded generator of histories: well-formed events, in no order that makes sense. */
final class RandomEvents {

    private static final List<String> PAYLOADS =
            List.of("{}", "null", "\"\"", "[1, 2.50, -0.0]", "{\"b\": {\"a\":\"é \\\" \\n\"}}", "12345678901234567890");
    private static final List<String> WORDS = List.of("a", "", "State 1", "{\"not\": parsed", "ünï \"quoted\"\n");

    private final Random random;
    private final Map<String, Supplier<HistoryEventDetails>> details;

    RandomEvents(Random random) {
        this.random = random;
        this.details = Map.ofEntries(
                Map.entry(
                        "executionStarted",
                        () -> new ExecutionStarted(payload(), maybe(word()), maybe(word()), maybe(word()))),
                Map.entry("executionRedriven", () -> new ExecutionRedriven(number())),
                Map.entry("stateEntered", () -> new StateEntered(word(), payload())),
                Map.entry("stateExited", () -> new StateExited(word(), payload(), variables())),
                Map.entry("taskScheduled", this::taskScheduled),
                Map.entry("taskStarted", () -> new TaskStarted(word(), word())),
                Map.entry("taskSubmitted", () -> new TaskAnswered(word(), word(), payload())),
                Map.entry("taskSucceeded", () -> new TaskAnswered(word(), word(), payload())),
                Map.entry("taskFailed", this::taskFailed),
                Map.entry("taskTimedOut", this::taskFailed),
                Map.entry("taskSubmitFailed", this::taskFailed),
                Map.entry("taskStartFailed", this::taskFailed),
                Map.entry("lambdaFunctionScheduled", this::lambdaFunctionScheduled),
                Map.entry("activityScheduled", this::activityScheduled),
                Map.entry("activityStarted", () -> new ActivityStarted(maybe(word()))),
                Map.entry("mapStateStarted", () -> new MapStateStarted(number())),
                Map.entry("mapRunStarted", () -> new MapRunStarted(word())),
                Map.entry("mapRunRedriven", () -> new MapRunRedriven(word(), number())),
                Map.entry("evaluationFailed", this::evaluationFailed));
    }

    List<HistoryEvent> events() {
        HistoryEventType[] types = HistoryEventType.values();
        List<HistoryEvent> events = new ArrayList<>();
        int size = random.nextInt(30);
        for (int id = 1; id <= size; id++) {
            events.add(event(id, types[random.nextInt(types.length)]));
        }
        return events;
    }

    HistoryEvent event(int id, HistoryEventType type) {
        Instant timestamp = Instant.ofEpochMilli(random.nextInt());
        return new HistoryEvent(id, random.nextInt(id), timestamp, type, details(type), Scope.EXECUTION, null);
    }

    private HistoryEventDetails details(HistoryEventType type) {
        String member = type.detailsMember();
        if (member == null) {
            return HistoryEventDetails.none();
        }
        String name = member.replace("EventDetails", "");
        if (name.startsWith("mapIteration")) {
            return new MapIteration(word(), number());
        }
        Supplier<HistoryEventDetails> known = details.get(name);
        if (known != null) {
            return known.get();
        }
        return name.endsWith("Succeeded") ? new Succeeded(payload()) : new Failed(maybe(word()), maybe(word()));
    }

    private HistoryEventDetails taskScheduled() {
        return new TaskScheduled(word(), word(), word(), payload(), maybe(1L), maybe(2L), maybe(word()));
    }

    private HistoryEventDetails taskFailed() {
        return new TaskFailed(word(), word(), maybe(word()), maybe(word()));
    }

    private HistoryEventDetails lambdaFunctionScheduled() {
        return new LambdaFunctionScheduled(word(), payload(), maybe(3L), maybe(word()));
    }

    private HistoryEventDetails activityScheduled() {
        return new ActivityScheduled(word(), payload(), maybe(4L), maybe(5L));
    }

    private HistoryEventDetails evaluationFailed() {
        return new EvaluationFailed(maybe(word()), maybe(word()), maybe(word()), word());
    }

    private Map<String, JsonNode> variables() {
        return random.nextBoolean() ? Map.of() : Map.of("x", payload(), "y", payload());
    }

    private JsonNode payload() {
        return JsonText.parse(PAYLOADS.get(random.nextInt(PAYLOADS.size())));
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private int number() {
        return random.nextInt(1000);
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }
}
