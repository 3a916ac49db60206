package io.github.stepunit.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.history.Attempt;
import io.github.stepunit.history.Excerpt;
import io.github.stepunit.history.RecordedDataFlow;
import io.github.stepunit.history.StateVisit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What the data looked like when a state failed, one line for each step on which they changed. */
final class DataText {

    private static final int VALUE = 200;
    private static final int SHOWN = 4;

    private DataText() {}

    static List<String> of(StateVisit visit, List<RecordedDataFlow.Step> recorded) {
        Map<String, JsonNode> steps = recorded.isEmpty() ? fromHistory(visit) : lastAttempt(recorded);
        int width = steps.keySet().stream().mapToInt(String::length).max().orElse(0);
        List<String> lines = new ArrayList<>();
        steps.forEach((name, value) ->
                lines.add("  " + name + " ".repeat(width - name.length() + 2) + Excerpt.of(value, VALUE)));
        // The first is what came in, the last is where it failed.
        return lines.size() <= SHOWN
                ? lines
                : Stream.concat(lines.stream().limit(1), lines.stream().skip(lines.size() - SHOWN + 1))
                        .toList();
    }

    private static Map<String, JsonNode> fromHistory(StateVisit visit) {
        Map<String, JsonNode> steps = new LinkedHashMap<>();
        steps.put("input", visit.input());
        List<Attempt> attempts = visit.attempts();
        JsonNode taskInput =
                attempts.isEmpty() ? null : attempts.get(attempts.size() - 1).taskInput();
        if (taskInput != null) {
            steps.put("task input", taskInput);
        }
        return steps;
    }

    @SuppressWarnings("ReferenceEquality") // the very same tree has not changed, and trees may be large
    private static Map<String, JsonNode> lastAttempt(List<RecordedDataFlow.Step> recorded) {
        int attempt = recorded.get(recorded.size() - 1).attempt();
        Map<String, JsonNode> steps = new LinkedHashMap<>();
        JsonNode before = null;
        for (RecordedDataFlow.Step each : recorded) {
            if (each.attempt() == attempt && each.value() != before) {
                steps.put(each.step().name().toLowerCase(Locale.ROOT).replace('_', ' '), each.value());
                before = each.value();
            }
        }
        return steps;
    }
}
