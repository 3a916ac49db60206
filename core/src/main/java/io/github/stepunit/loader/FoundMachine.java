package io.github.stepunit.loader;

import io.github.stepunit.definition.Diagnostic;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.LocatedText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A state machine in a file. Its definition is made when asked for, so that a machine which cannot be loaded stands in
 * nobody's way.
 *
 * @param id what the file calls it
 * @param names everything by which it can be picked, the id first
 * @param name its name on AWS
 * @param type null when the file does not say
 * @param mark where it is declared
 */
record FoundMachine(
        String id,
        List<String> names,
        String name,
        @Nullable StateMachineType type,
        Mark mark,
        Supplier<DefinitionText> text) {

    /**
     * A definition in ASL JSON.
     *
     * @param source the file that holds most of it, as it is shown
     * @param notes what had to be guessed
     * @param logicalIds what stands in the definition (ARN, name, URL) for things that the template names
     */
    record DefinitionText(
            String source, LocatedText text, List<Diagnostic> notes, Map<String, Set<String>> logicalIds) {}

    MachineEntry entry() {
        return new MachineEntry(id, names, mark.location());
    }

    /** The same, with a check of what its definition was made of. */
    FoundMachine checking(Consumer<DefinitionText> check) {
        return new FoundMachine(id, names, name, type, mark, () -> {
            DefinitionText made = text.get();
            check.accept(made);
            return made;
        });
    }

    boolean isCalled(String asked) {
        return names.contains(asked);
    }
}
