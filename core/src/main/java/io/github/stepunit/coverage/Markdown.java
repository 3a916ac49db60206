package io.github.stepunit.coverage;

/** Text that Markdown and the HTML in it leave alone. */
final class Markdown {

    private Markdown() {}

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '\n', '\r', '\t' -> escaped.append(' ');
                case '\\', '`', '*', '_', '[', ']', '#', '|', '~', '!', '@' ->
                    escaped.append('\\').append(c);
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
