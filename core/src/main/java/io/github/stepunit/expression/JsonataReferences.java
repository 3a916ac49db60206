package io.github.stepunit.expression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a JSONata expression refers to. There is no context item in a state machine, so AWS refuses a bare name,
 * {@code $} and {@code $$} where they would mean it: only the first step of a path counts, and what stands in a
 * predicate, an order-by or a grouping has a context of its own, while the body of a function has that of the function.
 *
 * <p>Looks at the tokens only, as the library keeps its syntax tree to itself; the text has been parsed before.
 */
final class JsonataReferences {

    private static final String OPERATORS = ".[]{}()@#;:?+-*/%|=<>^&!~,";

    /** What is between two brackets. */
    private static final class Level {
        /** Whether there is a context item. */
        private final boolean relative;
        /** Of a transform {@code |…|…|}: how many bars are still to come; 0 for others. */
        private int bars;
        /** Whether the current step stands behind a dot. */
        private boolean step;
        /** Whether an operand has just ended, so that a bracket belongs to it. */
        private boolean operand;
        /** Whether the next bracket is that of {@code ^(…)}. */
        private boolean sort;
        /** Whether the next parentheses are the parameters of a function. */
        private boolean function;

        Level(boolean relative, int bars) {
            this.relative = relative;
            this.bars = bars;
        }

        boolean hasContext() {
            return relative || step;
        }

        void operator() {
            step = false;
            operand = false;
        }
    }

    private final String text;
    private final JsonataPlace place;
    private final Set<String> variables = new LinkedHashSet<>();
    private final Deque<Level> levels = new ArrayDeque<>();
    private Level level = new Level(false, 0);
    private @Nullable String problem;
    private int at;

    private JsonataReferences(String text, JsonataPlace place) {
        this.text = text;
        this.place = place;
    }

    /**
     * The names of the variables and functions that the expression mentions, without {@code $}.
     *
     * @throws UnsupportedReferenceException when it refers to something that is not there
     */
    static Set<String> of(String text, JsonataPlace place) throws UnsupportedReferenceException {
        JsonataReferences references = new JsonataReferences(text, place);
        while (references.skipBlanks()) {
            references.token();
        }
        if (references.problem != null) {
            throw new UnsupportedReferenceException(references.problem);
        }
        return Set.copyOf(references.variables);
    }

    private void token() {
        char c = text.charAt(at);
        if (c == '"' || c == '\'') {
            skipQuoted(c);
            level.operand = true;
        } else if (c == '`') {
            int start = at + 1;
            skipQuoted(c);
            name(text.substring(start, Math.max(start, at - 1)));
        } else if (c >= '0' && c <= '9') {
            number();
        } else if (c == '$') {
            at++;
            variable(word());
        } else if (OPERATORS.indexOf(c) < 0) {
            bareWord(word());
        } else if (c == '/' && !level.operand) {
            skipQuoted('/');
            word();
            level.operand = true;
        } else {
            at++;
            operator(c);
        }
    }

    // --- operands

    private void number() {
        while (at < text.length() && isPartOfNumber()) {
            at++;
        }
        level.operand = true;
    }

    private boolean isPartOfNumber() {
        char c = text.charAt(at);
        boolean afterExponent = "eE".indexOf(text.charAt(at - (at > 0 ? 1 : 0))) >= 0;
        return isDigit(c)
                || c == 'e'
                || c == 'E'
                || (c == '.' && isDigit(peek(1)))
                || ("+-".indexOf(c) >= 0 && afterExponent);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void variable(String name) {
        if (name.equals("$")) {
            report("Reference to '$$' is not supported.");
        } else if (name.isEmpty()) {
            if (!level.hasContext()) {
                report("Reference to '$' at the top level is not supported.");
            }
        } else {
            variables.add(name);
            if (name.equals("states")) {
                checkMember();
            }
        }
        level.operand = true;
    }

    private void checkMember() {
        int start = at;
        skipBlanks();
        if (peek(0) == '.' && peek(1) != '.') {
            at++;
            skipBlanks();
            char c = peek(0);
            String member =
                    c == '`' || c == '"' || c == '\'' ? quoted(c) : OPERATORS.indexOf(c) < 0 && c != '$' ? word() : "";
            if (!member.isEmpty() && !place.members().contains(member)) {
                report("Field '$states." + member + "' does not exist.");
            }
        }
        at = start;
    }

    private String quoted(char quote) {
        int start = at + 1;
        skipQuoted(quote);
        return text.substring(start, Math.max(start, at - 1));
    }

    private void bareWord(String word) {
        if (level.operand && List.of("and", "or", "in").contains(word)) {
            level.operator();
        } else if (List.of("true", "false", "null").contains(word)) {
            level.operand = true;
        } else if ((word.equals("function") || word.equals("λ")) && skipBlanks() && peek(0) == '(') {
            level.function = true;
        } else {
            name(word);
        }
    }

    private void name(String name) {
        if (!level.hasContext()) {
            report("Reference to '" + name + "' at the top level is not supported.");
        }
        level.operand = true;
    }

    // --- operators

    private void operator(char c) {
        switch (c) {
            case '.' -> dot();
            case '(' -> open(level.sort || level.hasContext());
            case '[', '{' -> open(level.operand || level.hasContext());
            case ')', ']', '}' -> close();
            case '|' -> bar();
            case '^' -> level.sort = true;
            case '@', '#' -> level.operand = true;
            case '*', '%', '?' -> {
                if (level.operand) {
                    level.operator();
                } else {
                    level.operand = true; // a wildcard, the parent, a placeholder
                }
            }
            default -> level.operator();
        }
    }

    private void dot() {
        level.operator();
        if (peek(0) == '.') {
            at++;
        } else {
            level.step = true;
        }
    }

    private void open(boolean relative) {
        level.sort = false;
        push(new Level(relative, 0));
    }

    private void push(Level inner) {
        levels.push(level);
        level = inner;
    }

    private void close() {
        if (levels.isEmpty()) {
            return;
        }
        level = levels.pop();
        level.operand = !level.function;
        if (level.function) {
            level.function = false;
            skipBlanks();
            if (peek(0) == '<') {
                skipSignature();
            }
        }
    }

    private void skipSignature() {
        int open = 0;
        do {
            open += peek(0) == '<' ? 1 : peek(0) == '>' ? -1 : 0;
            at++;
        } while (open > 0 && at < text.length());
    }

    private void bar() {
        if (level.bars == 1) {
            close();
        } else if (level.bars > 1) {
            level.bars--;
            level.operator();
        } else {
            push(new Level(true, 2));
        }
    }

    // --- characters

    private void report(String newProblem) {
        if (problem == null) {
            problem = newProblem;
        }
    }

    private String word() {
        int start = at;
        while (at < text.length() && OPERATORS.indexOf(text.charAt(at)) < 0 && text.charAt(at) > ' ') {
            at++;
        }
        return text.substring(start, at);
    }

    private void skipQuoted(char quote) {
        at++;
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' && quote != '`' ? 2 : 1;
        }
        at = Math.min(at + 1, text.length());
    }

    /** Whether there is more. */
    private boolean skipBlanks() {
        while (at < text.length()) {
            if (text.charAt(at) <= ' ') {
                at++;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else {
                return true;
            }
        }
        return false;
    }

    private char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : '\0';
    }
}
