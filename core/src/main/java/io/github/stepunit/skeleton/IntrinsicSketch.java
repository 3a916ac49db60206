package io.github.stepunit.skeleton;

import io.github.stepunit.skeleton.DataPath.Root;
import java.util.ArrayList;
import java.util.List;

/** Reads a call of an intrinsic function, for where its data come from. The definition has been checked before. */
final class IntrinsicSketch {

    private final String text;
    private final Root root;
    private int at;

    private IntrinsicSketch(String text, Root root) {
        this.text = text;
        this.root = root;
    }

    /**
     * A path or a call.
     *
     * @param root what {@code $} means where it stands
     */
    static Query parse(String text, Root root) {
        return text.startsWith("$")
                ? new Query.Read(DataPath.parse(text, root))
                : new IntrinsicSketch(text, root).argument();
    }

    private Query argument() {
        skipBlanks();
        if (peek() == '\'') {
            return string();
        }
        int start = at;
        int open = 0;
        while (at < text.length() && (open > 0 || (peek() != ',' && peek() != ')' && peek() != '('))) {
            if (open > 0 && (peek() == '\'' || peek() == '"')) {
                at = Math.max(at, text.indexOf(peek(), at + 1));
            }
            open += peek() == '[' ? 1 : peek() == ']' ? -1 : 0;
            at++;
        }
        String word = text.substring(start, at).strip();
        if (word.startsWith("$")) {
            return new Query.Read(DataPath.parse(word, root));
        }
        return peek() == '(' ? call(word) : new Query.Value(Values.literal(word));
    }

    private Query call(String name) {
        List<Query> arguments = new ArrayList<>();
        at++;
        skipBlanks();
        while (at < text.length() && peek() != ')') {
            arguments.add(argument());
            skipBlanks();
            if (peek() == ',') {
                at++;
            }
        }
        at++;
        return new Query.Call(name, arguments);
    }

    private Query string() {
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length() && peek() != '\''; at++) {
            at += peek() == '\\' ? 1 : 0;
            value.append(peek());
        }
        at++;
        return new Query.Value(Values.text(value.toString()));
    }

    private void skipBlanks() {
        while (Character.isWhitespace(peek())) {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }
}
