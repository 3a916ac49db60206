package io.github.stepunit.definition;

final class DefinitionParser {

    private DefinitionParser() {}

    static StateMachineDefinition parse(String source, String text, StateMachineType type) {
        throw new UnsupportedOperationException(source + text + type);
    }
}
