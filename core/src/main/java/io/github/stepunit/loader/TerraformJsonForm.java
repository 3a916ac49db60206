package io.github.stepunit.loader;

import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.loader.FoundMachine.DefinitionText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code terraform show -json} says of a plan or a state, and a state file itself. */
final class TerraformJsonForm {

    private static final String TYPE = "aws_sfn_state_machine";

    private final Node.Fields root;
    private final List<FoundMachine> found = new ArrayList<>();

    TerraformJsonForm(Node.Fields root) {
        this.root = root;
    }

    List<FoundMachine> find() {
        for (String values : List.of("planned_values", "values")) {
            if (root.get(values) instanceof Node.Fields object
                    && object.get("root_module") instanceof Node.Fields module) {
                module(module);
            }
        }
        if (found.isEmpty()) {
            stateFile();
        }
        return found;
    }

    private void module(Node.Fields module) {
        for (Node.Fields resource : objects(module.get("resources"))) {
            if (TYPE.equals(resource.text("type")) && resource.get("values") instanceof Node.Fields values) {
                add(resource, Objects.requireNonNullElse(resource.text("address"), TYPE), values);
            }
        }
        objects(module.get("child_modules")).forEach(this::module);
    }

    /** The file {@code terraform.tfstate}, version 4. */
    private void stateFile() {
        for (Node.Fields resource : objects(root.get("resources"))) {
            if (TYPE.equals(resource.text("type"))) {
                String module = resource.text("module");
                String address = (module == null ? "" : module + ".") + TYPE + "." + resource.text("name");
                for (Node.Fields instance : objects(resource.get("instances"))) {
                    if (instance.get("attributes") instanceof Node.Fields attributes) {
                        add(resource, address, attributes);
                    }
                }
            }
        }
    }

    private static List<Node.Fields> objects(@Nullable Node node) {
        List<Node.Fields> objects = new ArrayList<>();
        if (node instanceof Node.Items items) {
            for (Node item : items.items()) {
                if (item instanceof Node.Fields object) {
                    objects.add(object);
                }
            }
        }
        return objects;
    }

    private void add(Node.Fields resource, String address, Node.Fields values) {
        String label = Objects.requireNonNullElse(resource.text("name"), address);
        String name = Objects.requireNonNullElse(values.text("name"), label);
        Set<String> names = new LinkedHashSet<>(List.of(address, label, name));
        StateMachineType type =
                "EXPRESS".equals(values.text("type")) ? StateMachineType.EXPRESS : StateMachineType.STANDARD;
        found.add(new FoundMachine(
                address, List.copyOf(names), name, type, resource.mark(), () -> text(address, resource, values)));
    }

    private static DefinitionText text(String address, Node.Fields resource, Node.Fields values) {
        if (!(values.get("definition") instanceof Node.Text text)) {
            throw DefinitionLoadException.at(
                    resource.mark(),
                    "Terraform does not know the definition of " + address
                            + " before it is applied: it holds values of other resources, such as ARNs.",
                    "load the folder of the configuration (StepUnit makes values up), or the state: terraform show -json.");
        }
        return new DefinitionText(text.mark().file().name(), text.located(), List.of(), Map.of());
    }
}
