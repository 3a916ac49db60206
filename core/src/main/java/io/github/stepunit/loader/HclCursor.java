package io.github.stepunit.loader;

import io.github.stepunit.json.LocatedText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the parsers of HCL stand in a text, and the few things that they all ask of it. */
final class HclCursor {

    static final Pattern IDENTIFIER = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_-]*");
    private static final int DEEPEST = 200;

    final LocatedText text;
    private final String source;
    int at;
    /** Within parentheses and brackets a line end is a blank. */
    private int nesting;

    private int depth;

    HclCursor(LocatedText text) {
        this.text = text;
        this.source = text.text();
    }

    boolean isAtEnd() {
        return at >= source.length();
    }

    boolean isAt(String token) {
        return source.startsWith(token, at);
    }

    /** Steps over the token if it is there. */
    boolean take(String token) {
        boolean isThere = isAt(token);
        at += isThere ? token.length() : 0;
        return isThere;
    }

    /** The pattern, at the place where the cursor stands. */
    Matcher matcher(Pattern pattern) {
        return pattern.matcher(source).region(at, source.length());
    }

    void expect(String token) {
        skipLines();
        if (!take(token)) {
            throw problem("There should be a " + token + " here.");
        }
    }

    void word(String word) {
        skip();
        if (!take(word)) {
            throw problem("There should be the word " + word + " here.");
        }
    }

    String name() {
        Matcher matcher = matcher(IDENTIFIER);
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

    /** From here on line ends count as blanks; ends with {@link #endLines}. */
    void joinLines() {
        nesting++;
    }

    void endLines() {
        nesting--;
    }

    /** From here on line ends count, whatever is around; the result is for {@link #restoreLines}. */
    int countLines() {
        int outer = nesting;
        nesting = 0;
        return outer;
    }

    void restoreLines(int outer) {
        nesting = outer;
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

    /** One level deeper; ends with {@link #leave}. */
    void enter() {
        if (++depth > DEEPEST) {
            throw problem("It is nested more than " + DEEPEST + " levels deep.");
        }
    }

    void leave() {
        depth--;
    }

    Mark mark() {
        return Mark.of(text, at);
    }

    DefinitionLoadException problem(String problem) {
        return DefinitionLoadException.at(
                mark(), "It cannot be read as Terraform. " + problem, "correct the syntax there.");
    }
}
