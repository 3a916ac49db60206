package io.github.stepunit;

import io.github.stepunit.definition.StateMachineDefinition;
import java.util.List;
import java.util.ServiceLoader;

/** All replacements that the class path has; usually none. */
final class DefinitionReplacements implements DefinitionReplacement {

    private static final DefinitionReplacements OF_THIS_JVM = new DefinitionReplacements();

    private final List<DefinitionReplacement> all =
            ServiceLoader.load(DefinitionReplacement.class, DefinitionReplacement.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    static DefinitionReplacements ofThisJvm() {
        return OF_THIS_JVM;
    }

    @Override
    public StateMachineDefinition replacementOf(StateMachineDefinition definition) {
        StateMachineDefinition result = definition;
        for (DefinitionReplacement each : all) {
            result = each.replacementOf(result);
        }
        return result;
    }
}
