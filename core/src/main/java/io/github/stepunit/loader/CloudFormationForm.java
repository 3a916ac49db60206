package io.github.stepunit.loader;

import io.github.stepunit.definition.Diagnostic;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.definition.Severity;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.internal.text.DidYouMean;
import io.github.stepunit.json.LocatedText;
import io.github.stepunit.json.SourceFile;
import io.github.stepunit.loader.FoundMachine.DefinitionText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A CloudFormation or SAM template with its state machines, also those of nested stacks that are in the project. */
final class CloudFormationForm {

    private static final Set<String> MACHINES =
            Set.of("AWS::StepFunctions::StateMachine", "AWS::Serverless::StateMachine");
    private static final List<String> DEFINITIONS =
            List.of("DefinitionString", "DefinitionS3Location", "DefinitionUri", "Definition");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z0-9_.:]+)}");
    private static final int DEEPEST_STACKS = 10;

    private final SourceFile file;
    private final Node.Fields template;
    private final ProjectFiles files;
    private final LoadOptions options;
    private final TemplateScope scope;
    private final int depth;
    private final List<CloudFormationForm> nestedStacks = new ArrayList<>();

    CloudFormationForm(SourceFile file, ProjectFiles files, LoadOptions options) {
        this(file, TextReader.readObject(LocatedText.of(file), "a template"), files, options, Map.of(), 0);
    }

    CloudFormationForm(SourceFile file, Node.Fields template, ProjectFiles files, LoadOptions options) {
        this(file, template, files, options, Map.of(), 0);
    }

    private CloudFormationForm(
            SourceFile file,
            Node.Fields template,
            ProjectFiles files,
            LoadOptions options,
            Map<String, Node> passed,
            int depth) {
        this.file = file;
        this.template = template;
        this.files = files;
        this.options = options;
        this.scope = new TemplateScope(template, files, options, passed);
        this.depth = depth;
        openNestedStacks();
    }

    /** Whether it is the resources alone: templates are put together of such files. */
    static boolean isFragment(Node.Fields root) {
        return root.fields().stream()
                .anyMatch(each -> each.value() instanceof Node.Fields body
                        && TemplateScope.typeOf(body).startsWith("AWS::"));
    }

    List<FoundMachine> find() {
        List<FoundMachine> found = new ArrayList<>();
        for (Node.Field resource : scope.resources().fields()) {
            if (resource.value() instanceof Node.Fields body && MACHINES.contains(TemplateScope.typeOf(body))) {
                found.add(machine(resource, body));
            }
        }
        nestedStacks.forEach(nested -> found.addAll(nested.find()));
        return found;
    }

    // --- nested stacks

    private void openNestedStacks() {
        for (Node.Field resource : scope.resources().fields()) {
            if (!(resource.value() instanceof Node.Fields body) || depth == DEEPEST_STACKS) {
                continue;
            }
            Path nested = nestedTemplate(body);
            if (nested != null) {
                openNestedStack(resource.name(), body, nested);
            }
        }
    }

    private void openNestedStack(String logicalId, Node.Fields body, Path path) {
        Map<String, Node> parameters = new LinkedHashMap<>();
        for (Node.Field parameter : TemplateScope.properties(body).fieldsOf("Parameters")) {
            Node value = new Intrinsics(scope).resolve(parameter.value());
            if (value != null) {
                parameters.put(parameter.name(), value);
            }
        }
        SourceFile nestedFile = files.read(path);
        Node.Fields nestedTemplate = TextReader.readObject(LocatedText.of(nestedFile), "a template");
        CloudFormationForm nested =
                new CloudFormationForm(nestedFile, nestedTemplate, files, options, parameters, depth + 1);
        nestedStacks.add(nested);
        scope.addNested(logicalId, nested::output);
    }

    private @Nullable Node output(String name) {
        if (template.get("Outputs") instanceof Node.Fields outputs
                && outputs.get(name) instanceof Node.Fields output
                && output.get("Value") != null) {
            Node value = output.get("Value");
            return value == null ? null : new Intrinsics(scope).resolve(value);
        }
        return null;
    }

    /** The file of a nested stack, when it is in the project: by the CDK's metadata, or a path. */
    private @Nullable Path nestedTemplate(Node.Fields body) {
        String type = TemplateScope.typeOf(body);
        String location = null;
        if (type.equals("AWS::CloudFormation::Stack")) {
            location = body.get("Metadata") instanceof Node.Fields metadata ? metadata.text("aws:asset:path") : null;
            location =
                    location != null ? location : TemplateScope.properties(body).text("TemplateURL");
        } else if (type.equals("AWS::Serverless::Application")) {
            location = TemplateScope.properties(body).text("Location");
        }
        if (location == null || location.contains("://") || location.contains("${")) {
            return null;
        }
        Path folder = files.folderOf(file);
        Path path = folder == null ? null : folder.resolve(location).normalize();
        return path == null || !Files.isRegularFile(path) ? null : files.resolve(location, null, body.mark());
    }

    // --- one machine

    private FoundMachine machine(Node.Field resource, Node.Fields body) {
        Node.Fields properties = withGlobals(TemplateScope.typeOf(body), TemplateScope.properties(body));
        Node named = properties.has("Name") ? properties.get("Name") : properties.get("StateMachineName");
        String name = named == null ? resource.name() : new Intrinsics(scope).text(named);
        Set<String> names = new LinkedHashSet<>(List.of(resource.name()));
        String path = body.get("Metadata") instanceof Node.Fields metadata ? metadata.text("aws:cdk:path") : null;
        if (path != null) {
            String construct =
                    path.endsWith("/Resource") ? path.substring(0, path.length() - "/Resource".length()) : path;
            names.add(construct);
            names.add(construct.substring(construct.lastIndexOf('/') + 1));
        }
        names.add(name);
        return new FoundMachine(
                resource.name(),
                List.copyOf(names),
                name.isBlank() ? resource.name() : name,
                type(properties),
                resource.mark(),
                () -> definition(resource, properties));
    }

    /** SAM merges {@code Globals} into every resource of the kind; what the resource says itself wins. */
    private Node.Fields withGlobals(String type, Node.Fields own) {
        if (!type.equals("AWS::Serverless::StateMachine")
                || !(template.get("Globals") instanceof Node.Fields globals)
                || !(globals.get("StateMachine") instanceof Node.Fields shared)) {
            return own;
        }
        return merged(shared, own);
    }

    private static Node.Fields merged(Node.Fields shared, Node.Fields own) {
        List<Node.Field> fields = new ArrayList<>(shared.fields());
        for (Node.Field field : own.fields()) {
            boolean areObjects =
                    shared.get(field.name()) instanceof Node.Fields && field.value() instanceof Node.Fields;
            Node value = areObjects
                    ? merged((Node.Fields) shared.required(field.name()), (Node.Fields) field.value())
                    : field.value();
            fields.add(new Node.Field(field.name(), field.mark(), value));
        }
        return Node.Fields.of(fields, own.mark());
    }

    private @Nullable StateMachineType type(Node.Fields properties) {
        Node type = properties.has("Type") ? properties.get("Type") : properties.get("StateMachineType");
        String text = type == null ? "" : new Intrinsics(scope).text(type);
        return switch (text) {
            case "EXPRESS" -> StateMachineType.EXPRESS;
            case "STANDARD" -> StateMachineType.STANDARD;
            default -> null;
        };
    }

    private DefinitionText definition(Node.Field resource, Node.Fields properties) {
        List<String> given = DEFINITIONS.stream().filter(properties::has).toList();
        if (given.size() != 1) {
            throw DefinitionLoadException.at(
                    resource.mark(),
                    "The state machine " + resource.name()
                            + (given.isEmpty()
                                    ? " has no definition."
                                    : " has more than one definition: " + given + "."),
                    "give it exactly one of DefinitionUri, Definition, DefinitionString and DefinitionS3Location.");
        }
        Node value = properties.required(given.get(0));
        Map<String, String> substitutions = substitutions(properties);
        LocatedText text =
                switch (given.get(0)) {
                    case "DefinitionString" -> substitution(substitutions).in(new Intrinsics(scope).located(value));
                    case "Definition" -> object(value, substitutions);
                    default -> file(resource, value, substitutions);
                };
        List<Diagnostic> notes = leftOver(text, resource.name(), substitutions.keySet());
        return new DefinitionText(text.fileAt(0).name(), text, notes, scope.logicalIds());
    }

    private Map<String, String> substitutions(Node.Fields properties) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Node.Field each : properties.fieldsOf("DefinitionSubstitutions")) {
            values.put(each.name(), new Intrinsics(scope).text(each.value()));
        }
        files.placeholders().declare(values.keySet());
        values.putAll(options.substitutions());
        return values;
    }

    private Substitution substitution(Map<String, String> values) {
        return new Substitution(values, files.placeholders());
    }

    private LocatedText object(Node value, Map<String, String> substitutions) {
        Node resolved = new Intrinsics(scope).resolve(value);
        LocatedText json = NodeWriter.write(resolved == null ? value : resolved);
        return substitution(substitutions).in(json);
    }

    /** A file is read as CloudFormation reads an object of S3: substituted first, then as JSON, and as YAML if that fails. */
    private LocatedText file(Node.Field resource, Node value, Map<String, String> substitutions) {
        SourceFile referred = files.read(new S3Locations(files, scope).find(resource, value));
        LocatedText text = substitution(substitutions).in(LocatedText.of(referred));
        if (TextReader.looksLikeJson(text.text())) {
            try {
                JsonReader.read(text);
                return text;
            } catch (UnreadableTextException noJson) {
                return yaml(referred, text, noJson);
            }
        }
        return yaml(referred, text, null);
    }

    private static LocatedText yaml(SourceFile file, LocatedText text, @Nullable UnreadableTextException noJson) {
        try {
            Node node = YamlReader.read(text);
            return node == null ? text : NodeWriter.writeAsIs(node);
        } catch (UnreadableTextException e) {
            if (noJson != null) {
                return text; // the definition's parser says in AWS's words what is wrong with the JSON
            }
            throw InvalidDefinitionException.unreadable(
                    file.name(), text, e.position(), e.problem(), "Correct the YAML there.");
        }
    }

    private static List<Diagnostic> leftOver(LocatedText text, String machine, Set<String> known) {
        Map<String, Diagnostic> notes = new LinkedHashMap<>();
        Matcher matcher = PLACEHOLDER.matcher(text.text());
        while (matcher.find()) {
            String name = matcher.group(1);
            String question =
                    DidYouMean.question(name, known).map(each -> " " + each).orElse("");
            Diagnostic note = new Diagnostic(
                    Severity.WARNING,
                    "PLACEHOLDER_LEFT",
                    "Nothing replaces the placeholder ${" + name + "}: left as it is",
                    null,
                    text.locate(matcher.start()),
                    "Add " + name + " to the DefinitionSubstitutions of " + machine + "." + question);
            notes.putIfAbsent(name, note);
        }
        return List.copyOf(notes.values());
    }
}
