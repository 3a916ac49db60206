package io.github.stepunit.loader;

import io.github.stepunit.json.LocatedText;
import io.github.stepunit.loader.Hcl.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the lists and objects of HCL 2, written out or as {@code for} expressions. */
final class HclCollections {

    private static final Pattern FOR = Pattern.compile("for\\s");

    private final HclCursor cursor;
    private final HclExpressions expressions;

    HclCollections(HclCursor cursor, HclExpressions expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    Expression parse() {
        Mark mark = cursor.mark();
        boolean isList = cursor.isAt("[");
        cursor.at++;
        cursor.joinLines();
        cursor.skip();
        Expression result;
        Matcher loop = cursor.matcher(FOR);
        if (loop.lookingAt()) {
            cursor.at = loop.end();
            result = loop(isList, mark);
        } else {
            result = isList ? new Hcl.ListOf(items(), mark) : new Hcl.ObjectOf(entries(), mark);
        }
        cursor.skip();
        cursor.endLines();
        cursor.expect(isList ? "]" : "}");
        return result;
    }

    private List<Expression> items() {
        List<Expression> items = new ArrayList<>();
        for (cursor.skip(); !cursor.isAt("]"); cursor.skip()) {
            items.add(expressions.expression());
            cursor.skip();
            if (!cursor.take(",") && !cursor.isAt("]")) {
                throw cursor.problem("A list has no end here.");
            }
        }
        return items;
    }

    private List<Hcl.Entry> entries() {
        List<Hcl.Entry> entries = new ArrayList<>();
        for (cursor.skip(); !cursor.isAt("}"); cursor.skip()) {
            Expression name = entryName();
            cursor.skip();
            if (!cursor.take("=") && !cursor.take(":")) {
                throw cursor.problem("A field has no value here.");
            }
            // A field ends with its line, in spite of the braces around it.
            int outer = cursor.countLines();
            entries.add(new Hcl.Entry(name, expressions.expression()));
            cursor.restoreLines(outer);
            cursor.skip();
            cursor.take(",");
        }
        return entries;
    }

    private Expression entryName() {
        Mark mark = cursor.mark();
        Matcher identifier = cursor.matcher(HclCursor.IDENTIFIER);
        if (identifier.lookingAt()) {
            int end = identifier.end();
            String rest = cursor.text
                    .text()
                    .substring(end, Math.min(cursor.text.length(), end + 100))
                    .stripLeading();
            if (rest.startsWith("=") || rest.startsWith(":")) {
                LocatedText name = cursor.text.substring(cursor.at, end);
                cursor.at = end;
                return new Hcl.Template(List.of(new Hcl.Literal(name)), mark);
            }
        }
        return expressions.expression();
    }

    private Expression loop(boolean isList, Mark mark) {
        cursor.skip();
        String first = cursor.name();
        cursor.skip();
        String second = null;
        if (cursor.take(",")) {
            cursor.skip();
            second = cursor.name();
            cursor.skip();
        }
        cursor.word("in");
        Expression collection = expressions.expression();
        cursor.skip();
        cursor.expect(":");
        Expression result = expressions.expression();
        Expression key = null;
        cursor.skip();
        if (!isList) {
            cursor.expect("=>");
            key = result;
            result = expressions.expression();
            cursor.skip();
            if (cursor.take("...")) {
                cursor.skip();
            }
        }
        Expression condition = null;
        if (cursor.take("if")) {
            condition = expressions.expression();
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
}
