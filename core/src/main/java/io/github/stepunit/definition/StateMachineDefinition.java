package io.github.stepunit.definition;

import io.github.stepunit.json.LocatedText;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A whole definition: parsed, checked, every expression compiled. Immutable.
 *
 * @param comment the {@code Comment}; null when absent
 * @param queryLanguage the {@code QueryLanguage} of the machine
 * @param timeoutSeconds the machine's {@code TimeoutSeconds}; null when absent
 * @param graph {@code StartAt} and {@code States}
 * @param sourceMap where everything stands
 * @param text the definition's own JSON text
 * @param logicalIds what a template calls the things that the definition names, by ARN, name or URL; empty without a
 *     template
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record StateMachineDefinition(
        @Nullable String comment,
        QueryLanguage queryLanguage,
        @Nullable Long timeoutSeconds,
        StateGraph graph,
        SourceMap sourceMap,
        String text,
        Map<String, String> logicalIds) {

    /** Copies the map. */
    public StateMachineDefinition {
        logicalIds = Map.copyOf(logicalIds);
    }

    /**
     * Parses a definition in ASL JSON, strictly.
     *
     * @param source the file or other origin, as it is shown to the user
     * @param text the definition
     * @param type the type of state machine, which decides what is allowed
     * @throws InvalidDefinitionException with all problems at once
     */
    public static StateMachineDefinition parse(String source, String text, StateMachineType type) {
        return DefinitionParser.parse(source, text, type);
    }

    /**
     * Parses a definition in ASL JSON that was put together of parts of files.
     *
     * @param source the file or other origin of most of it, as it is shown to the user
     * @param text the definition; problems are shown where its characters stand
     * @param type the type of state machine, which decides what is allowed
     * @throws InvalidDefinitionException with all problems at once
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public static StateMachineDefinition parse(String source, LocatedText text, StateMachineType type) {
        return DefinitionParser.parse(source, text, type);
    }

    /** The same definition, where {@code newLogicalIds} says what a template calls the things that it names. */
    public StateMachineDefinition withLogicalIds(Map<String, String> newLogicalIds) {
        return new StateMachineDefinition(
                comment, queryLanguage, timeoutSeconds, graph, sourceMap, text, newLogicalIds);
    }
}
