package io.github.stepunit.expression;

import io.github.stepunit.expression.ReferenceSteps.Step;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code $.name['name']["name"][0]}. Where a text is neither clearly this nor clearly wrong, it gives up: then
 * JSONPath decides.
 */
final class ReferenceStepsParser {

    /** What no index needs more of; JSONPath refuses the longer ones. */
    private static final int MAX_DIGITS = 9;

    private final String text;
    private final List<Step> steps = new ArrayList<>();
    private int at = 1;
    private boolean strict = true;

    private ReferenceStepsParser(String text) {
        this.text = text;
    }

    /**
     * Parses a path that starts with {@code $}.
     *
     * @return null when the path is more than steps, or is malformed
     */
    static @Nullable ReferenceSteps parse(String text) {
        ReferenceStepsParser parser = new ReferenceStepsParser(text);
        while (parser.at < text.length()) {
            if (!parser.step()) {
                return null;
            }
        }
        return new ReferenceSteps(parser.steps, parser.strict);
    }

    private boolean step() {
        if (peek() == '.') {
            at++;
            // "$.[0].body" occurs in production and means "$[0].body".
            return peek() == '[' ? bracket() : dotName();
        }
        return peek() == '[' && bracket();
    }

    private boolean dotName() {
        int start = at;
        while (at < text.length() && !endsName(text.charAt(at))) {
            at++;
        }
        String name = text.substring(start, at);
        // A blank belongs in brackets and a parenthesis to a function: both are JSONPath's affair.
        if (name.isEmpty() || name.startsWith("*") || peek() == ' ' || peek() == '(') {
            return false;
        }
        strict &= name.chars().noneMatch(c -> "@,:?*".indexOf(c) >= 0);
        steps.add(new Step(name, 0));
        return true;
    }

    private static boolean endsName(char c) {
        return c == '.' || c == '[' || c == ' ' || c == '(';
    }

    private boolean bracket() {
        at++;
        skipBlanks();
        char first = peek();
        boolean quoted = first == '\'' || first == '"';
        if (quoted ? !quotedName(first) : !index()) {
            return false;
        }
        skipBlanks();
        return peek() == ']' && at++ > 0;
    }

    private boolean quotedName(char quote) {
        StringBuilder name = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == quote) {
                at++;
                steps.add(new Step(name.toString(), 0));
                return true;
            }
            if (c == '\\' && at + 1 < text.length()) {
                // Any other backslash is part of the name: recorded in test_escape_sequence_parsing.
                at++;
                c = text.charAt(at);
                name.append(c == quote ? "" : "\\");
            }
            name.append(c);
        }
        return false;
    }

    private boolean index() {
        int start = at;
        if (peek() == '-') {
            at++;
            strict = false;
        }
        int digits = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        if (at == digits || at - digits > MAX_DIGITS) {
            return false;
        }
        steps.add(new Step(null, Integer.parseInt(text.substring(start, at))));
        return true;
    }

    private void skipBlanks() {
        while (peek() == ' ') {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }
}
