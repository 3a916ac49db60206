package io.github.stepunit.skeleton;

import java.util.List;

/** The tokens of a JSONata expression, one after the other. An empty one stands for its end. */
final class JsonataTokens {

    private static final List<String> LONG = List.of(":=", "!=", "<=", ">=", "~>", "..", "**");
    private static final String OPERATORS = ".[]{}()@#;:?+-*/%|=<>^&!~,";

    private final String text;
    private int at;

    JsonataTokens(String text) {
        this.text = text;
    }

    /** The next one, which stays. */
    String peek() {
        int start = at;
        String token = at < text.length() ? next() : "";
        at = start;
        return token;
    }

    void expect(String token) {
        if (!next().equals(token)) {
            throw new IllegalArgumentException(token + " is missing");
        }
    }

    /**
     * The next one.
     *
     * @throws IllegalArgumentException at the end, when more was expected
     */
    String next() {
        skipBlanks();
        if (at >= text.length()) {
            if (at > text.length()) {
                throw new IllegalArgumentException("more was expected");
            }
            at = text.length() + 1;
            return "";
        }
        char c = text.charAt(at);
        int start = at;
        if (c == '"' || c == '\'' || c == '`') {
            quoted(c);
        } else if (Character.isDigit(c)) {
            number();
        } else if (OPERATORS.indexOf(c) < 0) {
            word();
        } else {
            at += LONG.stream().anyMatch(each -> text.startsWith(each, start)) ? 2 : 1;
        }
        return text.substring(start, at);
    }

    static String unquoted(String token) {
        char first = token.isEmpty() ? ' ' : token.charAt(0);
        return first == '"' || first == '\'' || first == '`'
                ? token.substring(1, Math.max(1, token.length() - 1)).replaceAll("\\\\(.)", "$1")
                : token;
    }

    private void quoted(char quote) {
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' && quote != '`' ? 2 : 1;
        }
        at = Math.min(at + 1, text.length());
    }

    private void number() {
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at))
                        || (text.charAt(at) == '.' && !text.startsWith("..", at)))) {
            at++;
        }
    }

    private void word() {
        at++;
        while (at < text.length() && OPERATORS.indexOf(text.charAt(at)) < 0 && text.charAt(at) > ' ') {
            at++;
        }
    }

    private void skipBlanks() {
        while (at < text.length()) {
            if (text.charAt(at) <= ' ') {
                at++;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else {
                return;
            }
        }
    }
}
