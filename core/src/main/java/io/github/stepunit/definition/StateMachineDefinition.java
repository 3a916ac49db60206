package io.github.stepunit.definition;

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
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record StateMachineDefinition(
        @Nullable String comment,
        QueryLanguage queryLanguage,
        @Nullable Long timeoutSeconds,
        StateGraph graph,
        SourceMap sourceMap,
        String text) {

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
}
