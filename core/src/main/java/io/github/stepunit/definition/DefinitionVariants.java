package io.github.stepunit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.json.JsonText;
import java.util.IdentityHashMap;
import org.apiguardian.api.API;

/**
 * Parses many definitions that differ from one in a few states, as mutants do: states that they share with it are parsed
 * once. A variant shares what is the same object of JSON in both, wherever nothing around it has moved it.
 *
 * <p>A variant gives no state, and no Distributed Map, a name that another one has: names inside of what is shared are not
 * compared again.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class DefinitionVariants {

    private final StateMachineDefinition original;
    private final StateMachineType type;
    private final KnownStates known = new KnownStates();
    /** Of the states of the original: to write them again is most of the work of a variant of a long definition. */
    private final IdentityHashMap<JsonNode, String> texts = new IdentityHashMap<>();

    /**
     * @param original what the variants differ from; they take over its places, and what loading it made up
     * @param json its JSON, which variants share
     * @param type the type of state machine, which decides what is allowed
     * @throws InvalidDefinitionException when AWS would refuse what the JSON says, read alone
     */
    public DefinitionVariants(StateMachineDefinition original, ObjectNode json, StateMachineType type) {
        this.original = original;
        this.type = type;
        DefinitionParser.parse(json, original.text(), original.sourceMap(), new Parsing.Memory(known, true), type);
        keepTexts(json);
    }

    private void keepTexts(JsonNode graph) {
        for (JsonNode state : graph.path("States")) {
            // What is inside of it first: its own text is made of that.
            keepTexts(state.path("ItemProcessor"));
            keepTexts(state.path("Iterator"));
            state.path("Branches").forEach(this::keepTexts);
            texts.put(state, JsonText.writeCompact(state, texts));
        }
    }

    /**
     * Parses a variant.
     *
     * @param json the definition; never changed afterwards
     * @throws InvalidDefinitionException when AWS would refuse it; with places of the original
     */
    public StateMachineDefinition parse(ObjectNode json) {
        return DefinitionParser.parse(
                        json,
                        JsonText.writeCompact(json, texts),
                        original.sourceMap(),
                        new Parsing.Memory(known, false),
                        type)
                .loadedWith(original.logicalIds(), original.notes());
    }
}
