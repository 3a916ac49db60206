package io.github.stepunit.definition;

import io.github.stepunit.json.LocatedText;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * @param logicalIds for what a template calls by a logical id: the ARNs, names and URLs by which the definition names it;
 *     empty without a template
 * @param notes what loading it had to make up, for instance a value for a placeholder; warnings only
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record StateMachineDefinition(
        @Nullable String comment,
        QueryLanguage queryLanguage,
        @Nullable Long timeoutSeconds,
        StateGraph graph,
        SourceMap sourceMap,
        String text,
        Map<String, Set<String>> logicalIds,
        List<Diagnostic> notes) {

    /** Copies the collections. */
    public StateMachineDefinition {
        logicalIds = Map.copyOf(logicalIds);
        notes = List.copyOf(notes);
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

    /** The processor of one of its Distributed Maps as a definition of its own: what the child executions run. */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public StateMachineDefinition ofProcessor(StateGraph processor) {
        return new StateMachineDefinition(null, queryLanguage, null, processor, sourceMap, text, logicalIds, notes);
    }

    /** The same definition, with what the loader knows of it: see {@link #logicalIds} and {@link #notes}. */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public StateMachineDefinition loadedWith(Map<String, Set<String>> newLogicalIds, List<Diagnostic> newNotes) {
        return new StateMachineDefinition(
                comment, queryLanguage, timeoutSeconds, graph, sourceMap, text, newLogicalIds, newNotes);
    }
}
