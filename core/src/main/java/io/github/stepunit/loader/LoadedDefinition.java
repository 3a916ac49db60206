package io.github.stepunit.loader;

import io.github.stepunit.definition.Diagnostic;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A definition as {@link DefinitionFile} found it.
 *
 * @param name the name that the machine gets: the template's, if it has one, else the logical id or the file's name up to
 *     the first dot
 * @param type the type that the template says, or the test; Standard when neither does
 * @param definition the definition itself; its places are those of the files that the team edits
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record LoadedDefinition(String name, StateMachineType type, StateMachineDefinition definition) {

    /** What loading had to make up, for instance a value for a placeholder that nothing replaces; warnings only. */
    public List<Diagnostic> notes() {
        return definition.notes();
    }
}
