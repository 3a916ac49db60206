package io.github.stepunit.loader;

import io.github.stepunit.json.LocatedText;
import java.util.ArrayList;
import java.util.List;

/** Parses the native syntax of HCL 2: files, which are bodies of attributes and blocks. */
final class HclParser {

    private final HclCursor cursor;
    private final HclExpressions expressions;

    private HclParser(HclCursor cursor) {
        this.cursor = cursor;
        this.expressions = new HclExpressions(cursor);
    }

    /** Parses a whole file. */
    static Hcl.Body parse(LocatedText text) {
        HclCursor cursor = new HclCursor(text);
        Hcl.Body body = new HclParser(cursor).body();
        if (!cursor.isAtEnd()) {
            throw cursor.problem("There is a } too many.");
        }
        return body;
    }

    private Hcl.Body body() {
        List<Hcl.Attribute> attributes = new ArrayList<>();
        List<Hcl.Block> blocks = new ArrayList<>();
        int outer = cursor.countLines();
        for (cursor.skipLines(); !cursor.isAtEnd() && !cursor.isAt("}"); cursor.skipLines()) {
            Mark mark = cursor.mark();
            String name = cursor.name();
            cursor.skip();
            if (cursor.isAt("=") && !cursor.isAt("==")) {
                cursor.at++;
                attributes.add(new Hcl.Attribute(name, expressions.expression(), mark));
            } else {
                blocks.add(block(name, mark));
            }
        }
        cursor.restoreLines(outer);
        return new Hcl.Body(attributes, blocks);
    }

    private Hcl.Block block(String type, Mark mark) {
        List<String> labels = new ArrayList<>();
        for (cursor.skip(); !cursor.isAt("{"); cursor.skip()) {
            if (cursor.isAt("\"")) {
                int end = cursor.text.text().indexOf('"', cursor.at + 1);
                if (end < 0) {
                    throw cursor.problem("The label has no end.");
                }
                labels.add(cursor.text.text().substring(cursor.at + 1, end));
                cursor.at = end + 1;
            } else {
                labels.add(cursor.name());
            }
        }
        cursor.enter();
        cursor.at++;
        Hcl.Body body = body();
        cursor.expect("}");
        cursor.leave();
        return new Hcl.Block(type, labels, body, mark);
    }
}
