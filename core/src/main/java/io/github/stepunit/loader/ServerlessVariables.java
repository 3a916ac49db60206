package io.github.stepunit.loader;

import io.github.stepunit.json.LocatedText;
import io.github.stepunit.json.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The variables of the Serverless Framework, <code>${self:…}</code>, <code>${file(…)}</code> and others, as far as files tell. */
final class ServerlessVariables {

    /** Innermost first: the address of a variable may hold others. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^${}]*)}");

    private static final Pattern FILE = Pattern.compile("file\\(([^)]*)\\)(?::(.*))?");
    private static final Pattern QUOTED = Pattern.compile("(['\"])(.*)\\1");
    private static final int DEEPEST = 100;

    private final Node.Fields root;
    private final ProjectFiles files;
    private final LoadOptions options;
    private final FakeNames names;
    private final Map<SourceFile, Node> read = new HashMap<>();
    private int depth;

    ServerlessVariables(Node.Fields root, ProjectFiles files, LoadOptions options) {
        this.root = root;
        this.files = files;
        this.options = options;
        this.names = FakeNames.of(options);
    }

    /** The value with all its variables replaced; those that no file tells stay as they are. */
    Node resolve(Node node) {
        if (++depth > DEEPEST) {
            throw DefinitionLoadException.at(
                    node.mark(), "Its variables refer to each other in a circle.", "break the circle.");
        }
        try {
            if (node instanceof Node.Items items) {
                return items.map(this::resolve);
            }
            if (node instanceof Node.Fields object) {
                return object.map(field -> resolve(field.value()));
            }
            return node instanceof Node.Text text && text.text().contains("${") ? text(text) : node;
        } finally {
            depth--;
        }
    }

    /** The value at a path of the file, {@code custom.tables.0}, with its variables replaced; null when there is none. */
    @Nullable
    Node at(String path) {
        return at(root, path);
    }

    private @Nullable Node at(Node start, String path) {
        Node node = resolvedTop(start);
        for (String step : path.isEmpty() ? List.<String>of() : List.of(path.split("\\.", -1))) {
            Node next = null;
            if (node instanceof Node.Fields object) {
                next = object.get(step);
            } else if (node instanceof Node.Items items && step.matches("\\d{1,6}")) {
                int index = Integer.parseInt(step);
                next = index < items.items().size() ? items.items().get(index) : null;
            }
            if (next == null) {
                return null;
            }
            node = resolvedTop(next);
        }
        return node;
    }

    /** Replaces the node itself when it is a variable, and leaves what is in it for later. */
    private Node resolvedTop(Node node) {
        return node instanceof Node.Text ? resolve(node) : node;
    }

    private Node text(Node.Text text) {
        LocatedText current = text.located();
        Matcher matcher = VARIABLE.matcher(current.text());
        int from = 0;
        for (int round = 0; round < 1000 && matcher.find(from); round++) {
            boolean isWhole = matcher.start() == 0 && matcher.end() == current.length();
            Mark mark = Mark.of(current, matcher.start());
            Node value = value(matcher.group(1), mark);
            if (value == null) {
                from = matcher.end();
                continue;
            }
            if (isWhole) {
                return resolve(value);
            }
            LocatedText.Builder replaced = new LocatedText.Builder();
            replaced.append(current, 0, matcher.start());
            replaced.append(textOf(resolve(value)), mark.file(), mark.offset());
            replaced.append(current, matcher.end(), current.length());
            current = replaced.buildAt(mark.file(), mark.offset());
            matcher = VARIABLE.matcher(current.text());
            from = 0;
        }
        return new Node.Text(current, text.mark(), text.isBare());
    }

    private static String textOf(Node node) {
        if (node instanceof Node.Text text) {
            return text.text();
        }
        return node instanceof Node.Scalar scalar
                ? scalar.raw()
                : NodeWriter.write(node).text();
    }

    /** The first of the sources, separated by commas, that has a value; null when none has. */
    private @Nullable Node value(String sources, Mark mark) {
        for (String source : split(sources)) {
            Node value = source(source.strip(), mark);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static List<String> split(String sources) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        int parentheses = 0;
        char quote = 0;
        for (int i = 0; i < sources.length(); i++) {
            char c = sources.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(') {
                parentheses++;
            } else if (c == ')') {
                parentheses--;
            } else if (c == ',' && parentheses == 0) {
                parts.add(sources.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(sources.substring(from));
        return parts;
    }

    private @Nullable Node source(String source, Mark mark) {
        Matcher quoted = QUOTED.matcher(source);
        if (quoted.matches()) {
            return Node.Text.of(quoted.group(2), mark);
        }
        Matcher file = FILE.matcher(source);
        if (file.matches()) {
            return inFile(file.group(1).strip(), Objects.requireNonNullElse(file.group(2), ""), mark);
        }
        int colon = source.indexOf(':');
        if (colon < 0 || source.startsWith("AWS::")) {
            return PlainScalars.resolve(source, mark);
        }
        String address = source.substring(colon + 1);
        return switch (source.substring(0, colon)) {
            case "self" -> at(address);
            case "opt" -> given(address, mark);
            case "env" -> given("env:" + address, mark);
            case "param" -> parameter(address, mark);
            case "sls" -> address.equals("stage") ? stage(mark) : null;
            case "aws" -> aws(address, mark);
            // Outputs of other stacks, parameters, secrets: named after the last part of their address.
            case "cf", "ssm", "s3", "vault", "terraform" ->
                Node.Text.of(names.valueFor(address.substring(lastSeparator(address) + 1)), mark);
            default -> null;
        };
    }

    private static int lastSeparator(String address) {
        return Math.max(address.lastIndexOf('.'), address.lastIndexOf('/'));
    }

    private @Nullable Node given(String name, Mark mark) {
        String value = options.parameters().get(name);
        return value == null ? null : Node.Text.of(value, mark);
    }

    private @Nullable Node parameter(String name, Mark mark) {
        Node given = given(name, mark);
        Node ofStage = given != null ? given : at("params." + textOf(stage(mark)) + "." + name);
        return ofStage != null ? ofStage : at("params.default." + name);
    }

    private Node stage(Mark mark) {
        Node given = given("stage", mark);
        Node ofProvider = given != null ? given : at("provider.stage");
        return ofProvider != null ? ofProvider : Node.Text.of("dev", mark);
    }

    private @Nullable Node aws(String address, Mark mark) {
        return switch (address) {
            case "accountId" -> Node.Text.of(names.accountId(), mark);
            case "region" -> Node.Text.of(names.region(), mark);
            default -> null;
        };
    }

    private @Nullable Node inFile(String path, String address, Mark mark) {
        if (path.matches(".*\\.(js|cjs|mjs|ts)")) {
            throw DefinitionLoadException.at(
                    mark,
                    "It refers to " + path + ", a program, which StepUnit does not run.",
                    "write its result into a YAML or JSON file, or load what `serverless package` makes of it:"
                            + " .serverless/cloudformation-template-update-stack.json.");
        }
        SourceFile file = files.readReferred(path, null, mark);
        Node content = read.get(file);
        if (content == null) {
            LocatedText text = LocatedText.of(file);
            try {
                content = TextReader.read(text);
            } catch (UnreadableTextException e) {
                throw e.in(text, "YAML or JSON");
            }
            if (content == null) {
                return null;
            }
            read.put(file, content);
        }
        return at(content, address);
    }
}
