package io.github.stepunit.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.stepunit.internal.text.JavaText;
import io.github.stepunit.json.JsonPointer;
import java.util.List;
import java.util.function.Consumer;

/** Data goes elsewhere or is missing. */
final class DataMutation implements Mutation {

    @Override
    public void propose(StateSite state, Consumer<Candidate> to) {
        List<String> left = left(state);
        resultPath(state, to);
        for (String field : List.of("InputPath", "ResultSelector", "OutputPath", "Output", "Result")) {
            if (state.json().has(field)) {
                dropped(state.at(), field, state.quoted(), left, output(state), to);
            }
        }
        for (String field : List.of("Parameters", "Arguments", "ItemSelector")) {
            String assertion = state.is("Task") ? state.assertion() + ".taskInput()" : output(state);
            members(state.json().path(field), state.field(field), "$", state, assertion, List.of(state.element()), to);
        }
        for (String field : List.of("ResultSelector", "Output")) {
            // A single member would be the same as the whole.
            if (state.json().path(field).size() > 1) {
                members(state.json().path(field), state.field(field), "$", state, output(state), left, to);
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
        String assertion =
                output + ".hasSomethingAt(" + JavaText.literal(path.isTextual() ? path.asText() : "$") + ");";
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
            JsonPointer at, String field, String of, List<String> elements, String output, Consumer<Candidate> to) {
        to.accept(Candidate.dropped(
                Mutator.DATA_FLOW,
                at.field(field),
                field + " of " + of + " dropped",
                elements,
                output + ".hasSomethingAt(\"$\");"));
    }

    /** Each value of a template goes; of an object inside of it, each of its members. */
    private static void members(
            JsonNode template,
            JsonPointer at,
            String path,
            StateSite state,
            String subject,
            List<String> elements,
            Consumer<Candidate> to) {
        template.properties().forEach(member -> {
            String name = member.getKey().endsWith(".$")
                    ? member.getKey().substring(0, member.getKey().length() - 2)
                    : member.getKey();
            String inner = path + JsonPaths.step(name);
            JsonPointer place = at.field(member.getKey());
            if (member.getValue().isObject() && !member.getValue().isEmpty()) {
                members(member.getValue(), place, inner, state, subject, elements, to);
            } else {
                to.accept(Candidate.dropped(
                        Mutator.PAYLOAD,
                        place,
                        inner.substring(2) + " in " + fieldOf(at, state) + " of " + state.quoted() + " dropped",
                        elements,
                        subject + ".hasSomethingAt(" + JavaText.literal(inner) + ");"));
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
                    state.assertion() + ".wasVisited(); // then check what the states after it do with $" + name));
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
