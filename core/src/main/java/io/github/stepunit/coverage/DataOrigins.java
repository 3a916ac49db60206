package io.github.stepunit.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.stepunit.definition.ParallelState;
import io.github.stepunit.definition.PassState;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.TaskState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where data comes from that a state reads: the answer of a Task before it, or the input of the machine. */
final class DataOrigins {

    private static final Pattern QUERY_INPUT = Pattern.compile("\\$states\\.input((?:\\.[A-Za-z_]\\w*)+)");
    /** A simple path among the arguments of an intrinsic function; {@code $$} is the context object. */
    private static final Pattern ARGUMENT =
            Pattern.compile("(?<![\\w$])\\$(?:\\.[A-Za-z_][\\w-]*|\\['[^']+'\\]|\\[\\d+\\])+");

    private static final Pattern QUERY_RESULT = Pattern.compile("\\$states\\.result((?:\\.[A-Za-z_]\\w*)+)");
    /** What a Parallel state takes of one of its branches. */
    private static final Pattern BRANCH = Pattern.compile("\\$\\[(\\d{1,3})\\](.+)");

    private static final List<String> READING =
            List.of("Parameters", "Arguments", "InputPath", "ItemsPath", "Items", "ItemSelector");

    private final StateJson json;
    private final WalkPlan plan;

    DataOrigins(StateJson json, WalkPlan plan) {
        this.json = json;
        this.plan = plan;
    }

    /** The JSONPath of an expression that is nothing but a part of the input; {@code $} for any other. */
    static String inputPathOf(String expression) {
        Matcher matcher = QUERY_INPUT.matcher(expression);
        return matcher.find() ? "$" + matcher.group(1) : "$";
    }

    /** Makes what the path gives, after those states, the value. */
    void set(String path, JsonNode value, JsonSketch input, List<State> walked) {
        JsonSketch found = find(path, input, walked);
        if (found != null) {
            found.set(List.of(), value);
        }
    }

    /** What the path gives after those states; null when that cannot be told. */
    @Nullable
    JsonSketch find(String path, JsonSketch input, List<State> walked) {
        List<String> steps = JsonSketch.steps(path);
        for (int i = walked.size() - 1; i >= 0 && steps != null; i--) {
            State state = walked.get(i);
            JsonNode own = json.of(state);
            steps = outputStepsOf(own, steps);
            if (steps == null) {
                return null;
            }
            List<String> result = resultStepsOf(state, own, steps);
            if (result != null) {
                return answer(state, own, result);
            }
        }
        return steps == null ? null : input.child(steps);
    }

    private static @Nullable List<String> outputStepsOf(JsonNode state, List<String> steps) {
        JsonNode outputPath = state.path("OutputPath");
        if (!outputPath.isTextual()) {
            return steps;
        }
        List<String> before = JsonSketch.steps(outputPath.textValue());
        if (before == null) {
            return null;
        }
        List<String> all = new ArrayList<>(before);
        all.addAll(steps);
        return all;
    }

    /** The steps within the result of the state; null when it only hands on what it was given. */
    private static @Nullable List<String> resultStepsOf(State state, JsonNode own, List<String> steps) {
        JsonNode resultPath = own.path("ResultPath");
        boolean hasResult = state instanceof TaskState
                || !state.graphs().isEmpty()
                || (state instanceof PassState && (own.has("Result") || own.has("Parameters") || own.has("Output")));
        if (!hasResult || resultPath.isNull()) {
            return null;
        }
        List<String> at = resultPath.isTextual() ? JsonSketch.steps(resultPath.textValue()) : List.of();
        if (at == null
                || steps.size() < at.size()
                || !steps.subList(0, at.size()).equals(at)) {
            return null;
        }
        return steps.subList(at.size(), steps.size());
    }

    private @Nullable JsonSketch answer(State state, JsonNode own, List<String> steps) {
        if (!(state instanceof TaskState task) || own.has("Output")) {
            return null;
        }
        List<String> selected = steps;
        JsonNode selector = own.path("ResultSelector");
        if (selector.isObject()) {
            JsonNode source = steps.isEmpty() ? null : selector.get(steps.get(0) + ".$");
            List<String> from = source == null ? null : JsonSketch.steps(source.asText());
            if (from == null) {
                return null;
            }
            selected = new ArrayList<>(from);
            selected.addAll(steps.subList(1, steps.size()));
        }
        List<String> payload = payloadSteps(task, selected);
        return payload == null ? null : plan.answer(state.name()).child(payload);
    }

    /** Mocks of {@code lambda:invoke} return the payload alone. */
    private static @Nullable List<String> payloadSteps(TaskState task, List<String> steps) {
        if (!task.resource().service().equals("lambda")
                || !task.resource().action().equals("invoke")) {
            return steps;
        }
        return !steps.isEmpty() && steps.get(0).equals("Payload") ? steps.subList(1, steps.size()) : null;
    }

    /** Lets everything be there that the state reads of its input. */
    void ensureInputOf(State state, JsonSketch input, List<State> walked) {
        JsonNode own = json.of(state);
        if (own.path("SecondsPath").isTextual()) {
            set(own.get("SecondsPath").textValue(), JsonNodeFactory.instance.numberNode(1), input, walked);
        }
        for (String field : READING) {
            for (String path : paths(own.path(field), QUERY_INPUT)) {
                JsonSketch found = find(path, input, walked);
                if (found != null && !path.equals("$")) {
                    ensure(found, path);
                }
            }
        }
    }

    private static void ensure(JsonSketch found, String path) {
        String name = path.substring(Math.max(path.lastIndexOf('.'), path.lastIndexOf('[')) + 1);
        found.ensureText(name.replaceAll("[\\]']", ""));
    }

    /** Lets everything be in the answer of the Task that the state takes from it. */
    void ensureAnswerOf(State state) {
        plan.answer(state.name());
        for (String path : resultPaths(state)) {
            List<String> steps = JsonSketch.steps(path);
            List<String> payload = steps != null && state instanceof TaskState task ? payloadSteps(task, steps) : null;
            if (payload != null && !payload.isEmpty()) {
                plan.answer(state.name()).ensure(payload);
            }
        }
    }

    /**
     * Lets everything be in the outputs of its branches that the Parallel state takes from them.
     *
     * @param branches the states that each branch has walked
     * @param input what they were given
     */
    void ensureOutputsOf(ParallelState state, List<List<State>> branches, JsonSketch input) {
        for (String path : resultPaths(state)) {
            Matcher branch = BRANCH.matcher(path);
            int index = branch.matches() ? Integer.parseInt(branch.group(1)) : branches.size();
            JsonSketch found = index < branches.size() ? find("$" + branch.group(2), input, branches.get(index)) : null;
            if (found != null) {
                ensure(found, path);
            }
        }
    }

    private List<String> resultPaths(State state) {
        JsonNode own = json.of(state);
        List<String> paths = new ArrayList<>();
        for (String field : List.of("ResultSelector", "Output", "Assign")) {
            paths.addAll(paths(own.path(field), QUERY_RESULT));
        }
        return paths;
    }

    private static List<String> paths(JsonNode value, Pattern query) {
        List<String> paths = new ArrayList<>();
        collect("", value, query, paths);
        return paths;
    }

    private static void collect(String name, JsonNode value, Pattern query, List<String> into) {
        if (value.isTextual()) {
            String text = value.textValue();
            if (text.startsWith("{%")) {
                Matcher matcher = query.matcher(text);
                while (matcher.find()) {
                    into.add("$" + matcher.group(1));
                }
            } else if (text.startsWith("States.")) {
                Matcher matcher = ARGUMENT.matcher(text);
                while (matcher.find()) {
                    into.add(matcher.group());
                }
            } else if (name.isEmpty() || name.endsWith(".$")) {
                into.add(text);
            }
        }
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            collect(field.getKey(), field.getValue(), query, into);
        }
    }
}
