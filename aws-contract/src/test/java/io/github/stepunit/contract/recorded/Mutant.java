package io.github.stepunit.contract.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.stepunit.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A definition changed in the way people break it.
 *
 * @param what the change
 * @param definition the changed text
 */
record Mutant(String what, String definition) {

    /** All mutants of a definition by the rules below; some are no valid definitions. */
    static List<Mutant> of(String definition) {
        List<Mutant> mutants = new ArrayList<>();
        new Mutations(definition, mutants).graph(JsonText.parseWithoutText(definition), "");
        return mutants;
    }

    private record Mutations(String original, List<Mutant> mutants) {

        void graph(JsonNode graph, String at) {
            List<String> names = new ArrayList<>();
            graph.path("States").fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                String pointer = at + "/States/" + name.replace("~", "~0").replace("/", "~1");
                state(graph.path("States").path(name), pointer, name, names);
            }
        }

        private void state(JsonNode state, String at, String name, List<String> names) {
            transitions(state, at, name, names);
            String type = state.path("Type").asText();
            change(state, at, "Result", object -> object.put("Result", "mutant"));
            for (String field :
                    List.of("Parameters", "Arguments", "ResultSelector", "ItemSelector", "Output", "Assign")) {
                if (state.path(field).isObject()) {
                    scalar(state.path(field), at + "/" + field);
                }
            }
            change(state, at, "ResultPath", object -> object.put("ResultPath", "$.mutant"));
            change(state, at, "TimeoutSeconds", object -> object.put("TimeoutSeconds", 86400));
            change(state, at, "Retry", object -> object.remove("Retry"));
            change(state, at, "Catch", object -> object.remove("Catch"));
            for (String field : List.of("Retry", "Catch", "Choices")) {
                for (int i = 0; i < state.path(field).size(); i++) {
                    rule(state.path(field).get(i), at + "/" + field + "/" + i);
                }
            }
            change(state, at, "Error", object -> object.put("Error", "Mutant"));
            change(state, at, "Cause", object -> object.put("Cause", "mutant"));
            if (type.equals("Pass")) {
                mutate(at, "becomes a Fail", object -> {
                    object.removeAll();
                    object.put("Type", "Fail").put("Error", "Mutant");
                });
            }
            graph(state.path("Iterator"), at + "/Iterator");
            graph(state.path("ItemProcessor"), at + "/ItemProcessor");
            for (int i = 0; i < state.path("Branches").size(); i++) {
                graph(state.path("Branches").get(i), at + "/Branches/" + i);
            }
        }

        private void transitions(JsonNode state, String at, String name, List<String> names) {
            for (String other : names) {
                boolean elsewhere = !other.equals(state.path("Next").asText()) && !other.equals(name);
                if (elsewhere && (state.has("Next") || state.has("End"))) {
                    mutate(at, "Next is " + other, object -> {
                        object.remove("End");
                        object.put("Next", other);
                    });
                }
                if (elsewhere && state.has("Default")) {
                    mutate(at, "Default is " + other, object -> object.put("Default", other));
                }
            }
            if (state.has("Next")) {
                mutate(at, "ends", object -> {
                    object.remove("Next");
                    object.put("End", true);
                });
            }
        }

        private void rule(JsonNode rule, String at) {
            change(rule, at, "ErrorEquals", object -> object.putArray("ErrorEquals")
                    .add("Mutant.Error"));
            change(rule, at, "MaxAttempts", object -> object.put("MaxAttempts", 0));
            change(rule, at, "ResultPath", object -> object.put("ResultPath", "$.mutant"));
            change(rule, at, "Condition", object -> object.put("Condition", "{% false %}"));
            rule.properties().forEach(member -> {
                JsonNode value = member.getValue();
                if (value.isBoolean()) {
                    mutate(
                            at,
                            member.getKey() + " negated",
                            object -> object.set(member.getKey(), BooleanNode.valueOf(!value.booleanValue())));
                } else if (value.isInt() && !member.getKey().equals("MaxAttempts")) {
                    mutate(
                            at,
                            member.getKey() + " shifted",
                            object -> object.set(member.getKey(), IntNode.valueOf(value.intValue() + 1)));
                } else if (value.isTextual() && member.getKey().startsWith("String")) {
                    mutate(
                            at,
                            member.getKey() + " changed",
                            object -> object.set(member.getKey(), TextNode.valueOf(value.textValue() + "-mutant")));
                }
            });
        }

        /** The first literal scalar of a template. */
        private void scalar(JsonNode template, String at) {
            template.properties().forEach(member -> {
                JsonNode value = member.getValue();
                if (value.isTextual()
                        && !member.getKey().endsWith(".$")
                        && !value.asText().startsWith("{%")) {
                    mutate(at, member.getKey() + " changed", object -> object.put(member.getKey(), "mutant"));
                } else if (value.isInt()) {
                    mutate(
                            at,
                            member.getKey() + " changed",
                            object -> object.put(member.getKey(), value.intValue() + 1));
                } else if (value.isTextual() || value.isContainerNode()) {
                    mutate(at, member.getKey() + " dropped", object -> object.remove(member.getKey()));
                }
            });
        }

        private void change(JsonNode object, String at, String field, Consumer<ObjectNode> change) {
            if (object.has(field)) {
                mutate(at, field + " changed", change);
            }
        }

        private void mutate(String at, String what, Consumer<ObjectNode> change) {
            JsonNode copy = JsonText.parseWithoutText(original);
            JsonNode target = copy.at(at);
            if (target instanceof ObjectNode object) {
                change.accept(object);
                mutants.add(new Mutant(at + ": " + what, JsonText.writeCompact(copy)));
            } else if (!(target instanceof ArrayNode)) {
                throw new IllegalStateException("Nothing stands at " + at);
            }
        }
    }
}
