package io.github.stepunit.loader;

import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.loader.FoundMachine.DefinitionText;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What {@code aws stepfunctions describe-state-machine} says: the definition is a string in it. */
final class DescribedForm {

    private final Node.Fields answer;
    private final Node.Text definition;

    DescribedForm(Node.Fields answer, Node.Text definition) {
        this.answer = answer;
        this.definition = definition;
    }

    List<FoundMachine> find() {
        String name = Objects.requireNonNullElse(answer.text("name"), "definition");
        StateMachineType type = "EXPRESS".equals(answer.text("type"))
                ? StateMachineType.EXPRESS
                : "STANDARD".equals(answer.text("type")) ? StateMachineType.STANDARD : null;
        return List.of(new FoundMachine(
                name,
                List.of(name),
                name,
                type,
                definition.mark(),
                () -> new DefinitionText(definition.mark().file().name(), definition.located(), List.of(), Map.of())));
    }
}
