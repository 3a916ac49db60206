package io.github.stepunit.contract.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.stepunit.contract.internal.PrettyJson;
import io.github.stepunit.contract.internal.Versions;
import io.github.stepunit.definition.Diagnostic;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.JsonText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes where two validators differ so that it can be sent as it is. */
final class BugReport {

    /** A definition that is no longer than this is shown whole. */
    private static final int SHORT = 3_000;

    private final ValidatorComparison comparison;
    private final StringBuilder report = new StringBuilder();

    private BugReport(ValidatorComparison comparison) {
        this.comparison = comparison;
    }

    static String of(ValidatorComparison comparison) {
        BugReport writing = new BugReport(comparison);
        writing.write();
        return writing.report.toString();
    }

    /** AWS's one-line form; Jackson's own text goes on with the place over further lines. */
    static String line(Diagnostic diagnostic) {
        return diagnostic.severity() + " "
                + diagnostic.toAwsText().lines().findFirst().orElse("").strip();
    }

    private void write() {
        report.append("### ").append(title()).append("\n\n");
        report.append("| | verdict | diagnostics |\n|---|---|---|\n");
        row("AWS", comparison.aws().status().name(), comparison.aws().diagnostics());
        row(
                "StepUnit",
                comparison.stepUnit().status().name(),
                comparison.stepUnit().diagnostics());
        list("Only AWS says", comparison.onlyAws());
        list("Only StepUnit says", comparison.onlyStepUnit());
        list("Both say", comparison.both());
        if (comparison.aws().isTruncated()) {
            report.append("\nAWS has cut its list off, so that what only StepUnit says is not shown.\n");
        }
        report.append("\nState machine type: ").append(comparison.definition().type());
        report.append("; ").append(Versions.describe()).append('\n');
        definition();
    }

    private String title() {
        if (comparison.isSameVerdict()) {
            return comparison.isSame()
                    ? "StepUnit and AWS say the same of a definition"
                    : "StepUnit and AWS say different things of a definition";
        }
        return comparison.aws().isValid()
                ? "StepUnit refuses a definition that AWS accepts"
                : "StepUnit accepts a definition that AWS refuses";
    }

    private void row(String who, String verdict, List<Diagnostic> diagnostics) {
        report.append("| ").append(who).append(" | ").append(verdict).append(" | ");
        report.append(diagnostics.size()).append(" |\n");
    }

    private void list(String title, List<Diagnostic> diagnostics) {
        if (!diagnostics.isEmpty()) {
            report.append('\n').append(title).append(":\n\n");
            diagnostics.forEach(each ->
                    report.append("- `").append(line(each).replace('`', '\'')).append("`\n"));
        }
    }

    private void definition() {
        String text = comparison.definition().text().strip();
        JsonNode json = parse(text);
        Map<String, JsonNode> states = text.length() <= SHORT ? Map.of() : states(json);
        if (states.isEmpty()) {
            report.append("\nDefinition:\n");
            code(json.isMissingNode() ? text : PrettyJson.write(json).strip());
            return;
        }
        report.append("\nThe states that this is about (the definition has ")
                .append(text.length())
                .append(" characters):\n");
        states.forEach((pointer, state) -> {
            report.append("\n`").append(pointer).append("`\n");
            code(PrettyJson.write(state).strip());
        });
    }

    private void code(String text) {
        // Not back-quotes, which definitions in Markdown files and JSONata texts may hold.
        report.append("\n~~~json\n").append(text).append("\n~~~\n");
    }

    private static JsonNode parse(String text) {
        try {
            return JsonText.parseWithoutText(text);
        } catch (InvalidJsonException noJson) {
            return MissingNode.getInstance();
        }
    }

    private Map<String, JsonNode> states(JsonNode json) {
        Map<String, JsonNode> states = new LinkedHashMap<>();
        for (List<Diagnostic> each : List.of(comparison.onlyAws(), comparison.onlyStepUnit())) {
            for (Diagnostic diagnostic : each) {
                JsonPointer state = stateAround(diagnostic.pointer());
                JsonNode found = state == null ? MissingNode.getInstance() : json.at(state.toString());
                if (state == null || found.isMissingNode()) {
                    // About the machine as a whole: all of it is needed.
                    return Map.of();
                }
                states.put(state.toString(), found);
            }
        }
        return states;
    }

    private static @Nullable JsonPointer stateAround(@Nullable JsonPointer pointer) {
        for (JsonPointer at = pointer; at != null; at = at.parent()) {
            JsonPointer parent = at.parent();
            if (parent != null && parent.lastStep().equals("States")) {
                return at;
            }
        }
        return null;
    }
}
