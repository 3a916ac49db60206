package io.github.stepunit.loader;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.stepunit.json.LocatedText;
import io.github.stepunit.loader.Hcl.Expression;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes expressions of Terraform as far as files tell; what they refer to {@link References} knows. */
final class HclEvaluator {

    private static final int DEEPEST = 200;
    /** More than this no list of a configuration has; a runaway expression would. */
    private static final int MOST_ITEMS = 100_000;

    /** What expressions refer to. */
    interface References {

        /**
         * The value of {@code var.stage}, {@code aws_lambda_function.pay.arn}, {@code module.pay[0].arn}.
         *
         * @param path the steps, indexes left out
         */
        Node value(List<String> path, Mark mark);

        /** Reads a file for {@code file} and {@code templatefile}. */
        LocatedText file(String path, Mark by);
    }

    private static final int LONGEST_VALUE = 200;

    private final References references;
    private final Map<String, Node> variables;
    private final int depth;

    HclEvaluator(References references) {
        this(references, Map.of(), 0);
    }

    private HclEvaluator(References references, Map<String, Node> variables, int depth) {
        this.references = references;
        this.variables = variables;
        this.depth = depth;
    }

    private HclEvaluator with(Map<String, Node> more, Mark mark) {
        if (depth == DEEPEST) {
            throw DefinitionLoadException.at(
                    mark, "Its expressions are nested more than " + DEEPEST + " deep.", "let none refer to itself.");
        }
        Map<String, Node> all = new LinkedHashMap<>(variables);
        all.putAll(more);
        return new HclEvaluator(references, all, depth + 1);
    }

    /** Renders a file as {@code templatefile} does: it sees nothing but its variables. */
    LocatedText render(LocatedText template, Node.Fields values) {
        Map<String, Node> own = new LinkedHashMap<>();
        values.fields().forEach(field -> own.put(field.name(), field.value()));
        HclTemplates parser = new HclTemplates(new HclCursor(template), false);
        HclEvaluator within = new HclEvaluator(new TemplateReferences(references), own, depth + 1);
        return within.text(parser.parse(), Mark.of(template, 0));
    }

    /** The value of an expression. */
    Node value(Expression expression) {
        Mark mark = expression.mark();
        if (expression instanceof Hcl.Constant constant) {
            return constant.value();
        }
        if (expression instanceof Hcl.Template template) {
            return template(template);
        }
        if (expression instanceof Hcl.ListOf list) {
            return Node.Items.of(list.items().stream().map(this::value).toList(), mark);
        }
        if (expression instanceof Hcl.ObjectOf object) {
            return object(object);
        }
        if (expression instanceof Hcl.Call call) {
            return new HclFunctions(this, references).call(call);
        }
        if (expression instanceof Hcl.Choice choice) {
            // What only a deployment knows counts as true: either way leads to something that exists there.
            boolean isTrue = !"false".equals(scalar(value(choice.condition())));
            return value(isTrue ? choice.then() : choice.otherwise());
        }
        if (expression instanceof Hcl.Binary binary) {
            return binary(binary);
        }
        if (expression instanceof Hcl.Unary unary) {
            return unary(unary);
        }
        return expression instanceof Hcl.For loop ? loop(loop) : reference(expression);
    }

    // --- templates

    private Node template(Hcl.Template template) {
        if (template.parts().size() == 1 && template.parts().get(0) instanceof Hcl.Hole hole) {
            return value(hole.expression());
        }
        return new Node.Text(text(template.parts(), template.mark()), template.mark(), false);
    }

    private LocatedText text(List<Hcl.Part> parts, Mark mark) {
        LocatedText.Builder text = new LocatedText.Builder();
        append(parts, text);
        return text.buildAt(mark.file(), mark.offset());
    }

    private void append(List<Hcl.Part> parts, LocatedText.Builder text) {
        for (Hcl.Part part : parts) {
            if (part instanceof Hcl.Literal literal) {
                text.append(literal.text());
            } else if (part instanceof Hcl.Hole hole) {
                Node value = value(hole.expression());
                Mark at = hole.expression().mark();
                if (value instanceof Node.Text given && given.text().length() > LONGEST_VALUE) {
                    text.append(given.located()); // a definition in itself, with places of its own
                } else {
                    text.append(scalar(value), at.file(), at.offset());
                }
            } else if (part instanceof Hcl.If choice) {
                boolean isTrue = !"false".equals(scalar(value(choice.condition())));
                append(isTrue ? choice.then() : choice.otherwise(), text);
            } else {
                Hcl.Loop loop = (Hcl.Loop) part;
                for (Map<String, Node> round : rounds(loop.key(), loop.value(), loop.collection())) {
                    with(round, loop.collection().mark()).append(loop.body(), text);
                }
            }
        }
    }

    // --- collections

    private Node object(Hcl.ObjectOf object) {
        List<Node.Field> fields = new ArrayList<>();
        for (Hcl.Entry entry : object.entries()) {
            fields.add(new Node.Field(scalar(value(entry.name())), entry.name().mark(), value(entry.value())));
        }
        return Node.Fields.of(fields, object.mark());
    }

    private Node loop(Hcl.For loop) {
        List<Node> items = new ArrayList<>();
        List<Node.Field> fields = new ArrayList<>();
        for (Map<String, Node> round : rounds(loop.key(), loop.value(), loop.collection())) {
            HclEvaluator within = with(round, loop.mark());
            if (loop.condition() != null
                    && scalar(within.value(loop.condition())).equals("false")) {
                continue;
            }
            if (loop.resultKey() == null) {
                items.add(within.value(loop.result()));
            } else {
                String key = scalar(within.value(loop.resultKey()));
                fields.add(new Node.Field(key, loop.mark(), within.value(loop.result())));
            }
        }
        return loop.resultKey() == null ? Node.Items.of(items, loop.mark()) : Node.Fields.of(fields, loop.mark());
    }

    private List<Map<String, Node>> rounds(@Nullable String key, String value, Expression collection) {
        Node over = value(collection);
        List<Map<String, Node>> rounds = new ArrayList<>();
        if (over instanceof Node.Fields object) {
            for (Node.Field field : object.fields()) {
                Map<String, Node> round = new LinkedHashMap<>();
                if (key != null) {
                    round.put(key, Node.Text.of(field.name(), field.mark()));
                }
                round.put(value, field.value());
                rounds.add(round);
            }
            return rounds;
        }
        // One round for a list that only the deployment knows.
        List<Node> items = over instanceof Node.Items list ? list.items() : List.of(over);
        if (items.size() > MOST_ITEMS) {
            throw DefinitionLoadException.at(
                    collection.mark(),
                    "It goes through more than " + MOST_ITEMS + " values.",
                    "make the list shorter.");
        }
        for (int i = 0; i < items.size(); i++) {
            Map<String, Node> round = new LinkedHashMap<>();
            if (key != null) {
                round.put(key, number(BigDecimal.valueOf(i), collection.mark()));
            }
            round.put(value, items.get(i));
            rounds.add(round);
        }
        return rounds;
    }

    // --- operators

    private Node binary(Hcl.Binary binary) {
        Node left = value(binary.left());
        Node right = value(binary.right());
        String one = scalar(left);
        String other = scalar(right);
        return switch (binary.operator()) {
            case "==" -> truth(one.equals(other), binary.mark());
            case "!=" -> truth(!one.equals(other), binary.mark());
            case "&&" -> truth(!one.equals("false") && !other.equals("false"), binary.mark());
            case "||" -> truth(!one.equals("false") || !other.equals("false"), binary.mark());
            default -> arithmetic(binary, decimal(one, binary.mark()), decimal(other, binary.mark()));
        };
    }

    private static Node arithmetic(Hcl.Binary binary, BigDecimal left, BigDecimal right) {
        Mark mark = binary.mark();
        if (right.signum() == 0 && "/%".contains(binary.operator())) {
            throw DefinitionLoadException.at(mark, "It divides by zero.", "correct the expression.");
        }
        return switch (binary.operator()) {
            case "+" -> number(left.add(right), mark);
            case "-" -> number(left.subtract(right), mark);
            case "*" -> number(left.multiply(right, MathContext.DECIMAL64), mark);
            case "/" -> number(left.divide(right, MathContext.DECIMAL64), mark);
            case "%" -> number(left.remainder(right, MathContext.DECIMAL64), mark);
            case "<" -> truth(left.compareTo(right) < 0, mark);
            case ">" -> truth(left.compareTo(right) > 0, mark);
            case "<=" -> truth(left.compareTo(right) <= 0, mark);
            default -> truth(left.compareTo(right) >= 0, mark);
        };
    }

    private Node unary(Hcl.Unary unary) {
        String operand = scalar(value(unary.operand()));
        return unary.operator().equals("!")
                ? truth(operand.equals("false"), unary.mark())
                : number(decimal(operand, unary.mark()).negate(), unary.mark());
    }

    private static BigDecimal decimal(String text, Mark mark) {
        if (!text.matches("[-+]?\\d{1,30}(\\.\\d{1,30})?")) {
            throw DefinitionLoadException.at(
                    mark,
                    "`" + text + "` is no number.",
                    "give the variable that it comes from a value: withParameter.");
        }
        return new BigDecimal(text);
    }

    static Node truth(boolean value, Mark mark) {
        return new Node.Scalar(BooleanNode.valueOf(value), String.valueOf(value), mark);
    }

    static Node number(BigDecimal value, Mark mark) {
        BigDecimal plain = value.stripTrailingZeros().scale() <= 0 ? value.setScale(0) : value;
        return new Node.Scalar(DecimalNode.valueOf(plain), plain.toPlainString(), mark);
    }

    static Node nothing(Mark mark) {
        return new Node.Scalar(NullNode.getInstance(), "", mark);
    }

    // --- references

    private Node reference(Expression expression) {
        List<String> path = new ArrayList<>();
        Node start = walk(expression, path);
        if (start == null) {
            return references.value(path, expression.mark());
        }
        Node node = start;
        for (String step : path) {
            node = step(node, step, expression.mark());
        }
        return node;
    }

    private static Node step(Node node, String step, Mark mark) {
        if (node instanceof Node.Fields object && object.get(step) != null) {
            return object.required(step);
        }
        if (node instanceof Node.Items items
                && step.matches("\\d{1,6}")
                && Integer.parseInt(step) < items.items().size()) {
            return items.items().get(Integer.parseInt(step));
        }
        if (node instanceof Node.Fields || node instanceof Node.Items) {
            return nothing(mark);
        }
        // Within something that only the deployment knows.
        return node;
    }

    /** Collects the steps; gives where they start when that is a value of its own, null when it is a reference. */
    private @Nullable Node walk(Expression expression, List<String> path) {
        if (expression instanceof Hcl.Root root) {
            Node own = variables.get(root.name());
            if (own == null) {
                path.add(root.name());
            }
            return own;
        }
        if (expression instanceof Hcl.Get get) {
            Node start = walk(get.target(), path);
            path.add(get.name());
            return start;
        }
        if (expression instanceof Hcl.Index index) {
            Node start = walk(index.target(), path);
            path.add(scalar(value(index.index())));
            return start;
        }
        if (expression instanceof Hcl.Splat splat) {
            return walk(splat.target(), path);
        }
        return value(expression);
    }

    /** The text of a string, number or boolean; JSON of anything else. */
    static String scalar(Node node) {
        if (node instanceof Node.Text text) {
            return text.text();
        }
        return node instanceof Node.Scalar scalar
                ? scalar.raw()
                : NodeWriter.write(node).text();
    }

    /** Within a template file there is nothing but its variables. */
    private record TemplateReferences(References outer) implements References {

        @Override
        public Node value(List<String> path, Mark mark) {
            if (path.size() > 1 && path.get(0).equals("path")) {
                return outer.value(path, mark);
            }
            throw DefinitionLoadException.at(
                    mark,
                    "The template uses " + String.join(".", path) + ", but templatefile gives it no such variable.",
                    "add " + path.get(0) + " to the variables of templatefile.");
        }

        @Override
        public LocatedText file(String path, Mark by) {
            return outer.file(path, by);
        }
    }
}
