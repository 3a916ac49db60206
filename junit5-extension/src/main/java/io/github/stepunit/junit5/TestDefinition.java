package io.github.stepunit.junit5;

import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The text of a definition. Equal ones are parsed and compiled once for all tests, since a machine is immutable.
 *
 * @param source where it comes from, as messages show it
 * @param name name of the state machine
 * @param text ASL JSON
 * @param type Standard or Express
 */
record TestDefinition(String source, String name, String text, StateMachineType type) {

    StateMachine compile(ExtensionContext context) {
        return context.getRoot()
                .getStore(StepFunctionExtension.NAMESPACE)
                .getOrComputeIfAbsent(this, TestDefinition::compile, StateMachine.class);
    }

    private StateMachine compile() {
        return StateMachine.of(StateMachineDefinition.parse(source, text, type), type)
                .named(name);
    }
}
