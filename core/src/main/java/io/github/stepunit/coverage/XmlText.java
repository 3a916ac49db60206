package io.github.stepunit.coverage;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Writes XML with indentation. Whatever the text, what comes out is well-formed. */
final class XmlText {

    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** A document type, before the first element. */
    XmlText docType(String declaration) {
        text.append(declaration).append('\n');
        return this;
    }

    /** An element that has others in it; attributes are names and values in turn. */
    XmlText start(String name, @Nullable Object... attributes) {
        tag(name, attributes).append(">\n");
        open.push(name);
        return this;
    }

    /** Ends the innermost element that is open. */
    XmlText end() {
        String name = open.pop();
        indent().append("</").append(name).append(">\n");
        return this;
    }

    /** An element without content. */
    XmlText empty(String name, @Nullable Object... attributes) {
        tag(name, attributes).append("/>\n");
        return this;
    }

    /** An element with text. */
    XmlText withText(String name, String content) {
        tag(name).append('>').append(escape(content)).append("</").append(name).append(">\n");
        return this;
    }

    private StringBuilder tag(String name, @Nullable Object... attributes) {
        indent().append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escape(String.valueOf(attributes[i + 1])))
                    .append('"');
        }
        return text;
    }

    private StringBuilder indent() {
        return text.append("  ".repeat(open.size()));
    }

    /** Characters that XML 1.0 cannot hold at all become U+FFFD. */
    static String escape(String raw) {
        StringBuilder escaped = new StringBuilder(raw.length());
        raw.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\n', '\r', '\t' -> escaped.append("&#").append(c).append(';');
                default -> escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
