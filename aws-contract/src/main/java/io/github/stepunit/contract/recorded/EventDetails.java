package io.github.stepunit.contract.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonText;
import java.util.Set;

/** The details of an event in AWS's JSON, made comparable. */
final class EventDetails {

    private static final Set<String> PAYLOADS = Set.of("input", "output", "parameters");

    private EventDetails() {}

    /** Payloads as trees instead of text, variables too; without {@code inputDetails} and the like. */
    static JsonNode unfolded(JsonNode details) {
        ObjectNode unfolded = JsonNodeFactory.instance.objectNode();
        details.properties().forEach(member -> {
            String name = member.getKey();
            if (PAYLOADS.contains(name)) {
                unfolded.set(name, payload(member.getValue()));
            } else if (name.equals("assignedVariables")) {
                ObjectNode variables = unfolded.putObject(name);
                member.getValue()
                        .properties()
                        .forEach(variable -> variables.set(variable.getKey(), payload(variable.getValue())));
            } else if (!name.endsWith("Details")) {
                unfolded.set(name, member.getValue());
            }
        });
        return unfolded;
    }

    private static JsonNode payload(JsonNode text) {
        try {
            return text.isTextual() ? JsonText.parseWithoutText(text.textValue()) : text;
        } catch (InvalidJsonException plainText) {
            return text;
        }
    }
}
