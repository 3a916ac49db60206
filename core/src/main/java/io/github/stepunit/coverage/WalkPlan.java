package io.github.stepunit.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.internal.text.JavaText;
import io.github.stepunit.json.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;

/** What leads a test somewhere: the input of the execution and a script for each Task on the way. */
final class WalkPlan {

    private final JsonSketch input = new JsonSketch();
    private final Map<String, JsonSketch> answers = new LinkedHashMap<>();
    /** Scripts that do not just return the answer; {@code %s} stands for it. */
    private final Map<String, String> scripts = new LinkedHashMap<>();

    JsonSketch input() {
        return input;
    }

    /** What the Task of that name returns; from now on it has a mock. */
    JsonSketch answer(String state) {
        return answers.computeIfAbsent(state, name -> new JsonSketch());
    }

    /** Gives the Task another script than to return its answer, unless it has one. */
    void script(String state, String script) {
        answer(state);
        scripts.putIfAbsent(state, script);
    }

    /** The statements that script the mocks. */
    String statements(String indent) {
        StringBuilder text = new StringBuilder();
        answers.forEach((state, answer) -> text.append(indent)
                .append("tasks.mock(")
                .append(JavaText.literal(state))
                .append(").")
                .append(scripts.getOrDefault(state, "returns(%s)").replace("%s", literal(answer.toJson())))
                .append(";\n"));
        return text.toString();
    }

    static String literal(JsonNode json) {
        return JavaText.jsonLiteral(JsonText.writeCompact(json));
    }
}
