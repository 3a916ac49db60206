package io.github.stepunit.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.stepunit.internal.text.JavaText;
import io.github.stepunit.json.JsonPointer;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Data goes elsewhere or is missing. */
final class DataMutation implements Mutation {

    @Override
    public void propose(StateSite state, Consumer<Candidate> to) {
        List<String> left = left(state);
        resultPath(state, to);
        for (String field : List.of("InputPath", "ResultSelector", "OutputPath", "Output", "Result")) {
            if (state.json().has(field)) {
                boolean isOfTask = field.equals("InputPath") && state.is("Task");
                String subject = isOfTask ? taskInput(state) : output(state);
                dropped(state.at(), field, state.quoted(), left, subject, to);
            }
        }
        for (String field : List.of("Parameters", "Arguments", "ItemSelector")) {
            members(
                    state.json().path(field),
                    state.field(field),
                    "$",
                    state,
                    taking(state),
                    List.of(state.element()),
                    to);
        }
        for (String field : List.of("ResultSelector", "Output")) {
            // A single member would be the same as the whole.
            if (state.json().path(field).size() > 1) {
                members(state.json().path(field), state.field(field), "$", state, leaving(state, field), left, to);
            }
        }
        assigned(state.json(), state.at(), state.quoted(), state, left, to);
        entries(state, "Catch", "catcher ", to);
        entries(state, "Choices", "rule ", to);
        if (state.is("Fail") && state.json().path("Error").isTextual()) {
            String error = state.json().path("Error").asText();
            to.accept(Candidate.changed(
                    Mutator.ERROR,
                    state.field("Error"),
                    TextNode.valueOf("Mutant"),
                    "Error of " + state.quoted() + " is Mutant, no longer " + error,
                    List.of(state.element()),
                    "assertThat(execution).hasFailedWith(" + JavaText.literal(error) + ");"));
        }
    }

    /** The elements that are walked when the state is left as it should be. */
    private static List<String> left(StateSite state) {
        for (String field : List.of("Next", "End")) {
            if (state.json().has(field)) {
                return List.of(state.field(field).toString());
            }
        }
        return List.of(state.element());
    }

    private static String output(StateSite state) {
        return state.assertion() + ".output()";
    }

    private static String taskInput(StateSite state) {
        return state.assertion() + ".taskInput()";
    }

    private static void resultPath(StateSite state, Consumer<Candidate> to) {
        if (state.isJsonata() || !state.is("Task", "Pass", "Parallel", "Map")) {
            return;
        }
        boolean hasResult =
                !state.is("Pass") || state.json().has("Result") || state.json().has("Parameters");
        if (hasResult) {
            resultPath(state.json(), state.at(), state.quoted(), left(state), output(state), to);
        }
    }

    private static void resultPath(
            JsonNode holder, JsonPointer at, String of, List<String> elements, String output, Consumer<Candidate> to) {
        JsonNode path = holder.path("ResultPath");
        String now = path.isMissingNode() ? "\"$\"" : path.isNull() ? "null" : '"' + path.asText() + '"';
        boolean isSeen = path.isTextual() && !path.asText().equals("$") && !holder.has("OutputPath");
        String assertion =
                output + (isSeen ? ".hasSomethingAt(" + JavaText.literal(path.asText()) + ");" : ".matchesSnapshot();");
        if (!path.isNull()) {
            to.accept(Candidate.set(
                    Mutator.RESULT_PATH,
                    holder,
                    at,
                    "ResultPath",
                    NullNode.instance,
                    "ResultPath of " + of + " is null (the result goes nowhere), no longer " + now,
                    elements.get(0),
                    assertion));
        }
        if (path.isNull() || (path.isTextual() && !path.asText().equals("$"))) {
            to.accept(Candidate.changed(
                    Mutator.RESULT_PATH,
                    at.field("ResultPath"),
                    TextNode.valueOf("$"),
                    "ResultPath of " + of + " is \"$\" (the result replaces the input), no longer " + now,
                    elements,
                    assertion));
        }
    }

    private static void dropped(
            JsonPointer at, String field, String of, List<String> elements, String subject, Consumer<Candidate> to) {
        to.accept(Candidate.dropped(
                Mutator.DATA_FLOW,
                at.field(field),
                field + " of " + of + " dropped",
                elements,
                subject + ".matchesSnapshot();"));
    }

    /** What shows the members of what the state makes of its input. */
    private static Shown taking(StateSite state) {
        return switch (state.type()) {
            case "Task" -> new Shown(taskInput(state), "$");
            case "Map" -> firstInputOf(state.ofIteration(), state.json().path(state.processor()));
            case "Parallel" ->
                firstInputOf(state.ofBranch(0), state.json().path("Branches").path(0));
            default -> leaving(state, "Parameters");
        };
    }

    private static Shown firstInputOf(String machine, JsonNode graph) {
        return new Shown(
                machine + ".state(" + JavaText.literal(graph.path("StartAt").asText()) + ").input()", "$");
    }

    /** What shows the members of what the state makes of its result. */
    private static Shown leaving(StateSite state, String field) {
        JsonNode path = state.json().path("ResultPath");
        boolean isWhole = field.equals("Output") || path.isMissingNode();
        if (state.json().has("OutputPath") || !(isWhole || path.isTextual())) {
            return new Shown(output(state), null);
        }
        return new Shown(output(state), isWhole ? "$" : path.asText());
    }

    /**
     * Where the members of a template can be seen.
     *
     * @param subject what assertions begin with
     * @param path the path of the template's value there; null when the definition does not tell
     */
    private record Shown(String subject, @Nullable String path) {

        /** @param member path of a member in the template */
        String assertion(String member) {
            return path == null
                    ? subject + ".matchesSnapshot();"
                    : subject + ".hasSomethingAt(" + JavaText.literal(path + member.substring(1)) + ");";
        }
    }

    /** Each value of a template goes; of an object inside of it, each of its members. */
    private static void members(
            JsonNode template,
            JsonPointer at,
            String path,
            StateSite state,
            Shown shown,
            List<String> elements,
            Consumer<Candidate> to) {
        template.properties().forEach(member -> {
            String name = member.getKey().endsWith(".$")
                    ? member.getKey().substring(0, member.getKey().length() - 2)
                    : member.getKey();
            String inner = path + JsonPaths.step(name);
            JsonPointer place = at.field(member.getKey());
            if (member.getValue().isObject() && !member.getValue().isEmpty()) {
                members(member.getValue(), place, inner, state, shown, elements, to);
            } else {
                to.accept(Candidate.dropped(
                        Mutator.PAYLOAD,
                        place,
                        inner.substring(inner.startsWith("$.") ? 2 : 1) + " in " + fieldOf(at, state) + " of "
                                + state.quoted() + " dropped",
                        elements,
                        shown.assertion(inner)));
            }
        });
    }

    private static String fieldOf(JsonPointer at, StateSite state) {
        String rest = at.toString().substring(state.at().toString().length() + 1);
        int end = rest.indexOf('/');
        return end < 0 ? rest : rest.substring(0, end);
    }

    private static void assigned(
            JsonNode holder,
            JsonPointer at,
            String of,
            StateSite state,
            List<String> elements,
            Consumer<Candidate> to) {
        holder.path("Assign").properties().forEach(variable -> {
            String name = variable.getKey().endsWith(".$")
                    ? variable.getKey().substring(0, variable.getKey().length() - 2)
                    : variable.getKey();
            to.accept(Candidate.dropped(
                    Mutator.ASSIGN,
                    at.field("Assign").field(variable.getKey()),
                    "variable " + name + " is not assigned by " + of,
                    elements,
                    state.assertion() + ".assigned().hasSomethingAt(" + JavaText.literal("$" + JsonPaths.step(name))
                            + ");"));
        });
    }

    /** What catchers and rules do with data. */
    private static void entries(StateSite state, String list, String kind, Consumer<Candidate> to) {
        JsonNode entries = state.json().path(list);
        for (int i = 0; i < entries.size(); i++) {
            JsonNode entry = entries.get(i);
            JsonPointer at = state.field(list).index(i);
            String of = kind + i + " of " + state.quoted();
            List<String> elements = List.of(at.toString());
            if (list.equals("Catch") && !state.isJsonata()) {
                resultPath(entry, at, of, elements, output(state), to);
            }
            if (entry.has("Output")) {
                dropped(at, "Output", of, elements, output(state), to);
            }
            assigned(entry, at, of, state, elements, to);
        }
    }
}
