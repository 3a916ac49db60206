package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads one call of an intrinsic function with the calls nested in it. */
final class IntrinsicFunctionParser {

    /** What a backslash may stand before in a string literal; anything else AWS refuses (recorded in test_illegal_escapes). */
    static final String ESCAPABLE = "'{}\\";

    private static final int MAX_NESTED = 10;
    private static final Pattern WORD = Pattern.compile("true|false|null|-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

    private final String text;
    private int at;

    IntrinsicFunctionParser(String text) {
        this.text = text;
    }

    IntrinsicFunction parse() throws InvalidExpressionException {
        IntrinsicFunction call = call(0);
        skipBlanks();
        if (at < text.length()) {
            throw invalid("'" + text.substring(at) + "' stands after the end of the call");
        }
        return call;
    }

    private IntrinsicFunction call(int depth) throws InvalidExpressionException {
        int start = at;
        Intrinsic function = name();
        if (depth > MAX_NESTED) {
            throw invalid("Intrinsic functions can be nested " + MAX_NESTED + " deep only");
        }
        List<Expression> arguments = new ArrayList<>();
        at++;
        skipBlanks();
        while (peek() != ')' || !arguments.isEmpty()) {
            arguments.add(argument(depth, function == Intrinsic.FORMAT && arguments.isEmpty()));
            skipBlanks();
            if (peek() == ')') {
                break;
            }
            expect(',');
            skipBlanks();
        }
        expect(')');
        if (!function.takes(arguments.size())) {
            throw invalid(
                    function.functionName() + " takes " + function.arity() + " arguments, but has " + arguments.size());
        }
        return new IntrinsicFunction(text.substring(start, at), function, arguments);
    }

    private Intrinsic name() throws InvalidExpressionException {
        int start = at;
        while (Character.isLetterOrDigit(peek()) || peek() == '.') {
            at++;
        }
        String name = text.substring(start, at);
        Intrinsic function = Intrinsic.named(name);
        if (function == null || peek() != '(') {
            throw invalid("'" + name + "' at position " + (start + 1) + " is no call of an intrinsic function");
        }
        return function;
    }

    private Expression argument(int depth, boolean template) throws InvalidExpressionException {
        if (peek() == '\'') {
            return string(template);
        }
        if (peek() == '$') {
            return path();
        }
        if (text.startsWith("States.", at)) {
            return call(depth + 1);
        }
        int start = at;
        while (at < text.length() && peek() != ',' && peek() != ')' && !Character.isWhitespace(peek())) {
            at++;
        }
        String word = text.substring(start, at);
        if (!WORD.matcher(word).matches()) {
            throw invalid("'" + word + "' at position " + (start + 1)
                    + " is no string in single quotes, number, boolean, null, path or function");
        }
        try {
            return new Literal(JsonText.parse(word));
        } catch (InvalidJsonException tooLong) {
            throw invalid("The number at position " + (start + 1) + " has " + word.length()
                    + " characters; a number can have 1000 at most");
        }
    }

    /** @param template whether the escapes stay, because an escaped brace makes no placeholder */
    private Literal string(boolean template) throws InvalidExpressionException {
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\'') {
                at++;
                return new Literal(TextNode.valueOf(value.toString()));
            }
            if (c == '\\') {
                at++;
                if (ESCAPABLE.indexOf(peek()) < 0) {
                    throw invalid("A backslash can stand before ' { } and \\ only, not at position " + at);
                }
                value.append(template ? "\\" : "");
                c = peek();
            }
            value.append(c);
        }
        throw invalid("A string is not closed");
    }

    private Path path() throws InvalidExpressionException {
        int start = at;
        int open = 0;
        while (at < text.length() && (open > 0 || (peek() != ',' && peek() != ')'))) {
            char c = peek();
            if (open > 0 && (c == '\'' || c == '"')) {
                skipQuoted(c);
            } else if (c == '[' || c == '(') {
                open++;
            } else if (c == ']' || c == ')') {
                open--;
            }
            at++;
        }
        return Path.parse(text.substring(start, Math.min(at, text.length())).stripTrailing());
    }

    /** Leaves the position at the closing quote. */
    private void skipQuoted(char quote) {
        for (at++; at < text.length() && text.charAt(at) != quote; at++) {
            if (text.charAt(at) == '\\') {
                at++;
            }
        }
    }

    private void expect(char expected) throws InvalidExpressionException {
        if (peek() != expected) {
            throw invalid("'" + expected + "' is missing at position " + (at + 1));
        }
        at++;
    }

    private void skipBlanks() {
        while (Character.isWhitespace(peek())) {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private static InvalidExpressionException invalid(String message) {
        return new InvalidExpressionException(message + ".");
    }
}
