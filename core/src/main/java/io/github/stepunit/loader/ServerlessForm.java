package io.github.stepunit.loader;

import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.LocatedText;
import io.github.stepunit.loader.FoundMachine.DefinitionText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code serverless.yml} with the plugin serverless-step-functions. */
final class ServerlessForm {

    private final Node.Fields root;
    private final ProjectFiles files;
    private final LoadOptions options;
    private final ServerlessVariables variables;

    ServerlessForm(Node.Fields root, ProjectFiles files, LoadOptions options) {
        // The framework's command line takes any option and any --param.
        files.parameters().acceptAny();
        this.root = root;
        this.files = files;
        this.options = options;
        this.variables = new ServerlessVariables(root, files, options);
    }

    List<FoundMachine> find() {
        List<FoundMachine> found = new ArrayList<>();
        collect(variables.at("stepFunctions.stateMachines"), found);
        return found;
    }

    /** An object of machines, or a list of such objects, as several files make it. */
    private void collect(@Nullable Node machines, List<FoundMachine> found) {
        if (machines instanceof Node.Items items) {
            items.items().forEach(item -> collect(variables.resolve(item), found));
        } else if (machines instanceof Node.Fields object) {
            for (Node.Field machine : object.fields()) {
                Node body = machine.value() instanceof Node.Text ? variables.resolve(machine.value()) : machine.value();
                if (body instanceof Node.Fields fields) {
                    found.add(machine(machine, fields));
                }
            }
        }
    }

    private FoundMachine machine(Node.Field machine, Node.Fields body) {
        String name = textOr(body.get("name"), machine.name());
        Set<String> names = new LinkedHashSet<>(List.of(machine.name()));
        names.add(textOr(body.get("id"), machine.name()));
        names.add(name);
        StateMachineType type = textOr(body.get("type"), "STANDARD").equals("EXPRESS")
                ? StateMachineType.EXPRESS
                : StateMachineType.STANDARD;
        return new FoundMachine(
                machine.name(), List.copyOf(names), name, type, machine.mark(), () -> definition(machine, body));
    }

    private String textOr(@Nullable Node node, String other) {
        return node != null && variables.resolve(node) instanceof Node.Text text ? text.text() : other;
    }

    private DefinitionText definition(Node.Field machine, Node.Fields body) {
        Node given = body.get("definition");
        Node definition = given == null ? null : variables.resolve(given);
        TemplateScope scope = new TemplateScope(template(), files, options, Map.of());
        if (definition instanceof Node.Fields object) {
            Node resolved = new Intrinsics(scope).resolve(object);
            LocatedText json = NodeWriter.write(resolved == null ? object : resolved);
            return text(json, scope);
        }
        if (definition instanceof Node.Text text && !text.text().startsWith("${")) {
            return text(text.located(), scope);
        }
        throw DefinitionLoadException.at(
                machine.mark(),
                "The state machine " + machine.name() + " has "
                        + (definition == null
                                ? "no definition."
                                : "a definition that only a deployment can compute: "
                                        + NodeWriter.write(definition).text()),
                "give it a definition, or load what `serverless package` makes of it:"
                        + " .serverless/cloudformation-template-update-stack.json.");
    }

    private DefinitionText text(LocatedText text, TemplateScope scope) {
        LocatedText substituted = new Substitution(options.substitutions(), files.placeholders()).in(text);
        return new DefinitionText(substituted.fileAt(0).name(), substituted, List.of(), scope.logicalIds());
    }

    /** The template that the framework makes, as far as definitions refer to it: functions, activities, own resources. */
    private Node.Fields template() {
        List<Node.Field> resources = new ArrayList<>();
        Mark mark = root.mark();
        if (variables.at("functions") instanceof Node.Fields functions) {
            for (Node.Field function : functions.fields()) {
                Node body = function.value();
                String name = body instanceof Node.Fields object
                        ? textOr(object.get("name"), functionName(function.name()))
                        : functionName(function.name());
                Node resource = resource("AWS::Lambda::Function", "FunctionName", name, function.mark());
                // The plugin takes the key itself, too.
                resources.add(new Node.Field(function.name(), function.mark(), resource));
                resources.add(new Node.Field(logicalId(function.name()), function.mark(), resource));
            }
        }
        if (variables.at("stepFunctions.activities") instanceof Node.Items activities) {
            for (Node activity : activities.items()) {
                String name = textOr(activity, "activity");
                Node resource = resource("AWS::StepFunctions::Activity", "Name", name, activity.mark());
                String id = upperFirst(name.replaceAll("[^A-Za-z0-9]", "")) + "StepFunctionsActivity";
                resources.add(new Node.Field(id, activity.mark(), resource));
            }
        }
        if (variables.at("resources.Resources") instanceof Node.Fields own) {
            resources.addAll(((Node.Fields) variables.resolve(own)).fields());
        }
        return Node.Fields.of("Resources", Node.Fields.of(resources, mark), mark);
    }

    private String functionName(String key) {
        Node service = variables.at("service");
        String of = service instanceof Node.Text text ? text.text() : "service";
        return of + "-" + textOr(Node.Text.of("${sls:stage}", root.mark()), "dev") + "-" + key;
    }

    private static Node resource(String type, String property, String name, Mark mark) {
        return Node.Fields.of(
                List.of(
                        new Node.Field("Type", mark, Node.Text.of(type, mark)),
                        new Node.Field("Properties", mark, Node.Fields.of(property, Node.Text.of(name, mark), mark))),
                mark);
    }

    /** {@code send-email} is {@code SendDashemailLambdaFunction}. */
    private static String logicalId(String function) {
        return upperFirst(function.replace("-", "Dash").replace("_", "Underscore")) + "LambdaFunction";
    }

    private static String upperFirst(String name) {
        return name.isEmpty() ? name : Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
