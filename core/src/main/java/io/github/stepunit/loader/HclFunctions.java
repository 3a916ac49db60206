package io.github.stepunit.loader;

import io.github.stepunit.json.LocatedText;
import io.github.stepunit.loader.Hcl.Expression;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The functions of Terraform that definitions are made with. */
final class HclFunctions {

    private static final Pattern VERB = Pattern.compile("%[#+ 0-9.-]*[a-zA-Z]");

    private final HclEvaluator evaluator;
    private final HclEvaluator.References references;

    HclFunctions(HclEvaluator evaluator, HclEvaluator.References references) {
        this.evaluator = evaluator;
        this.references = references;
    }

    Node call(Hcl.Call call) {
        Mark mark = call.mark();
        if (call.function().equals("try") || call.function().equals("can")) {
            return attempt(call);
        }
        List<Node> arguments = call.arguments().stream().map(evaluator::value).toList();
        if (arguments.isEmpty()) {
            throw unknown(call);
        }
        Node first = arguments.get(0);
        String text = HclEvaluator.scalar(first);
        return switch (call.function()) {
            case "file" -> new Node.Text(references.file(text, mark), mark, false);
            case "filebase64" -> base64(references.file(text, mark).text(), mark);
            case "templatefile" -> templateFile(text, arguments, mark);
            case "jsonencode" -> new Node.Text(NodeWriter.write(first), mark, false);
            case "jsondecode", "yamldecode" -> decoded(first, call);
            case "base64encode" -> base64(text, mark);
            case "tostring", "sensitive", "nonsensitive", "tolist", "toset", "tomap", "distinct", "sort" -> first;
            case "tonumber", "tobool" -> {
                Node.Scalar scalar = PlainScalars.resolve(text, mark);
                yield scalar == null ? first : scalar;
            }
            case "join" -> Node.Text.of(join(text, arguments), mark);
            case "split" -> texts(List.of(string(arguments, 1).split(Pattern.quote(text), -1)), mark);
            case "format" -> Node.Text.of(format(text, arguments), mark);
            case "replace" -> Node.Text.of(replace(text, string(arguments, 1), string(arguments, 2)), mark);
            case "lower" -> Node.Text.of(text.toLowerCase(Locale.ROOT), mark);
            case "upper" -> Node.Text.of(text.toUpperCase(Locale.ROOT), mark);
            case "title" ->
                Node.Text.of(
                        text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1),
                        mark);
            case "trimspace" -> trimmed(first, text);
            case "chomp" -> Node.Text.of(text.replaceAll("[\\r\\n]+$", ""), mark);
            case "trimsuffix" -> Node.Text.of(withoutEnd(text, string(arguments, 1)), mark);
            case "trimprefix" ->
                Node.Text.of(
                        text.startsWith(string(arguments, 1))
                                ? text.substring(string(arguments, 1).length())
                                : text,
                        mark);
            case "abspath", "pathexpand", "basename" -> first;
            case "concat", "flatten" -> flat(arguments, mark);
            case "merge" -> merged(arguments, mark);
            case "coalesce", "coalescelist" -> firstGiven(arguments);
            case "length" -> HclEvaluator.number(BigDecimal.valueOf(length(first)), mark);
            case "lookup" -> lookup(arguments, mark);
            case "element" -> element(arguments, mark);
            case "keys" ->
                texts(
                        first instanceof Node.Fields object
                                ? object.fields().stream().map(Node.Field::name).toList()
                                : List.of(),
                        mark);
            case "values" ->
                Node.Items.of(
                        first instanceof Node.Fields object
                                ? object.fields().stream()
                                        .map(Node.Field::value)
                                        .toList()
                                : List.of(),
                        mark);
            case "contains" ->
                HclEvaluator.truth(
                        items(first).stream().map(HclEvaluator::scalar).anyMatch(string(arguments, 1)::equals), mark);
            case "startswith" -> HclEvaluator.truth(text.startsWith(string(arguments, 1)), mark);
            case "endswith" -> HclEvaluator.truth(text.endsWith(string(arguments, 1)), mark);
            default -> throw unknown(call);
        };
    }

    private static DefinitionLoadException unknown(Hcl.Call call) {
        return DefinitionLoadException.at(
                call.mark(),
                "StepUnit does not compute Terraform's function " + call.function() + ".",
                "load a plan or the state instead: terraform show -json.");
    }

    private Node attempt(Hcl.Call call) {
        for (Expression argument : call.arguments()) {
            try {
                Node value = evaluator.value(argument);
                return call.function().equals("can") ? HclEvaluator.truth(true, call.mark()) : value;
            } catch (DefinitionLoadException failed) {
                // the next one, then
            }
        }
        return call.function().equals("can")
                ? HclEvaluator.truth(false, call.mark())
                : HclEvaluator.nothing(call.mark());
    }

    private Node templateFile(String path, List<Node> arguments, Mark mark) {
        Node.Fields values = arguments.size() > 1 && arguments.get(1) instanceof Node.Fields object
                ? object
                : Node.Fields.of(List.of(), mark);
        return new Node.Text(evaluator.render(references.file(path, mark), values), mark, false);
    }

    private static Node decoded(Node argument, Hcl.Call call) {
        LocatedText text = argument instanceof Node.Text given
                ? given.located()
                : LocatedText.at(
                        HclEvaluator.scalar(argument),
                        call.mark().file(),
                        call.mark().offset());
        boolean isYaml = call.function().equals("yamldecode");
        try {
            Node value = isYaml ? YamlReader.read(text) : JsonReader.read(text);
            return value == null ? HclEvaluator.nothing(call.mark()) : value;
        } catch (UnreadableTextException e) {
            throw e.in(text, isYaml ? "YAML" : "JSON");
        }
    }

    private static Node base64(String text, Mark mark) {
        return Node.Text.of(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)), mark);
    }

    private static Node trimmed(Node node, String text) {
        if (!(node instanceof Node.Text given)) {
            return node;
        }
        int from = text.length() - text.stripLeading().length();
        int to = Math.max(from, text.stripTrailing().length());
        return new Node.Text(given.located().substring(from, to), given.mark(), false);
    }

    private static String withoutEnd(String text, String end) {
        return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
    }

    private static String join(String separator, List<Node> arguments) {
        List<String> parts = new ArrayList<>();
        for (Node list : arguments.subList(1, arguments.size())) {
            items(list).forEach(item -> parts.add(HclEvaluator.scalar(item)));
        }
        return String.join(separator, parts);
    }

    private static String format(String pattern, List<Node> arguments) {
        int[] next = {1};
        return VERB.matcher(pattern.replace("%%", "\u0000"))
                .replaceAll(verb -> Matcher.quoteReplacement(
                        next[0] < arguments.size() ? HclEvaluator.scalar(arguments.get(next[0]++)) : verb.group()))
                .replace('\u0000', '%');
    }

    /** A pattern between slashes is Go's regular expression; the simple ones are Java's, too. */
    private static String replace(String text, String wanted, String by) {
        if (wanted.length() > 1 && wanted.startsWith("/") && wanted.endsWith("/")) {
            return text.replaceAll(wanted.substring(1, wanted.length() - 1), by);
        }
        return text.replace(wanted, by);
    }

    private static String string(List<Node> arguments, int index) {
        return index < arguments.size() ? HclEvaluator.scalar(arguments.get(index)) : "";
    }

    private static Node texts(List<String> texts, Mark mark) {
        return Node.Items.of(
                texts.stream().map(each -> (Node) Node.Text.of(each, mark)).toList(), mark);
    }

    private static List<Node> items(Node node) {
        return node instanceof Node.Items list ? list.items() : List.of(node);
    }

    private static Node flat(List<Node> lists, Mark mark) {
        List<Node> all = new ArrayList<>();
        for (Node list : lists) {
            for (Node item : items(list)) {
                all.addAll(items(item));
            }
        }
        return Node.Items.of(all, mark);
    }

    private static Node merged(List<Node> objects, Mark mark) {
        List<Node.Field> fields = new ArrayList<>();
        for (Node object : objects) {
            if (object instanceof Node.Fields given) {
                fields.addAll(given.fields());
            }
        }
        return Node.Fields.of(fields, mark);
    }

    private static Node firstGiven(List<Node> arguments) {
        for (Node argument : arguments) {
            if (!HclEvaluator.scalar(argument).isEmpty()) {
                return argument;
            }
        }
        return arguments.get(arguments.size() - 1);
    }

    private static int length(Node node) {
        if (node instanceof Node.Items list) {
            return list.items().size();
        }
        return node instanceof Node.Fields object
                ? object.fields().size()
                : HclEvaluator.scalar(node).length();
    }

    private static Node lookup(List<Node> arguments, Mark mark) {
        Node found = arguments.get(0) instanceof Node.Fields object ? object.get(string(arguments, 1)) : null;
        if (found != null) {
            return found;
        }
        return arguments.size() > 2 ? arguments.get(2) : HclEvaluator.nothing(mark);
    }

    private static Node element(List<Node> arguments, Mark mark) {
        List<Node> list = items(arguments.get(0));
        String index = string(arguments, 1);
        if (list.isEmpty() || !index.matches("\\d{1,6}")) {
            return HclEvaluator.nothing(mark);
        }
        return list.get(Integer.parseInt(index) % list.size());
    }
}
