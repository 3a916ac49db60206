package io.github.stepunit.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.json.JsonText;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DefinitionVariantsTest {

    private static final String ASL =
            """
            {
              "StartAt": "Both",
              "States": {
                "Both": {
                  "Type": "Parallel",
                  "Branches": [
                    { "StartAt": "One", "States": { "One": { "Type": "Pass", "End": true } } },
                    { "StartAt": "Two", "States": { "Two": { "Type": "Pass", "End": true } } }
                  ],
                  "Next": "Pause"
                },
                "Pause": { "Type": "Wait", "Seconds": 5, "End": true }
              }
            }
            """;

    private final ObjectNode json = (ObjectNode) JsonText.parseWithoutText(ASL);
    private final StateMachineDefinition original =
            StateMachineDefinition.parse("pause.asl.json", ASL, StateMachineType.STANDARD);
    private final DefinitionVariants variants = new DefinitionVariants(original, json, StateMachineType.STANDARD);

    /** The definition with another state in it, that shares the others. */
    private ObjectNode with(String name, ObjectNode state) {
        ObjectNode states = copy((ObjectNode) json.path("States"));
        states.set(name, state);
        ObjectNode variant = copy(json);
        variant.set("States", states);
        return variant;
    }

    private static ObjectNode copy(ObjectNode object) {
        return JsonNodeFactory.instance.objectNode().setAll(object);
    }

    private static State state(StateGraph graph, String name) {
        return Objects.requireNonNull(graph.states().get(name), name);
    }

    private ObjectNode pause(long seconds) {
        return copy((ObjectNode) json.at("/States/Pause")).put("Seconds", seconds);
    }

    @Test
    void a_state_that_is_the_same_object_is_parsed_once() {
        StateMachineDefinition six = variants.parse(with("Pause", pause(6)));
        StateMachineDefinition seven = variants.parse(with("Pause", pause(7)));

        assertThat(state(seven.graph(), "Both")).isSameAs(state(six.graph(), "Both"));
        assertThat(state(seven.graph(), "Pause")).isNotEqualTo(state(six.graph(), "Pause"));
        assertThat(six.text())
                .isEqualTo(JsonText.writeCompact(json).replace("\"Seconds\":5", "\"Seconds\":6"))
                .isEqualTo(StateMachineDefinition.parse("pause", six.text(), StateMachineType.STANDARD)
                        .text());
        assertThat(six.sourceMap()).isSameAs(original.sourceMap());
    }

    @Test
    void what_has_moved_is_parsed_again_and_knows_its_place() {
        ArrayNode second = JsonNodeFactory.instance.arrayNode().add(json.at("/States/Both/Branches/1"));
        ObjectNode both = copy((ObjectNode) json.at("/States/Both")).set("Branches", second);

        State parallel = state(variants.parse(with("Both", both)).graph(), "Both");
        State two = state(parallel.graphs().get(0), "Two");

        assertThat(two.pointer()).hasToString("/States/Both/Branches/0/States/Two");
    }

    @Test
    void what_aws_would_refuse_is_refused_at_its_place_in_the_original() {
        assertThatExceptionOfType(InvalidDefinitionException.class)
                .isThrownBy(() -> variants.parse(with("Pause", pause(-1))))
                .withMessageContaining("pause.asl.json:12:43");
        assertThatExceptionOfType(InvalidDefinitionException.class)
                .isThrownBy(() -> variants.parse(
                        with("Both", copy((ObjectNode) json.at("/States/Both")).put("Next", "Nowhere"))))
                .withMessageContaining("Missing 'Next' target: Nowhere");
    }
}
