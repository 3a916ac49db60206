package io.github.stepunit.coverage;

import io.github.stepunit.definition.StateMachineDefinition;
import java.util.List;
import org.apiguardian.api.API;

/** What of a definition can be walked. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class DefinitionElements {

    private DefinitionElements() {}

    /** All elements, in the order of the definition: each state with its outcomes, then what is inside it. */
    public static List<CoverageElement> of(StateMachineDefinition definition) {
        return ElementIndex.of(definition).elements();
    }
}
