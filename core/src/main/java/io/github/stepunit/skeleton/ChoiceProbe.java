package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.ChoiceState;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.definition.Transition;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.json.JsonText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A Choice state alone, to be asked which way it goes with some data. */
final class ChoiceProbe {

    private final ChoiceState state;
    private final Set<String> variables;
    private final StateMachine machine;

    /** @param variables that its rules read */
    ChoiceProbe(ChoiceState state, JsonNode json, Set<String> variables) {
        this.state = state;
        this.variables = variables;
        ObjectNode states = Values.object();
        boolean jsonata = Machine.isJsonata(state);
        ObjectNode begin = states.putObject("Begin");
        begin.put("Type", "Pass").put("Next", "Choose");
        if (!variables.isEmpty()) {
            ObjectNode assign = begin.putObject("Assign");
            for (String each : variables) {
                if (jsonata) {
                    assign.put(each, "{% $states.input.variables." + each + " %}");
                } else {
                    assign.put(each + ".$", "$.variables." + each);
                }
            }
        }
        begin.put(jsonata ? "Output" : "OutputPath", jsonata ? "{% $states.input.input %}" : "$.input");
        ObjectNode choose = states.putObject("Choose");
        choose.put("Type", "Choice");
        if (json.has("InputPath")) {
            choose.set("InputPath", json.get("InputPath"));
        }
        json.path("Choices").forEach(rule -> {
            ObjectNode own = choose.withArray("Choices").addObject();
            own.setAll((ObjectNode) rule);
            own.remove(List.of("Assign", "Output"));
            own.put("Next", "Done");
        });
        choose.put("Default", "Done");
        states.putObject("Done").put("Type", "Succeed");
        ObjectNode definition = Values.object();
        definition.put("QueryLanguage", jsonata ? "JSONata" : "JSONPath").put("StartAt", "Begin");
        definition.set("States", states);
        machine = StateMachine.unobserved(
                StateMachineDefinition.parse("probe", JsonText.write(definition), StateMachineType.STANDARD),
                StateMachineType.STANDARD);
    }

    /** Which way it goes; null when it fails. */
    @Nullable
    Transition ask(JsonNode input, Map<String, JsonNode> values) {
        ObjectNode all = Values.object();
        all.set("input", input);
        ObjectNode bound = all.putObject("variables");
        variables.forEach(name -> bound.set(name, values.getOrDefault(name, NullNode.getInstance())));
        Execution execution = machine.startUnobserved(all).runToEnd();
        for (StateVisit visit : execution.history().visits()) {
            if (visit.name().equals("Choose")) {
                Transition.Kind kind = visit.tookDefault() ? Transition.Kind.DEFAULT : Transition.Kind.CHOICE_RULE;
                Integer rule = visit.matchedRule();
                return !visit.tookDefault() && rule == null
                        ? null
                        : state.transitions().stream()
                                .filter(each -> each.kind() == kind && each.index() == (rule == null ? 0 : rule))
                                .findFirst()
                                .orElse(null);
            }
        }
        return null;
    }
}
