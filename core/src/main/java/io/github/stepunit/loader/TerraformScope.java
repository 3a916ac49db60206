package io.github.stepunit.loader;

import io.github.stepunit.json.LocatedText;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What expressions of a module refer to: variables, locals, resources, data, other modules. */
final class TerraformScope implements HclEvaluator.References {

    /** CloudFormation's types of the resources that definitions refer to: they have the same ARNs. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("aws_lambda_function", "AWS::Lambda::Function"),
            Map.entry("aws_lambda_alias", "AWS::Lambda::Function"),
            Map.entry("aws_sfn_state_machine", "AWS::StepFunctions::StateMachine"),
            Map.entry("aws_sfn_activity", "AWS::StepFunctions::Activity"),
            Map.entry("aws_sns_topic", "AWS::SNS::Topic"),
            Map.entry("aws_sqs_queue", "AWS::SQS::Queue"),
            Map.entry("aws_dynamodb_table", "AWS::DynamoDB::Table"),
            Map.entry("aws_ecs_cluster", "AWS::ECS::Cluster"),
            Map.entry("aws_ecs_task_definition", "AWS::ECS::TaskDefinition"),
            Map.entry("aws_batch_job_queue", "AWS::Batch::JobQueue"),
            Map.entry("aws_batch_job_definition", "AWS::Batch::JobDefinition"),
            Map.entry("aws_cloudwatch_event_bus", "AWS::Events::EventBus"),
            Map.entry("aws_cloudwatch_event_connection", "AWS::Events::Connection"),
            Map.entry("aws_secretsmanager_secret", "AWS::SecretsManager::Secret"),
            Map.entry("aws_codebuild_project", "AWS::CodeBuild::Project"),
            Map.entry("aws_iam_role", "AWS::IAM::Role"),
            Map.entry("aws_s3_bucket", "AWS::S3::Bucket"));

    private static final List<String> NAMES = List.of("name", "function_name", "family", "bucket");

    private final Path folder;
    private final ProjectFiles files;
    private final LoadOptions options;
    private final FakeNames names;
    private final ResourceNames resourceNames;
    private final Map<String, Node> passed;
    /** Blocks by type and labels: {@code resource.aws_lambda_function.pay}. */
    private final Map<String, Hcl.Block> blocks = new HashMap<>();

    private final Map<String, Hcl.Expression> locals = new HashMap<>();
    private final Map<String, TerraformScope> modules = new HashMap<>();
    private final Map<String, Set<String>> logicalIds = new LinkedHashMap<>();
    private final Set<String> open = new HashSet<>();

    TerraformScope(
            Path folder,
            Collection<Hcl.Body> bodies,
            ProjectFiles files,
            LoadOptions options,
            Map<String, Node> passed) {
        this.folder = folder;
        this.files = files;
        this.options = options;
        this.names = FakeNames.of(options);
        this.resourceNames = new ResourceNames(names);
        this.passed = passed;
        for (Hcl.Body body : bodies) {
            for (Hcl.Block block : body.blocks()) {
                if (block.type().equals("locals")) {
                    block.body().attributes().forEach(each -> locals.put(each.name(), each.value()));
                } else {
                    if (block.type().equals("variable")) {
                        files.parameters().declare(block.labels());
                    }
                    blocks.put(block.type() + "." + String.join(".", block.labels()), block);
                }
            }
        }
    }

    HclEvaluator evaluator() {
        return new HclEvaluator(this);
    }

    void addModule(String label, TerraformScope module) {
        modules.put(label, module);
    }

    Map<String, Set<String>> logicalIds() {
        return logicalIds;
    }

    /** A value for a module; it may refer to what is not known yet. */
    Node later(Hcl.Expression expression) {
        try {
            return evaluator().value(expression);
        } catch (DefinitionLoadException notStatic) {
            return HclEvaluator.nothing(expression.mark());
        }
    }

    @Override
    public LocatedText file(String path, Mark by) {
        return LocatedText.of(files.readReferred(path, folder, by));
    }

    @Override
    public Node value(List<String> path, Mark mark) {
        String key = String.join(".", path);
        if (!open.add(key)) {
            throw DefinitionLoadException.at(mark, key + " refers to itself.", "break the circle.");
        }
        try {
            Node value = path.size() < 2 ? null : known(path, mark);
            return value != null ? value : Node.Text.of(names.valueFor(key), mark);
        } finally {
            open.remove(key);
        }
    }

    private @Nullable Node known(List<String> path, Mark mark) {
        String name = path.get(1);
        List<String> rest = path.subList(2, path.size());
        return switch (path.get(0)) {
            case "var" -> within(variable(name, mark), rest);
            case "local" -> local(name, rest);
            case "path" -> Node.Text.of(".", mark);
            case "each" -> Node.Text.of("each", mark);
            case "count" -> HclEvaluator.number(BigDecimal.ZERO, mark);
            case "terraform" -> Node.Text.of("default", mark);
            case "module" -> module(name, rest, mark);
            case "data" -> data(name, rest, mark);
            default -> resource(path.get(0), name, rest, mark);
        };
    }

    private @Nullable Node local(String name, List<String> path) {
        Hcl.Expression value = locals.get(name);
        return value == null ? null : within(evaluator().value(value), path);
    }

    private static @Nullable Node within(@Nullable Node start, List<String> path) {
        Node node = start;
        for (String step : path) {
            if (node instanceof Node.Fields object) {
                node = object.get(step);
            } else if (node instanceof Node.Items items && step.matches("\\d{1,6}")) {
                int index = Integer.parseInt(step);
                node = index < items.items().size() ? items.items().get(index) : null;
            } else if (node instanceof Node.Items || node == null) {
                return null;
            }
        }
        return node;
    }

    private @Nullable Node variable(String name, Mark mark) {
        files.parameters().refer(name);
        String given = options.parameters().get(name);
        Hcl.Block block = blocks.get("variable." + name);
        Hcl.Expression type = block == null ? null : block.body().attribute("type");
        String kind = type instanceof Hcl.Root root
                ? root.name()
                : type instanceof Hcl.Call call ? call.function() : "string";
        if (given != null) {
            Node.Scalar scalar = kind.equals("string") ? null : PlainScalars.resolve(given, mark);
            return scalar == null ? Node.Text.of(given, mark) : scalar;
        }
        Node fromModule = passed.get(name);
        if (fromModule != null) {
            return fromModule;
        }
        Hcl.Expression byDefault = block == null ? null : block.body().attribute("default");
        Node value = byDefault == null ? null : evaluator().value(byDefault);
        if (value != null
                && !(value instanceof Node.Scalar scalar && scalar.value().isNull())) {
            return value;
        }
        return switch (kind) {
            case "number" -> HclEvaluator.number(BigDecimal.valueOf(60), mark);
            case "bool" -> HclEvaluator.truth(true, mark);
            case "list", "set", "tuple" -> Node.Items.of(List.of(Node.Text.of(names.valueFor(name), mark)), mark);
            default -> Node.Text.of(names.valueFor(name), mark);
        };
    }

    private @Nullable Node module(String label, List<String> path, Mark mark) {
        List<String> named =
                path.stream().filter(step -> !step.matches("\\d+|\\*")).toList();
        TerraformScope module = modules.get(label);
        if (module != null && !named.isEmpty()) {
            Hcl.Block output = module.blocks.get("output." + named.get(0));
            Hcl.Expression value = output == null ? null : output.body().attribute("value");
            if (value != null) {
                Node result = within(module.evaluator().value(value), named.subList(1, named.size()));
                module.logicalIds.forEach((id, values) -> values.forEach(each -> know(id, each)));
                return result;
            }
        }
        String last = named.isEmpty() ? "" : named.get(named.size() - 1);
        String value = names.valueFor(label + (last.endsWith("arn") ? "_arn" : ""));
        know(label, value);
        return Node.Text.of(value, mark);
    }

    private @Nullable Node data(String type, List<String> path, Mark mark) {
        if (path.isEmpty()) {
            return null;
        }
        Hcl.Block block = blocks.get("data." + type + "." + path.get(0));
        String attribute = path.get(path.size() - 1);
        return switch (type) {
            case "aws_partition" ->
                Node.Text.of(attribute.equals("dns_suffix") ? "amazonaws.com" : names.partition(), mark);
            case "aws_region" -> Node.Text.of(names.region(), mark);
            case "aws_caller_identity" -> Node.Text.of(names.accountId(), mark);
            case "template_file" -> block == null ? null : templateFile(block, mark);
            case "local_file" -> block == null ? null : localFile(block, mark);
            default -> resource(type, path.get(0), path.subList(1, path.size()), mark);
        };
    }

    private @Nullable Node localFile(Hcl.Block block, Mark mark) {
        Hcl.Expression name = block.body().attribute("filename");
        return name == null
                ? null
                : new Node.Text(file(HclEvaluator.scalar(evaluator().value(name)), mark), mark, false);
    }

    private @Nullable Node templateFile(Hcl.Block block, Mark mark) {
        Hcl.Expression template = block.body().attribute("template");
        Hcl.Expression given = block.body().attribute("vars");
        if (template == null || !(evaluator().value(template) instanceof Node.Text text)) {
            return null;
        }
        Node.Fields values = given != null && evaluator().value(given) instanceof Node.Fields object
                ? object
                : Node.Fields.of(List.of(), mark);
        return new Node.Text(evaluator().render(text.located(), values), mark, false);
    }

    private @Nullable Node resource(String type, String label, List<String> path, Mark mark) {
        List<String> steps =
                path.stream().filter(step -> !step.matches("\\d+|\\*")).toList();
        if (steps.isEmpty()) {
            return null;
        }
        String attribute = steps.get(0);
        Hcl.Block block = blocks.get("resource." + type + "." + label);
        Hcl.Expression own = block == null ? null : block.body().attribute(attribute);
        if (own != null) {
            Node value = within(evaluator().value(own), steps.subList(1, steps.size()));
            if (value != null) {
                know(label, HclEvaluator.scalar(value));
            }
            return value;
        }
        String kind = TYPES.getOrDefault(type, "AWS::" + type.replaceFirst("^aws_([^_]+)_?", "$1::"));
        String value = valueOf(kind, nameOf(block, label), attribute);
        know(label, value);
        return Node.Text.of(value, mark);
    }

    private String valueOf(String kind, String name, String attribute) {
        return switch (attribute) {
            case "arn", "invoke_arn", "qualified_arn", "state_machine_arn" ->
                resourceNames.attribute(kind, name, "Arn");
            case "id", "url" -> resourceNames.ref(kind, name);
            case "name", "function_name", "bucket", "family" -> name;
            default -> attribute.endsWith("_arn") ? names.valueFor(name + "_arn") : name + "-" + attribute;
        };
    }

    private String nameOf(Hcl.@Nullable Block block, String label) {
        for (String name : NAMES) {
            Hcl.Expression given = block == null ? null : block.body().attribute(name);
            if (given != null) {
                try {
                    String text = HclEvaluator.scalar(evaluator().value(given));
                    return text.isBlank() ? label : text;
                } catch (DefinitionLoadException notStatic) {
                    return label;
                }
            }
        }
        return label;
    }

    private void know(String label, String value) {
        logicalIds.computeIfAbsent(label, key -> new HashSet<>()).add(value);
    }
}
