package io.github.stepunit.mutation;

import io.github.stepunit.DefinitionReplacement;
import io.github.stepunit.definition.StateMachineDefinition;
import org.apiguardian.api.API;

/** Lets tests run the mutant whose turn it is. For {@link java.util.ServiceLoader}. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class MutantReplacement implements DefinitionReplacement {

    /** For {@link java.util.ServiceLoader}. */
    public MutantReplacement() {}

    @Override
    public StateMachineDefinition replacementOf(StateMachineDefinition definition) {
        Watch watch = Watches.current();
        return watch == null ? definition : watch.replacementOf(definition);
    }
}
