package io.github.stepunit.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonText;
import java.util.Map;

/** What AWS's TestState refuses in a context object that a test gives. */
final class ContextRules {

    private enum Kind {
        ANY(""),
        STRING("a string"),
        NUMBER("a number");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        boolean holds(JsonNode value) {
            return switch (this) {
                case ANY -> true;
                case STRING -> value.isTextual();
                case NUMBER -> value.isNumber();
            };
        }
    }

    private static final Map<String, Map<String, Kind>> ALLOWED = Map.of(
            "Execution",
            Map.of(
                    "Id", Kind.STRING,
                    "Input", Kind.ANY,
                    "Name", Kind.STRING,
                    "RoleArn", Kind.STRING,
                    "StartTime", Kind.STRING,
                    "RedriveCount", Kind.NUMBER,
                    "RedriveTime", Kind.STRING),
            "State",
            Map.of("EnteredTime", Kind.STRING, "Name", Kind.STRING, "RetryCount", Kind.NUMBER),
            "StateMachine",
            Map.of("Id", Kind.STRING, "Name", Kind.STRING),
            "Task",
            Map.of("Token", Kind.STRING));

    private ContextRules() {}

    static JsonNode check(String text, State state) {
        JsonNode context;
        try {
            context = JsonText.parseLenient(text);
        } catch (InvalidJsonException e) {
            throw refused("must be valid JSON");
        }
        if (!context.isObject()) {
            throw refused("must be a JSON object");
        }
        for (Map.Entry<String, JsonNode> member : context.properties()) {
            check(member.getKey(), member.getValue());
        }
        if (context.has("Task")
                && !(state instanceof TaskState task
                        && task.resource().pattern().isSubmitted())) {
            throw refused("Context object contains 'Task' when state is not a Task state with a '.sync' or"
                    + " '.waitForTaskToken' service integration pattern");
        }
        return context;
    }

    private static void check(String name, JsonNode value) {
        if (name.equals("Map")) {
            throw refused("'Map' field is not supported when mocking a Context object");
        }
        Map<String, Kind> allowed = ALLOWED.get(name);
        if (allowed == null) {
            throw refused("Field '" + name + "' is not allowed");
        }
        if (!value.isObject()) {
            throw refused(name + " must be an object");
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            Kind kind = allowed.get(member.getKey());
            if (kind == null) {
                throw refused("Field '" + member.getKey() + "' is not allowed");
            }
            if (!kind.holds(member.getValue())) {
                throw refused(name + "." + member.getKey() + " must be " + kind.words);
            }
        }
    }

    private static TestStateException refused(String why) {
        return TestStateException.validation("Invalid Context object provided: " + why);
    }
}
