package io.github.stepunit.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.ChoiceState;
import io.github.stepunit.definition.TaskResource.IntegrationPattern;
import io.github.stepunit.definition.TaskResource.Kind;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.validation.Texts.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code lambda:invoke} wraps what the function returns: {@code $.body} is {@code $.Payload.body}. */
final class ResultFieldRule implements StateRule {

    private static final Set<String> ENVELOPE = Set.of(
            "ExecutedVersion",
            "FunctionError",
            "LogResult",
            "Payload",
            "SdkHttpMetadata",
            "SdkResponseMetadata",
            "StatusCode");

    private static final Pattern FIELD = Pattern.compile("(?<![$\\w])\\$\\.([\\p{L}_][\\p{L}\\p{N}_-]*)");
    private static final Pattern RESULT = Pattern.compile("\\$states\\.result\\.([\\p{L}_][\\p{L}\\p{N}_]*)");
    private static final Pattern PLAIN = Pattern.compile("\\$|(\\$(?:\\.[\\p{L}_][\\p{L}\\p{N}_-]*)+)");

    @Override
    public WarningCode code() {
        return WarningCode.RESULT_HAS_NO_FIELD;
    }

    @Override
    public void check(StateNode state, Findings findings) {
        if (!(state.state() instanceof TaskState task)
                || task.resource().kind() != Kind.OPTIMIZED_INTEGRATION
                || !task.resource().serviceAction().equals("lambda:invoke")
                || task.resource().pattern() != IntegrationPattern.REQUEST_RESPONSE) {
            return;
        }
        if (state.isJsonPath()) {
            checkJsonPath(state, findings);
        } else {
            checkJsonata(state, findings);
        }
    }

    private void checkJsonata(StateNode state, Findings findings) {
        for (String field : List.of("Output", "Assign")) {
            for (Text text : Texts.in(state.field(field), state.at(field))) {
                Matcher names = RESULT.matcher(text.text());
                while (names.find()) {
                    if (!ENVELOPE.contains(names.group(1))) {
                        report(state, state, text.at(), "$states.result.", names.group(1), findings);
                    }
                }
            }
        }
    }

    private void checkJsonPath(StateNode state, Findings findings) {
        checkTexts(state, state, Texts.in(state.field("ResultSelector"), state.at("ResultSelector")), "$", findings);
        if (state.hasAny("ResultSelector")) {
            return;
        }
        String resultPath =
                state.json().has("ResultPath") ? state.field("ResultPath").asText("") : "$";
        String outputPath =
                state.json().has("OutputPath") ? state.field("OutputPath").asText("") : "$";
        if (!PLAIN.matcher(resultPath).matches()) {
            return;
        }
        Text output = new Text(state.at("OutputPath"), "OutputPath", outputPath);
        if (state.json().has("OutputPath")) {
            checkTexts(state, state, List.of(output), resultPath, findings);
        }
        if (outputPath.equals("$")) {
            String next = state.state().next();
            StateNode follower = next == null ? null : state.scope().state(next);
            follow(state, follower, resultPath, new HashSet<>(), findings);
        } else if (outputPath.equals(resultPath)) {
            String next = state.state().next();
            follow(state, next == null ? null : state.scope().state(next), "$", new HashSet<>(), findings);
        }
    }

    /** Checks what the following state reads of its input; and, as a Choice hands its input on, those behind it. */
    private void follow(
            StateNode task, @Nullable StateNode reader, String root, Set<StateNode> seen, Findings findings) {
        if (reader == null || !reader.isJsonPath() || !seen.add(reader) || asksWhetherPresent(reader.json())) {
            return;
        }
        if (reader.hasAny("InputPath")) {
            checkTexts(
                    task,
                    reader,
                    List.of(new Text(
                            reader.at("InputPath"),
                            "InputPath",
                            reader.field("InputPath").asText(""))),
                    root,
                    findings);
            return;
        }
        List<Text> inputs = Texts.of(reader).stream()
                .filter(text -> readsInput(reader, text))
                .toList();
        checkTexts(task, reader, inputs, root, findings);
        if (reader.state() instanceof ChoiceState && !reader.hasAny("OutputPath")) {
            reader.scope().successors(reader).forEach(next -> follow(task, next, root, seen, findings));
        }
    }

    private static boolean asksWhetherPresent(JsonNode json) {
        return json.path("Choices").findValue("IsPresent") != null;
    }

    private static boolean readsInput(StateNode reader, Text text) {
        String path = text.at()
                .toAwsLocation()
                .substring(reader.state().pointer().toAwsLocation().length());
        boolean evaluated = text.at().lastStep().endsWith(".$")
                || text.key().equals("Variable")
                || (text.key().endsWith("Path") && !text.key().equals("ResultPath"));
        return evaluated
                && (path.startsWith("/Parameters")
                        || path.startsWith("/Choices")
                        || path.startsWith("/ItemsPath")
                        || path.startsWith("/SecondsPath")
                        || path.startsWith("/TimestampPath")
                        || path.startsWith("/ErrorPath")
                        || path.startsWith("/CausePath"));
    }

    private void checkTexts(StateNode task, StateNode reader, List<Text> texts, String root, Findings findings) {
        String prefix = root.equals("$") ? "" : root.substring(1) + ".";
        for (Text text : texts) {
            String value = text.text();
            if (!value.startsWith("$") && !value.startsWith("States.")) {
                continue;
            }
            Matcher names = FIELD.matcher(prefix.isEmpty() ? value : value.replace("$" + prefix, "$."));
            boolean elsewhere = !prefix.isEmpty() && !value.contains("$" + prefix);
            while (!elsewhere && names.find()) {
                boolean own = prefix.isEmpty() || value.contains("$" + prefix + names.group(1));
                if (own && !ENVELOPE.contains(names.group(1))) {
                    report(task, reader, text.at(), root + ".", names.group(1), findings);
                }
            }
        }
    }

    private void report(
            StateNode task, StateNode reader, JsonPointer at, String before, String name, Findings findings) {
        findings.report(
                code(),
                reader,
                at,
                before + name + " is not there: the result of " + task.name()
                        + " is that of lambda:invoke, which has what the function returned in Payload.",
                "Write " + before + "Payload." + name + ", or unwrap it in state " + task.name()
                        + (task.isJsonPath() ? " by \"OutputPath\": \"$.Payload\"." : " by its Output."));
    }
}
