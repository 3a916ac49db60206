package io.github.stepunit.loader;

import io.github.stepunit.json.LocatedText;
import io.github.stepunit.loader.Hcl.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses the native syntax of HCL 2: bodies and expressions. Strings are {@link HclTemplates}' business. */
final class HclParser {

    private static final List<List<String>> OPERATORS = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("==", "!="),
            List.of("<=", ">=", "<", ">"),
            List.of("+", "-"),
            List.of("*", "/", "%"));
    private static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern HEREDOC = Pattern.compile("<<(-?)([\\p{L}_][\\p{L}\\p{N}_-]*)[ \\t]*\\r?\\n");
    private static final int DEEPEST = 200;

    final LocatedText text;
    private final String source;
    int at;
    /** Within parentheses and brackets a line end is a blank. */
    private int nesting;

    private int depth;

    HclParser(LocatedText text) {
        this.text = text;
        this.source = text.text();
    }

    /** Parses a whole file. */
    static Hcl.Body parse(LocatedText text) {
        HclParser parser = new HclParser(text);
        Hcl.Body body = parser.body();
        if (parser.at < parser.source.length()) {
            throw parser.problem("There is a } too many.");
        }
        return body;
    }

    // --- bodies

    private Hcl.Body body() {
        List<Hcl.Attribute> attributes = new ArrayList<>();
        List<Hcl.Block> blocks = new ArrayList<>();
        int outer = nesting;
        nesting = 0;
        for (skipLines(); at < source.length() && !isAt("}"); skipLines()) {
            Mark mark = mark();
            String name = name();
            skip();
            if (isAt("=") && !isAt("==")) {
                at++;
                attributes.add(new Hcl.Attribute(name, expression(), mark));
            } else {
                blocks.add(block(name, mark));
            }
        }
        nesting = outer;
        return new Hcl.Body(attributes, blocks);
    }

    private Hcl.Block block(String type, Mark mark) {
        List<String> labels = new ArrayList<>();
        for (skip(); !isAt("{"); skip()) {
            if (isAt("\"")) {
                int end = source.indexOf('"', at + 1);
                if (end < 0) {
                    throw problem("The label has no end.");
                }
                labels.add(source.substring(at + 1, end));
                at = end + 1;
            } else {
                labels.add(name());
            }
        }
        enter();
        at++;
        Hcl.Body body = body();
        expect("}");
        depth--;
        return new Hcl.Block(type, labels, body, mark);
    }

    // --- expressions

    Expression expression() {
        enter();
        skip();
        Mark mark = mark();
        Expression condition = binary(0);
        skip();
        if (isAt("?")) {
            at++;
            nesting++; // the parts of a conditional may stand on lines of their own
            Expression then = expression();
            expect(":");
            nesting--;
            condition = new Hcl.Choice(condition, then, expression(), mark);
        }
        depth--;
        return condition;
    }

    private Expression binary(int level) {
        if (level == OPERATORS.size()) {
            return unary();
        }
        Expression left = binary(level + 1);
        while (true) {
            skip();
            String operator = operatorAt(level);
            if (operator == null) {
                return left;
            }
            Mark mark = mark();
            at += operator.length();
            left = new Hcl.Binary(operator, left, binary(level + 1), mark);
        }
    }

    private @Nullable String operatorAt(int level) {
        for (String operator : OPERATORS.get(level)) {
            if (isAt(operator) && !isAt("=>")) {
                return operator;
            }
        }
        return null;
    }

    private Expression unary() {
        skip();
        Mark mark = mark();
        if (isAt("!") || isAt("-")) {
            String operator = source.substring(at, at + 1);
            at++;
            return new Hcl.Unary(operator, unary(), mark);
        }
        return postfix(primary());
    }

    private Expression postfix(Expression start) {
        Expression target = start;
        Mark mark = start.mark();
        while (true) {
            if (isAt(".*") || isAt("[*]")) {
                at += isAt(".*") ? 2 : 3;
                target = new Hcl.Splat(target, mark);
            } else if (isAt(".") && !isAt("...")) {
                at++;
                Matcher index = NUMBER.matcher(source).region(at, source.length());
                if (index.lookingAt()) {
                    String digits = index.group().replaceAll("\\..*", "");
                    at += digits.length();
                    target = new Hcl.Get(target, digits, mark);
                } else {
                    target = new Hcl.Get(target, name(), mark);
                }
            } else if (isAt("[")) {
                at++;
                nesting++;
                Expression index = expression();
                nesting--;
                expect("]");
                target = new Hcl.Index(target, index, mark);
            } else {
                return target;
            }
        }
    }

    private Expression primary() {
        Mark mark = mark();
        if (isAt("\"")) {
            at++;
            return new Hcl.Template(new HclTemplates(this, true).parse(), mark);
        }
        Matcher heredoc = HEREDOC.matcher(source).region(at, source.length());
        if (heredoc.lookingAt()) {
            return heredoc(heredoc, mark);
        }
        Matcher number = NUMBER.matcher(source).region(at, source.length());
        if (number.lookingAt()) {
            at = number.end();
            return constant(number.group(), mark);
        }
        if (isAt("(")) {
            at++;
            nesting++;
            Expression inner = expression();
            skip();
            nesting--;
            expect(")");
            return inner;
        }
        if (isAt("[") || isAt("{")) {
            return collection(mark);
        }
        String name = name();
        if (name.equals("true") || name.equals("false") || name.equals("null")) {
            return constant(name, mark);
        }
        while (isAt("::")) {
            at += 2;
            name = name();
        }
        return isAt("(") ? call(name, mark) : new Hcl.Root(name, mark);
    }

    private Expression constant(String raw, Mark mark) {
        Node.Scalar value = PlainScalars.resolve(raw, mark);
        return new Hcl.Constant(value == null ? Node.Text.of(raw, mark) : value, mark);
    }

    private Expression call(String function, Mark mark) {
        List<Expression> arguments = new ArrayList<>();
        at++;
        nesting++;
        for (skip(); !isAt(")"); skip()) {
            arguments.add(expression());
            skip();
            if (isAt("...")) {
                at += 3;
                skip();
            }
            if (isAt(",")) {
                at++;
            } else if (!isAt(")")) {
                throw problem("A call of " + function + " has no end here.");
            }
        }
        nesting--;
        expect(")");
        return new Hcl.Call(function, arguments, mark);
    }

    private Expression collection(Mark mark) {
        boolean isList = isAt("[");
        at++;
        nesting++;
        skip();
        Expression result;
        Matcher loop = Pattern.compile("for\\s").matcher(source).region(at, source.length());
        if (loop.lookingAt()) {
            at = loop.end();
            result = loop(isList, mark);
        } else {
            result = isList ? new Hcl.ListOf(items(), mark) : new Hcl.ObjectOf(entries(), mark);
        }
        skip();
        nesting--;
        expect(isList ? "]" : "}");
        return result;
    }

    private List<Expression> items() {
        List<Expression> items = new ArrayList<>();
        for (skip(); !isAt("]"); skip()) {
            items.add(expression());
            skip();
            if (isAt(",")) {
                at++;
            } else if (!isAt("]")) {
                throw problem("A list has no end here.");
            }
        }
        return items;
    }

    private List<Hcl.Entry> entries() {
        List<Hcl.Entry> entries = new ArrayList<>();
        for (skip(); !isAt("}"); skip()) {
            Expression name = entryName();
            skip();
            if (isAt("=") || isAt(":")) {
                at++;
            } else {
                throw problem("A field has no value here.");
            }
            // A field ends with its line, in spite of the braces around it.
            int outer = nesting;
            nesting = 0;
            entries.add(new Hcl.Entry(name, expression()));
            nesting = outer;
            skip();
            if (isAt(",")) {
                at++;
            }
        }
        return entries;
    }

    private Expression entryName() {
        Mark mark = mark();
        Matcher identifier = IDENTIFIER.matcher(source).region(at, source.length());
        if (identifier.lookingAt()) {
            int end = identifier.end();
            String rest =
                    source.substring(end, Math.min(source.length(), end + 100)).stripLeading();
            if (rest.startsWith("=") || rest.startsWith(":")) {
                LocatedText name = text.substring(at, end);
                at = end;
                return new Hcl.Template(List.of(new Hcl.Literal(name)), mark);
            }
        }
        return expression();
    }

    private Expression loop(boolean isList, Mark mark) {
        skip();
        String first = name();
        skip();
        String second = null;
        if (isAt(",")) {
            at++;
            skip();
            second = name();
            skip();
        }
        word("in");
        Expression collection = expression();
        skip();
        expect(":");
        Expression result = expression();
        Expression key = null;
        skip();
        if (!isList) {
            expect("=>");
            key = result;
            result = expression();
            skip();
            if (isAt("...")) {
                at += 3;
                skip();
            }
        }
        Expression condition = null;
        if (source.startsWith("if", at)) {
            at += 2;
            condition = expression();
        }
        return new Hcl.For(
                second == null ? null : first,
                second == null ? first : second,
                collection,
                key,
                result,
                condition,
                mark);
    }

    private Expression heredoc(Matcher start, Mark mark) {
        Pattern end = Pattern.compile("^[ \\t]*" + Pattern.quote(start.group(2)) + "[ \\t]*$", Pattern.MULTILINE);
        Matcher marker = end.matcher(source);
        if (!marker.find(start.end())) {
            throw problem("The text has no end: there is no line " + start.group(2) + ".");
        }
        LocatedText body = text.substring(start.end(), marker.start());
        at = marker.end();
        LocatedText shown = start.group(1).isEmpty() ? body : withoutIndentation(body);
        return new Hcl.Template(new HclTemplates(new HclParser(shown), false).parse(), mark);
    }

    /** {@code <<-} takes off what all lines have in common. */
    private static LocatedText withoutIndentation(LocatedText text) {
        String characters = text.text();
        int common = Integer.MAX_VALUE;
        for (String line : characters.lines().toList()) {
            if (!line.isBlank()) {
                common = Math.min(common, line.length() - line.stripLeading().length());
            }
        }
        if (characters.isEmpty() || common == Integer.MAX_VALUE) {
            return text;
        }
        LocatedText.Builder stripped = new LocatedText.Builder();
        for (int from = 0; from < characters.length(); ) {
            int next = characters.indexOf('\n', from) + 1;
            int end = next == 0 ? characters.length() : next;
            stripped.append(text, Math.min(end - (next == 0 ? 0 : 1), from + common), end);
            from = end;
        }
        return stripped.buildAt(text.fileAt(0), text.offsetAt(0));
    }

    // --- characters

    boolean isAt(String token) {
        return source.startsWith(token, at);
    }

    void expect(String token) {
        skipLines();
        if (!isAt(token)) {
            throw problem("There should be a " + token + " here.");
        }
        at += token.length();
    }

    void word(String word) {
        skip();
        if (!isAt(word)) {
            throw problem("There should be the word " + word + " here.");
        }
        at += word.length();
    }

    String name() {
        Matcher matcher = IDENTIFIER.matcher(source).region(at, source.length());
        if (!matcher.lookingAt()) {
            throw problem("There should be a name or a value here.");
        }
        at = matcher.end();
        return matcher.group();
    }

    /** Skips blanks and comments; line ends only where they do not count. */
    void skip() {
        skip(nesting > 0);
    }

    void skipLines() {
        skip(true);
    }

    /** Lets line ends count as blanks, as in a hole of a template. */
    Expression nestedExpression() {
        nesting++;
        Expression expression = expression();
        skip();
        nesting--;
        return expression;
    }

    private void skip(boolean alsoLines) {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == ' ' || c == '\t' || (alsoLines && (c == '\n' || c == '\r'))) {
                at++;
            } else if (c == '#' || isAt("//")) {
                int end = source.indexOf('\n', at);
                at = end < 0 ? source.length() : end;
            } else if (isAt("/*")) {
                int end = source.indexOf("*/", at);
                at = end < 0 ? source.length() : end + 2;
            } else {
                return;
            }
        }
    }

    private void enter() {
        if (++depth > DEEPEST) {
            throw problem("It is nested more than " + DEEPEST + " levels deep.");
        }
    }

    Mark mark() {
        return Mark.of(text, at);
    }

    DefinitionLoadException problem(String problem) {
        return DefinitionLoadException.at(
                mark(), "It cannot be read as Terraform. " + problem, "correct the syntax there.");
    }
}
