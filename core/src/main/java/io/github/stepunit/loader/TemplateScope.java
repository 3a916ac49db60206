package io.github.stepunit.loader;

import io.github.stepunit.json.LocatedText;
import io.github.stepunit.json.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the functions of a template refer to: parameters, resources, mappings, conditions, pseudo parameters. */
final class TemplateScope {

    private final Node.Fields template;
    private final ProjectFiles files;
    private final LoadOptions options;
    private final FakeNames names;
    private final ResourceNames resourceNames;
    /** Parameters that the parent of a nested stack passes. */
    private final Map<String, Node> passed;

    private final Map<String, NestedOutputs> nested = new HashMap<>();
    private final Map<String, Set<String>> logicalIds = new LinkedHashMap<>();
    private final Set<String> naming = new HashSet<>();

    /** Gives the outputs of a nested stack; null when there is no such output. */
    interface NestedOutputs {
        @Nullable
        Node output(String name);
    }

    TemplateScope(Node.Fields template, ProjectFiles files, LoadOptions options, Map<String, Node> passed) {
        this.template = template;
        this.files = files;
        this.options = options;
        this.names = FakeNames.of(options);
        this.resourceNames = new ResourceNames(names);
        this.passed = passed;
        files.parameters()
                .declare(template.fieldsOf("Parameters").stream()
                        .map(Node.Field::name)
                        .toList());
        files.parameters().refer("AWS::StackName");
    }

    void addNested(String logicalId, NestedOutputs outputs) {
        nested.put(logicalId, outputs);
    }

    Map<String, Set<String>> logicalIds() {
        return logicalIds;
    }

    List<String> zones() {
        return List.of(names.region() + "a", names.region() + "b", names.region() + "c");
    }

    // --- Ref

    /** What {@code Ref} gives; null for {@code AWS::NoValue}. */
    @Nullable
    Node ref(String name, Mark mark) {
        if (name.startsWith("AWS::")) {
            return name.equals("AWS::NoValue") ? null : Node.Text.of(pseudo(name), mark);
        }
        Node parameter = parameter(name, mark);
        if (parameter != null) {
            return parameter;
        }
        int dot = name.indexOf('.');
        if (dot > 0) {
            return attribute(name.substring(0, dot), name.substring(dot + 1), mark);
        }
        if (!(resources().get(name) instanceof Node.Fields resource)) {
            // SAM and macros make resources that the template does not show.
            return Node.Text.of(names.valueFor(name), mark);
        }
        return known(name, resourceNames.ref(typeOf(resource), nameOf(name, resource)), mark);
    }

    private String pseudo(String name) {
        return switch (name) {
            case "AWS::AccountId" -> names.accountId();
            case "AWS::Region" -> names.region();
            case "AWS::Partition" -> names.partition();
            case "AWS::URLSuffix" -> names.partition().equals("aws-cn") ? "amazonaws.com.cn" : "amazonaws.com";
            case "AWS::StackName" -> options.parameters().getOrDefault("AWS::StackName", "stack");
            case "AWS::StackId" -> names.arn("cloudformation", "stack/stack/00000000-0000-0000-0000-000000000000");
            default -> name.substring("AWS::".length());
        };
    }

    private @Nullable Node parameter(String name, Mark mark) {
        String given = options.parameters().get(name);
        Node declared = template.get("Parameters") instanceof Node.Fields parameters ? parameters.get(name) : null;
        if (declared == null) {
            files.parameters().refer(name);
            return given != null ? Node.Text.of(given, mark) : null;
        }
        Node fromParent = passed.get(name);
        if (given == null && fromParent != null) {
            return fromParent;
        }
        Node.Fields parameter = declared instanceof Node.Fields object ? object : Node.Fields.of(List.of(), mark);
        String type = String.valueOf(parameter.text("Type"));
        String value = given != null ? given : defaultOf(name, type, parameter);
        return type.equals("CommaDelimitedList") || type.startsWith("List<")
                ? list(value, mark)
                : Node.Text.of(value, mark);
    }

    private static Node list(String value, Mark mark) {
        List<Node> items = new ArrayList<>();
        for (String item : value.split(",", -1)) {
            items.add(Node.Text.of(item.strip(), mark));
        }
        return Node.Items.of(items, mark);
    }

    private String defaultOf(String name, String type, Node.Fields parameter) {
        // The value of an SSM parameter is not what its name says.
        Node value = type.startsWith("AWS::SSM::Parameter::Value") ? null : scalar(parameter.get("Default"));
        if (value == null
                && parameter.get("AllowedValues") instanceof Node.Items allowed
                && !allowed.items().isEmpty()) {
            value = scalar(allowed.items().get(0));
        }
        if (value == null && type.equals("Number")) {
            value = scalar(parameter.get("MinValue"));
        }
        if (value instanceof Node.Text text) {
            return text.text();
        }
        if (value instanceof Node.Scalar scalar) {
            return scalar.raw();
        }
        return type.equals("Number") || type.equals("List<Number>") ? "60" : names.valueFor(name);
    }

    private static @Nullable Node scalar(@Nullable Node node) {
        return node instanceof Node.Text || node instanceof Node.Scalar ? node : null;
    }

    // --- Fn::GetAtt

    /** What {@code Fn::GetAtt} gives. */
    Node attribute(String logicalId, String attribute, Mark mark) {
        if (!(resources().get(logicalId) instanceof Node.Fields resource)) {
            return Node.Text.of(unknownAttribute(logicalId, attribute), mark);
        }
        String name = nameOf(logicalId, resource);
        String type = typeOf(resource);
        NestedOutputs outputs = nested.get(logicalId);
        if (outputs != null && attribute.startsWith("Outputs.")) {
            Node output = outputs.output(attribute.substring("Outputs.".length()));
            if (output != null) {
                return output;
            }
        }
        if (type.equals("AWS::Serverless::Function") && (attribute.equals("Alias") || attribute.equals("Version"))) {
            Node alias = properties(resource).get("AutoPublishAlias");
            String qualifier = attribute.equals("Version") || alias == null ? "1" : new Intrinsics(this).text(alias);
            return known(logicalId, names.functionArn(name + ":" + qualifier), mark);
        }
        return known(logicalId, resourceNames.attribute(type, name, attribute), mark);
    }

    private String unknownAttribute(String logicalId, String attribute) {
        return attribute.endsWith("Arn") ? names.valueFor(logicalId + "Arn") : names.valueFor(logicalId);
    }

    private Node known(String logicalId, String value, Mark mark) {
        logicalIds.computeIfAbsent(logicalId, key -> new LinkedHashSet<>()).add(value);
        return Node.Text.of(value, mark);
    }

    // --- resources

    Node.Fields resources() {
        if (template.get("Resources") instanceof Node.Fields resources) {
            return resources;
        }
        return CloudFormationForm.isFragment(template) ? template : Node.Fields.of(List.of(), template.mark());
    }

    static String typeOf(Node.Fields resource) {
        return String.valueOf(resource.text("Type"));
    }

    static Node.Fields properties(Node.Fields resource) {
        return resource.get("Properties") instanceof Node.Fields properties
                ? properties
                : Node.Fields.of(List.of(), resource.mark());
    }

    /** The name that a resource has on AWS, as far as the template tells; else its logical id. */
    String nameOf(String logicalId, Node.Fields resource) {
        Node.Fields properties = properties(resource);
        if (typeOf(resource).equals("AWS::Lambda::Alias") || typeOf(resource).equals("AWS::Lambda::Version")) {
            return functionOf(logicalId, properties);
        }
        for (String property : ResourceNames.nameProperties(typeOf(resource))) {
            Node name = properties.get(property);
            // A name that is made of itself is none.
            if (name != null && naming.add(logicalId)) {
                try {
                    String text = new Intrinsics(this).text(name);
                    return text.isBlank() ? logicalId : text;
                } finally {
                    naming.remove(logicalId);
                }
            }
        }
        return logicalId;
    }

    private String functionOf(String logicalId, Node.Fields properties) {
        Node function = properties.get("FunctionName");
        if (function == null || !naming.add(logicalId)) {
            return logicalId;
        }
        try {
            String name = new Intrinsics(this).text(function);
            return name.substring(name.lastIndexOf(':') + 1);
        } finally {
            naming.remove(logicalId);
        }
    }

    // --- the rest

    /** A value of {@code Mappings}; null when there is none. */
    @Nullable
    Node mapped(String map, String first, String second) {
        if (!(template.get("Mappings") instanceof Node.Fields mappings)
                || !(mappings.get(map) instanceof Node.Fields top)) {
            return null;
        }
        Node.Fields entry = top.get(first) instanceof Node.Fields found ? found : null;
        if (entry == null) {
            // The key is often a parameter, account or region that only the deployment knows: any entry shows the form.
            for (Node.Field each : top.fields()) {
                if (each.value() instanceof Node.Fields fields && fields.has(second)) {
                    return fields.get(second);
                }
            }
        }
        return entry == null ? null : entry.get(second);
    }

    @Nullable
    Node condition(String name) {
        return template.get("Conditions") instanceof Node.Fields conditions ? conditions.get(name) : null;
    }

    String imported(String export) {
        return names.valueFor(export.substring(export.lastIndexOf(':') + 1));
    }

    @Nullable
    Node included(String location, Mark by) {
        SourceFile file = files.readReferred(location, null, by);
        LocatedText text = LocatedText.of(file);
        try {
            return TextReader.read(text);
        } catch (UnreadableTextException e) {
            throw e.in(text, "JSON or YAML");
        }
    }
}
