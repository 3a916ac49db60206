package io.github.stepunit.internal.interpreter;

/** {@code StringMatches}: {@code *} stands for any text, {@code \*} for a star and {@code \\} for a backslash. */
final class StringPattern {

    private StringPattern() {}

    /** Matches greedily with one point of return, so in time linear in the text for each star. */
    static boolean matches(String pattern, String text) {
        int p = 0;
        int t = 0;
        int starAt = -1;
        int starText = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                starAt = p++;
                starText = t;
            } else if (p < pattern.length() && literal(pattern, p) == text.charAt(t)) {
                p += length(pattern, p);
                t++;
            } else if (starAt >= 0) {
                p = starAt + 1;
                t = ++starText;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private static boolean isEscape(String pattern, int at) {
        return pattern.charAt(at) == '\\'
                && at + 1 < pattern.length()
                && (pattern.charAt(at + 1) == '*' || pattern.charAt(at + 1) == '\\');
    }

    private static char literal(String pattern, int at) {
        return pattern.charAt(isEscape(pattern, at) ? at + 1 : at);
    }

    private static int length(String pattern, int at) {
        return isEscape(pattern, at) ? 2 : 1;
    }
}
