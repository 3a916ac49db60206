package io.github.stepunit;

import io.github.stepunit.definition.StateMachineDefinition;
import org.apiguardian.api.API;

/**
 * Puts another definition in the place of one that a machine has, whenever it is run. For tools that run the same tests
 * against other definitions, as mutation does; found by {@link java.util.ServiceLoader}.
 *
 * <p>It is asked when an execution starts rather than when a definition is loaded: tests keep machines in static fields,
 * and the extension keeps them for all tests of a run. {@link StateMachine#definition} stays what was loaded, and with it
 * what mocks may name. An execution stays with the definition that it was started with.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface DefinitionReplacement {

    /**
     * The definition to run. Asked whenever an execution starts, on the thread that starts it.
     *
     * @param definition what was loaded
     * @return another definition, or the same
     */
    StateMachineDefinition replacementOf(StateMachineDefinition definition);
}
