package io.github.stepunit.coverage;

import io.github.stepunit.definition.StateMachineDefinition;
import java.util.List;
import java.util.Map;

/**
 * The elements of a definition, numbered, and which number belongs to what. Immutable.
 *
 * @param elements in the order of the definition
 * @param states the states of the top level by name
 * @param machineTimeout number of the machine's timeout, or {@link StateSlots#NONE}
 */
record ElementIndex(List<CoverageElement> elements, Map<String, StateSlots> states, int machineTimeout) {

    static ElementIndex of(StateMachineDefinition definition) {
        return new ElementIndexer(definition).index();
    }
}
