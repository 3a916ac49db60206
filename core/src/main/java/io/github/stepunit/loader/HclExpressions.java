package io.github.stepunit.loader;

import io.github.stepunit.json.LocatedText;
import io.github.stepunit.loader.Hcl.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses the expressions of HCL 2. Strings are {@link HclTemplates}' business, lists and objects {@link HclCollections}'. */
final class HclExpressions {

    private static final List<List<String>> OPERATORS = List.of(
            List.of("||"),
            List.of("&&"),
            List.of("==", "!="),
            List.of("<=", ">=", "<", ">"),
            List.of("+", "-"),
            List.of("*", "/", "%"));
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern HEREDOC = Pattern.compile("<<(-?)([\\p{L}_][\\p{L}\\p{N}_-]*)[ \\t]*\\r?\\n");

    private final HclCursor cursor;

    HclExpressions(HclCursor cursor) {
        this.cursor = cursor;
    }

    Expression expression() {
        cursor.enter();
        cursor.skip();
        Mark mark = cursor.mark();
        Expression condition = binary(0);
        cursor.skip();
        if (cursor.take("?")) {
            cursor.joinLines(); // the parts of a conditional may stand on lines of their own
            Expression then = expression();
            cursor.expect(":");
            cursor.endLines();
            condition = new Hcl.Choice(condition, then, expression(), mark);
        }
        cursor.leave();
        return condition;
    }

    private Expression binary(int level) {
        if (level == OPERATORS.size()) {
            return unary();
        }
        Expression left = binary(level + 1);
        while (true) {
            cursor.skip();
            String operator = operatorAt(level);
            if (operator == null) {
                return left;
            }
            Mark mark = cursor.mark();
            cursor.at += operator.length();
            left = new Hcl.Binary(operator, left, binary(level + 1), mark);
        }
    }

    private @Nullable String operatorAt(int level) {
        for (String operator : OPERATORS.get(level)) {
            if (cursor.isAt(operator) && !cursor.isAt("=>")) {
                return operator;
            }
        }
        return null;
    }

    private Expression unary() {
        cursor.skip();
        Mark mark = cursor.mark();
        if (cursor.isAt("!") || cursor.isAt("-")) {
            String operator = cursor.text.text().substring(cursor.at, cursor.at + 1);
            cursor.at++;
            return new Hcl.Unary(operator, unary(), mark);
        }
        return postfix(primary());
    }

    private Expression postfix(Expression start) {
        Expression target = start;
        Mark mark = start.mark();
        while (true) {
            if (cursor.take(".*") || cursor.take("[*]")) {
                target = new Hcl.Splat(target, mark);
            } else if (cursor.isAt(".") && !cursor.isAt("...")) {
                cursor.at++;
                Matcher index = cursor.matcher(NUMBER);
                if (index.lookingAt()) {
                    String digits = index.group().replaceAll("\\..*", "");
                    cursor.at += digits.length();
                    target = new Hcl.Get(target, digits, mark);
                } else {
                    target = new Hcl.Get(target, cursor.name(), mark);
                }
            } else if (cursor.take("[")) {
                cursor.joinLines();
                Expression index = expression();
                cursor.endLines();
                cursor.expect("]");
                target = new Hcl.Index(target, index, mark);
            } else {
                return target;
            }
        }
    }

    private Expression primary() {
        Mark mark = cursor.mark();
        if (cursor.take("\"")) {
            return new Hcl.Template(new HclTemplates(cursor, true).parse(), mark);
        }
        Matcher heredoc = cursor.matcher(HEREDOC);
        if (heredoc.lookingAt()) {
            return heredoc(heredoc, mark);
        }
        Matcher number = cursor.matcher(NUMBER);
        if (number.lookingAt()) {
            cursor.at = number.end();
            return constant(number.group(), mark);
        }
        if (cursor.take("(")) {
            cursor.joinLines();
            Expression inner = expression();
            cursor.skip();
            cursor.endLines();
            cursor.expect(")");
            return inner;
        }
        if (cursor.isAt("[") || cursor.isAt("{")) {
            return new HclCollections(cursor, this).parse();
        }
        String name = cursor.name();
        if (name.equals("true") || name.equals("false") || name.equals("null")) {
            return constant(name, mark);
        }
        while (cursor.take("::")) {
            name = cursor.name();
        }
        return cursor.isAt("(") ? call(name, mark) : new Hcl.Root(name, mark);
    }

    private Expression constant(String raw, Mark mark) {
        Node.Scalar value = PlainScalars.resolve(raw, mark);
        return new Hcl.Constant(value == null ? Node.Text.of(raw, mark) : value, mark);
    }

    private Expression call(String function, Mark mark) {
        List<Expression> arguments = new ArrayList<>();
        cursor.at++;
        cursor.joinLines();
        for (cursor.skip(); !cursor.isAt(")"); cursor.skip()) {
            arguments.add(expression());
            cursor.skip();
            if (cursor.take("...")) {
                cursor.skip();
            }
            if (!cursor.take(",") && !cursor.isAt(")")) {
                throw cursor.problem("A call of " + function + " has no end here.");
            }
        }
        cursor.endLines();
        cursor.expect(")");
        return new Hcl.Call(function, arguments, mark);
    }

    /** Lets line ends count as blanks, as in a hole of a template. */
    Expression nestedExpression() {
        cursor.joinLines();
        Expression expression = expression();
        cursor.skip();
        cursor.endLines();
        return expression;
    }

    private Expression heredoc(Matcher start, Mark mark) {
        Pattern end = Pattern.compile("^[ \\t]*" + Pattern.quote(start.group(2)) + "[ \\t]*$", Pattern.MULTILINE);
        Matcher marker = end.matcher(cursor.text.text());
        if (!marker.find(start.end())) {
            throw cursor.problem("The text has no end: there is no line " + start.group(2) + ".");
        }
        LocatedText body = cursor.text.substring(start.end(), marker.start());
        cursor.at = marker.end();
        LocatedText shown = start.group(1).isEmpty() ? body : withoutIndentation(body);
        return new Hcl.Template(new HclTemplates(new HclCursor(shown), false).parse(), mark);
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
}
