package io.github.stepunit.skeleton;

import io.github.stepunit.skeleton.DataPath.Root;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSONata expression as far as it tells where its data come from. The library keeps its own syntax tree to
 * itself; what this does not understand it leaves out, and running the test shows whether that mattered.
 */
final class JsonataSketch {

    private static final Query NOTHING = new Query.Several(List.of());
    private static final Map<String, Integer> BINDING = Map.ofEntries(
            Map.entry(":=", 10),
            Map.entry("?", 20),
            Map.entry("..", 20),
            Map.entry("or", 25),
            Map.entry("and", 30),
            Map.entry("=", 40),
            Map.entry("!=", 40),
            Map.entry("<", 40),
            Map.entry(">", 40),
            Map.entry("<=", 40),
            Map.entry(">=", 40),
            Map.entry("in", 40),
            Map.entry("~>", 40),
            Map.entry("^", 40),
            Map.entry("&", 50),
            Map.entry("+", 50),
            Map.entry("-", 50),
            Map.entry("*", 60),
            Map.entry("/", 60),
            Map.entry("%", 60),
            Map.entry("{", 70),
            Map.entry(".", 75),
            Map.entry("[", 80),
            Map.entry("(", 80));

    private final JsonataTokens tokens;
    /** What is bound to a name, where that is a place. */
    private final Map<String, DataPath> names = new HashMap<>();
    /** What names without {@code $} are in. */
    private @Nullable DataPath context;
    /** What the function that is about to be written gets items of. */
    private @Nullable DataPath mapped;

    private JsonataSketch(String text) {
        tokens = new JsonataTokens(text);
    }

    /** @param text with or without its delimiters */
    static Query parse(String text) {
        String body = text.strip();
        body = body.startsWith("{%") && body.endsWith("%}") ? body.substring(2, body.length() - 2) : body;
        try {
            return new JsonataSketch(body).expression(0);
        } catch (RuntimeException notUnderstood) {
            return NOTHING;
        }
    }

    private Query expression(int rightBinding) {
        Query left = operand();
        while (BINDING.getOrDefault(tokens.peek(), 0) > rightBinding) {
            left = infix(left, tokens.next());
        }
        return left;
    }

    // --- operands

    private Query operand() {
        String token = tokens.next();
        char first = token.charAt(0);
        if (first == '"' || first == '\'') {
            return new Query.Value(Values.text(JsonataTokens.unquoted(token)));
        }
        if (Character.isDigit(first)) {
            return new Query.Value(Values.literal(token));
        }
        if (first == '$') {
            return variable(token.substring(1));
        }
        return switch (token) {
            case "true", "false", "null" -> new Query.Value(Values.literal(token));
            case "(" -> block();
            case "[" -> new Query.ArrayOf(list("]"));
            case "{" -> object();
            case "-" -> negative();
            case "function", "λ" -> function();
            case "*" -> context == null ? NOTHING : new Query.Read(context.then(new Step.Each()));
            default -> name(JsonataTokens.unquoted(token));
        };
    }

    private Query negative() {
        Query operand = expression(70);
        return operand instanceof Query.Value value
                ? new Query.Value(Values.number(-value.value().asDouble()))
                : new Query.Operation("-", new Query.Value(Values.number(0)), operand);
    }

    private Query name(String name) {
        return context == null ? NOTHING : new Query.Read(context.then(new Step.Field(name)));
    }

    private Query variable(String name) {
        if (name.equals("states")) {
            return states();
        }
        if (tokens.peek().equals("(")) {
            return functionNamed(name);
        }
        if (name.isEmpty()) {
            return context == null ? NOTHING : new Query.Read(context);
        }
        return new Query.Read(names.getOrDefault(name, DataPath.ofVariable(name)));
    }

    /** A function by its name, whose call is read as an operator. */
    private static Query functionNamed(String name) {
        return new Query.Call("$" + name, List.of());
    }

    private Query states() {
        if (!tokens.peek().equals(".")) {
            return NOTHING;
        }
        tokens.next();
        return new Query.Read(DataPath.of(
                switch (tokens.next()) {
                    case "input" -> Root.INPUT;
                    case "result" -> Root.RESULT;
                    case "errorOutput" -> Root.ERROR;
                    default -> Root.CONTEXT;
                }));
    }

    private Query block() {
        Map<String, DataPath> outer = new HashMap<>(names);
        List<Query> parts = new ArrayList<>();
        while (!tokens.peek().equals(")")) {
            parts.add(expression(0));
            if (tokens.peek().equals(";")) {
                tokens.next();
            }
        }
        tokens.next();
        names.clear();
        names.putAll(outer);
        return parts.size() == 1 ? parts.get(0) : new Query.Several(parts);
    }

    private List<Query> list(String end) {
        List<Query> items = new ArrayList<>();
        while (!tokens.peek().equals(end)) {
            items.add(expression(0));
            if (tokens.peek().equals(",")) {
                tokens.next();
            }
        }
        tokens.next();
        return items;
    }

    private Query object() {
        Map<String, Query> fields = new LinkedHashMap<>();
        while (!tokens.peek().equals("}")) {
            Query key = expression(0);
            tokens.expect(":");
            Query value = expression(0);
            fields.put(key instanceof Query.Value literal ? literal.value().asText() : "?" + fields.size(), value);
            if (tokens.peek().equals(",")) {
                tokens.next();
            }
        }
        tokens.next();
        return new Query.ObjectOf(fields);
    }

    private Query function() {
        Map<String, DataPath> outer = new HashMap<>(names);
        DataPath items = mapped;
        tokens.expect("(");
        boolean first = true;
        while (!tokens.peek().equals(")")) {
            String parameter = tokens.next();
            if (parameter.startsWith("$") && first && items != null) {
                names.put(parameter.substring(1), items.then(new Step.Each()));
            }
            first = false;
        }
        tokens.next();
        while (!tokens.peek().equals("{")) {
            tokens.next(); // its signature
        }
        tokens.next();
        Query body = expression(0);
        tokens.expect("}");
        names.clear();
        names.putAll(outer);
        return body;
    }

    // --- operators

    private Query infix(Query left, String operator) {
        return switch (operator) {
            case "." -> step(left);
            case "[" -> predicate(left);
            case "(" -> call(left);
            case "?" -> either(left);
            case ":=" -> bind(left);
            case "~>" -> chain(left);
            case "{" -> within(left, this::object);
            case "^" -> {
                tokens.expect("(");
                within(left, () -> new Query.ArrayOf(list(")")));
                yield left;
            }
            default -> new Query.Operation(operator, left, expression(BINDING.getOrDefault(operator, 0)));
        };
    }

    private interface Part {
        Query read();
    }

    /** With names that are in what is on the left. */
    private Query within(Query left, Part part) {
        DataPath outer = context;
        context = left instanceof Query.Read read ? read.path() : null;
        Query result = part.read();
        context = outer;
        return result;
    }

    private Query step(Query left) {
        String token = tokens.peek();
        boolean isName = !token.equals("(") && !token.equals("{") && !token.equals("[") && !token.startsWith("$");
        if (!isName) {
            return within(left, () -> expression(75));
        }
        Step step = tokens.next().equals("*") ? new Step.Each() : new Step.Field(JsonataTokens.unquoted(token));
        return inside(left, step);
    }

    private static Query inside(Query left, Step step) {
        if (left instanceof Query.Read read) {
            return new Query.Read(read.path().then(step));
        }
        return left instanceof Query.Inside inside
                ? new Query.Inside(inside.base(), DataPath.concat(inside.steps(), List.of(step)))
                : new Query.Inside(left, List.of(step));
    }

    private Query predicate(Query left) {
        if (tokens.peek().equals("]")) {
            tokens.next();
            return left; // keeps an array of one
        }
        Query condition = within(left, () -> expression(0));
        tokens.expect("]");
        if (condition instanceof Query.Value value && value.value().isNumber()) {
            return inside(left, new Step.Item(value.value().asInt()));
        }
        Query filtered = left;
        if (left instanceof Query.Read read) {
            filtered = new Query.Read(read.path().then(filter(condition, read.path())));
        }
        return filtered;
    }

    private static Step filter(Query condition, DataPath of) {
        return condition instanceof Query.Operation equal
                        && equal.operator().equals("=")
                        && equal.left() instanceof Query.Read left
                        && left.path().steps().size() == of.steps().size() + 1
                        && left.path().steps().get(of.steps().size()) instanceof Step.Field field
                        && equal.right() instanceof Query.Value value
                ? new Step.Where(field.name(), value.value())
                : new Step.Each();
    }

    private Query call(Query function) {
        DataPath outer = mapped;
        List<Query> arguments = new ArrayList<>();
        if (function instanceof Query.Call piped) {
            arguments.addAll(piped.arguments());
        }
        while (!tokens.peek().equals(")")) {
            if (arguments.size() == 1) {
                mapped = arguments.get(0) instanceof Query.Read read ? read.path() : null;
            }
            arguments.add(expression(0));
            if (tokens.peek().equals(",")) {
                tokens.next();
            }
        }
        tokens.next();
        mapped = outer;
        return function instanceof Query.Call named
                ? new Query.Call(named.function(), arguments)
                : new Query.Several(arguments);
    }

    private Query chain(Query left) {
        DataPath outer = mapped;
        Query right = operand();
        if (right instanceof Query.Call named && tokens.peek().equals("(")) {
            tokens.next();
            right = call(new Query.Call(named.function(), List.of(left)));
        }
        mapped = outer;
        return right;
    }

    private Query either(Query condition) {
        Query then = expression(0);
        if (!tokens.peek().equals(":")) {
            return new Query.Either(condition, then, null);
        }
        tokens.next();
        return new Query.Either(condition, then, expression(0));
    }

    private Query bind(Query left) {
        Query value = expression(9);
        if (left instanceof Query.Read read && read.path().steps().isEmpty() && value instanceof Query.Read bound) {
            names.put(read.path().variable(), bound.path());
        }
        return value;
    }
}
