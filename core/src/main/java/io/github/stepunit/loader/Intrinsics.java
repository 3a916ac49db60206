package io.github.stepunit.loader;

import com.fasterxml.jackson.databind.node.IntNode;
import io.github.stepunit.json.LocatedText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Computes the intrinsic functions of a CloudFormation template, as far as the template tells. */
final class Intrinsics {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^{}]*)}");
    private static final int DEEPEST = 200;

    private final TemplateScope scope;
    private int depth;

    Intrinsics(TemplateScope scope) {
        this.scope = scope;
    }

    /**
     * Computes all functions within a value.
     *
     * @return null for {@code AWS::NoValue}
     */
    @Nullable
    Node resolve(Node node) {
        if (node instanceof Node.Items items) {
            List<Node> resolved = new ArrayList<>();
            for (Node item : items.items()) {
                Node each = resolve(item);
                if (each != null) {
                    resolved.add(each);
                }
            }
            return Node.Items.of(resolved, items.mark());
        }
        if (!(node instanceof Node.Fields object)) {
            return node;
        }
        Node.Field only = object.only();
        if (only != null && isFunction(only.name())) {
            return call(only, object.mark());
        }
        return object.map(field -> resolve(field.value()));
    }

    private static boolean isFunction(String name) {
        return name.equals("Ref") || name.equals("Condition") || name.startsWith("Fn::");
    }

    private @Nullable Node call(Node.Field function, Mark mark) {
        if (++depth > DEEPEST) {
            throw DefinitionLoadException.at(
                    mark,
                    "Its functions are nested more than " + DEEPEST + " deep.",
                    "let them not refer to each other.");
        }
        try {
            return computed(function.name(), function.value(), mark);
        } finally {
            depth--;
        }
    }

    private @Nullable Node computed(String function, Node argument, Mark mark) {
        return switch (function) {
            case "Ref" -> scope.ref(text(argument), mark);
            case "Condition" -> condition(argument, mark);
            case "Fn::GetAtt" -> getAtt(argument, mark);
            case "Fn::Sub" -> sub(argument);
            case "Fn::Join" -> join(argument, mark);
            case "Fn::If" -> choose(argument, mark);
            case "Fn::FindInMap" -> findInMap(argument, mark);
            case "Fn::ImportValue" -> Node.Text.of(scope.imported(text(argument)), mark);
            case "Fn::Select" -> select(argument, mark);
            case "Fn::Split" -> split(argument, mark);
            case "Fn::Base64" -> base64(argument, mark);
            case "Fn::ToJsonString" -> toJson(argument, mark);
            case "Fn::Length" -> new Node.Scalar(IntNode.valueOf(list(argument).size()), "", mark);
            case "Fn::GetAZs" -> zones(mark);
            case "Fn::Cidr" -> Node.Items.of(List.of(Node.Text.of("10.0.0.0/24", mark)), mark);
            case "Fn::Transform" -> include(argument, mark);
            case "Fn::Equals", "Fn::And", "Fn::Or", "Fn::Not" ->
                Node.Text.of(String.valueOf(new Conditions(this, scope).isTrue(function, argument)), mark);
            default ->
                throw DefinitionLoadException.at(
                        mark,
                        function + " is no function that can be computed without a deployment.",
                        "write what it gives, or load the template that the deployment made of it.");
        };
    }

    // A Condition is a name on a resource, and a reference within a condition; elsewhere it is an ordinary field.
    private Node condition(Node argument, Mark mark) {
        return Node.Fields.of("Condition", argument, mark);
    }

    private Node getAtt(Node argument, Mark mark) {
        if (argument instanceof Node.Items items && items.items().size() >= 2) {
            List<String> parts = items.items().stream().map(this::text).toList();
            return scope.attribute(parts.get(0), String.join(".", parts.subList(1, parts.size())), mark);
        }
        String text = text(argument);
        int dot = text.indexOf('.');
        return dot < 0
                ? scope.attribute(text, "Arn", mark)
                : scope.attribute(text.substring(0, dot), text.substring(dot + 1), mark);
    }

    private Node sub(Node argument) {
        Node template = argument instanceof Node.Items items && !items.items().isEmpty()
                ? items.items().get(0)
                : argument;
        Node.Fields variables = argument instanceof Node.Items items
                        && items.items().size() > 1
                        && items.items().get(1) instanceof Node.Fields map
                ? map
                : Node.Fields.of(List.of(), argument.mark());
        LocatedText text = located(template);
        Matcher matcher = VARIABLE.matcher(text.text());
        LocatedText.Builder result = new LocatedText.Builder();
        int copied = 0;
        while (matcher.find()) {
            result.append(text, copied, matcher.start());
            if (matcher.group(1).isEmpty()) {
                Mark at = Mark.of(text, matcher.start());
                result.append(variable(matcher.group(2).strip(), variables, at), at.file(), at.offset());
            } else {
                // ${!Literal} is ${Literal}.
                result.append(text, matcher.start(), matcher.start() + 2).append(text, matcher.end(1), matcher.end());
            }
            copied = matcher.end();
        }
        result.append(text, copied, text.length());
        LocatedText built =
                result.buildAt(template.mark().file(), template.mark().offset());
        return new Node.Text(built, template.mark(), false);
    }

    private String variable(String name, Node.Fields variables, Mark mark) {
        Node own = variables.get(name);
        if (own != null) {
            return text(own);
        }
        int dot = name.indexOf('.');
        Node value = dot > 0
                ? scope.attribute(name.substring(0, dot), name.substring(dot + 1), mark)
                : scope.ref(name, mark);
        return value == null ? "" : textOf(value);
    }

    private Node join(Node argument, Mark mark) {
        List<Node> arguments = arguments(argument, 2, "Fn::Join", mark);
        LocatedText delimiter = located(arguments.get(0));
        LocatedText.Builder result = new LocatedText.Builder();
        boolean isFirst = true;
        for (Node item : list(arguments.get(1))) {
            if (!isFirst) {
                result.append(delimiter);
            }
            result.append(located(item));
            isFirst = false;
        }
        return new Node.Text(result.buildAt(mark.file(), mark.offset()), mark, false);
    }

    private @Nullable Node choose(Node argument, Mark mark) {
        List<Node> arguments = arguments(argument, 3, "Fn::If", mark);
        boolean isTrue = new Conditions(this, scope).isTrue("Condition", arguments.get(0));
        return resolve(arguments.get(isTrue ? 1 : 2));
    }

    private Node findInMap(Node argument, Mark mark) {
        List<Node> arguments = arguments(argument, 3, "Fn::FindInMap", mark);
        Node found = scope.mapped(text(arguments.get(0)), text(arguments.get(1)), text(arguments.get(2)));
        if (found == null && arguments.size() > 3 && arguments.get(3) instanceof Node.Fields options) {
            Node fallback = options.get("DefaultValue");
            found = fallback == null ? null : resolve(fallback);
        }
        if (found == null) {
            throw DefinitionLoadException.at(
                    mark,
                    "There is no mapping " + text(arguments.get(0)) + ", or it has no " + text(arguments.get(2)) + ".",
                    "add it to the Mappings of the template.");
        }
        // Numbers of a mapping are strings to CloudFormation.
        return found instanceof Node.Scalar ? Node.Text.of(textOf(found), mark) : found;
    }

    private Node select(Node argument, Mark mark) {
        List<Node> arguments = arguments(argument, 2, "Fn::Select", mark);
        List<Node> items = list(arguments.get(1));
        String index = text(arguments.get(0));
        if (!index.matches("\\d{1,6}") || items.isEmpty()) {
            throw DefinitionLoadException.at(mark, "Fn::Select selects nothing.", "give it an index and a list.");
        }
        int wanted = Integer.parseInt(index);
        // What stands for an unknown value may have fewer parts than the real one.
        return wanted < items.size() ? items.get(wanted) : Node.Text.of("value" + wanted, mark);
    }

    private Node split(Node argument, Mark mark) {
        List<Node> arguments = arguments(argument, 2, "Fn::Split", mark);
        List<Node> parts = new ArrayList<>();
        for (String part : text(arguments.get(1)).split(Pattern.quote(text(arguments.get(0))), -1)) {
            parts.add(Node.Text.of(part, mark));
        }
        return Node.Items.of(parts, mark);
    }

    private Node base64(Node argument, Mark mark) {
        byte[] bytes = text(argument).getBytes(StandardCharsets.UTF_8);
        return Node.Text.of(Base64.getEncoder().encodeToString(bytes), mark);
    }

    private Node toJson(Node argument, Mark mark) {
        Node value = resolve(argument);
        return value == null ? Node.Text.of("", mark) : new Node.Text(NodeWriter.write(value), mark, false);
    }

    private Node zones(Mark mark) {
        return Node.Items.of(
                scope.zones().stream()
                        .map(zone -> (Node) Node.Text.of(zone, mark))
                        .toList(),
                mark);
    }

    private @Nullable Node include(Node argument, Mark mark) {
        if (resolve(argument) instanceof Node.Fields transform
                && "AWS::Include".equals(transform.text("Name"))
                && transform.get("Parameters") instanceof Node.Fields parameters
                && parameters.text("Location") != null) {
            Node location = parameters.get("Location");
            Node included = scope.included(
                    String.valueOf(parameters.text("Location")), location == null ? mark : location.mark());
            return included == null ? null : resolve(included);
        }
        throw DefinitionLoadException.at(
                mark,
                "A macro cannot be run without a deployment.",
                "load the template that the macro makes (aws cloudformation get-template --template-stage Processed).");
    }

    private static List<Node> arguments(Node argument, int count, String function, Mark mark) {
        if (argument instanceof Node.Items items && items.items().size() >= count) {
            return items.items();
        }
        throw DefinitionLoadException.at(
                mark,
                function + " needs a list of " + count + " arguments.",
                "correct it as CloudFormation demands it.");
    }

    private List<Node> list(Node node) {
        Node value = resolve(node);
        if (value instanceof Node.Items items) {
            return items.items();
        }
        return value == null ? List.of() : List.of(value);
    }

    /** The text that a value gives. */
    String text(Node node) {
        return located(node).text();
    }

    private static String textOf(Node value) {
        if (value instanceof Node.Items items) {
            return String.join(
                    ",", items.items().stream().map(Intrinsics::textOf).toList());
        }
        if (value instanceof Node.Scalar scalar) {
            return scalar.raw().isEmpty() ? scalar.value().asText() : scalar.raw();
        }
        return value instanceof Node.Text text
                ? text.text()
                : NodeWriter.write(value).text();
    }

    LocatedText located(Node node) {
        Node value = resolve(node);
        if (value instanceof Node.Text text) {
            return text.located();
        }
        Mark mark = node.mark();
        return LocatedText.at(value == null ? "" : textOf(value), mark.file(), mark.offset());
    }

    /** The conditions of a template. */
    private static final class Conditions {

        private final Intrinsics intrinsics;
        private final TemplateScope scope;

        Conditions(Intrinsics intrinsics, TemplateScope scope) {
            this.intrinsics = intrinsics;
            this.scope = scope;
        }

        boolean isTrue(String function, Node argument) {
            if (++intrinsics.depth > DEEPEST) {
                throw DefinitionLoadException.at(
                        argument.mark(), "Its conditions refer to each other in a circle.", "break the circle.");
            }
            try {
                return computed(function, argument);
            } finally {
                intrinsics.depth--;
            }
        }

        private boolean computed(String function, Node argument) {
            List<Node> operands = argument instanceof Node.Items items ? items.items() : List.of(argument);
            return switch (function) {
                case "Fn::Equals" ->
                    operands.size() == 2 && intrinsics.text(operands.get(0)).equals(intrinsics.text(operands.get(1)));
                case "Fn::And" -> operands.stream().allMatch(this::holds);
                case "Fn::Or" -> operands.stream().anyMatch(this::holds);
                case "Fn::Not" -> !operands.stream().allMatch(this::holds);
                case "Condition" -> {
                    Node named = scope.condition(intrinsics.text(argument));
                    yield named != null && holds(named);
                }
                default ->
                    intrinsics
                            .text(Node.Fields.of(function, argument, argument.mark()))
                            .equals("true");
            };
        }

        private boolean holds(Node condition) {
            if (condition instanceof Node.Fields object && object.only() != null) {
                Node.Field only = object.all().get(0);
                return isTrue(only.name(), only.value());
            }
            return intrinsics.text(condition).equals("true");
        }
    }
}
