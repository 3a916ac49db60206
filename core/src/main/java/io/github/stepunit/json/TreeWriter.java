package io.github.stepunit.json;

import com.fasterxml.jackson.core.io.CharTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/**
 * Writes one tree as text, compact or indented. Keeps its place in an explicit stack: a loop of a state machine can nest its data
 * deeper than Java's stack reaches.
 */
final class TreeWriter {

    /** The HTTP headers and ids of requests. */
    private static final Set<String> NOISE = Set.of("SdkHttpMetadata", "SdkResponseMetadata");

    private final StringBuilder out = new StringBuilder();
    private final int limit;
    private final boolean indented;
    private final boolean eliding;
    private final Map<JsonNode, String> known;
    private Iterator<?>[] open = new Iterator<?>[8];
    private char[] closers = new char[8];
    private int depth;

    /** @param limit stops soon after that many characters; {@link Integer#MAX_VALUE} for the whole text */
    TreeWriter(int limit) {
        this(limit, false, false, Map.of());
    }

    private TreeWriter(int limit, boolean indented, boolean eliding, Map<JsonNode, String> known) {
        this.limit = limit;
        this.indented = indented;
        this.eliding = eliding;
        this.known = known;
    }

    /** With each field and element on a line of its own. */
    static TreeWriter indented() {
        return new TreeWriter(Integer.MAX_VALUE, true, false, Map.of());
    }

    /** With no more than a mark for what AWS adds to the answer of a service, and nobody reads. */
    static TreeWriter eliding(int limit) {
        return new TreeWriter(limit, false, true, Map.of());
    }

    /** @param known the compact text of objects that may be met; a map that goes by identity */
    static TreeWriter knowing(Map<JsonNode, String> known) {
        return new TreeWriter(Integer.MAX_VALUE, false, false, known);
    }

    String write(JsonNode root) {
        value(root);
        boolean first = true;
        while (depth > 0 && out.length() <= limit) {
            int before = depth;
            if (open[depth - 1].hasNext()) {
                if (!first) {
                    out.append(',');
                }
                newLine(depth);
                child(open[depth - 1].next());
                first = depth > before;
            } else {
                depth--;
                if (!first) {
                    newLine(depth);
                }
                out.append(closers[depth]);
                first = false;
            }
        }
        return out.toString();
    }

    private void newLine(int level) {
        if (indented) {
            out.append('\n').append("  ".repeat(level));
        }
    }

    private void child(Object child) {
        if (child instanceof Map.Entry<?, ?> field) {
            String name = (String) field.getKey();
            string(name);
            out.append(indented ? ": " : ":");
            JsonNode value = (JsonNode) field.getValue();
            if (eliding && value.isObject() && NOISE.contains(name)) {
                out.append('…');
            } else {
                value(value);
            }
        } else {
            value((JsonNode) child);
        }
    }

    private void value(JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT -> object((ObjectNode) value);
            case ARRAY -> open('[', ']', value.iterator());
            case STRING -> string(value.textValue());
            case NUMBER, BOOLEAN, NULL -> out.append(scalar(value));
            default -> out.append(value);
        }
    }

    /** JSON text of a number, boolean or null; much faster than Jackson's {@code toString()}. */
    static String scalar(JsonNode value) {
        // JSON has no NaN and no Infinity; Jackson (and AWS) write them as strings.
        return value.isDouble() && !Double.isFinite(value.doubleValue()) ? value.toString() : value.asText();
    }

    private void object(ObjectNode object) {
        String text = known.isEmpty() ? null : known.get(object);
        if (text == null) {
            open('{', '}', object.properties().iterator());
        } else {
            out.append(text);
        }
    }

    private void open(char opener, char closer, Iterator<?> children) {
        out.append(opener);
        if (depth == open.length) {
            open = Arrays.copyOf(open, depth * 2);
            closers = Arrays.copyOf(closers, depth * 2);
        }
        open[depth] = children;
        closers[depth++] = closer;
    }

    private void string(String text) {
        out.append('"');
        // In long: the limit may be Integer.MAX_VALUE.
        long room = (long) limit - out.length() + 1;
        CharTypes.appendQuoted(out, text.length() > room ? text.substring(0, (int) Math.max(0, room)) : text);
        out.append('"');
    }
}
