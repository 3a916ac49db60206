package io.github.stepunit.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes of UTF-8 the text of a tree has, which is what AWS's quota of 262,144 bytes counts. Adds them up
 * without writing the text, and remembers the larger containers by identity: a new object around an unchanged 200 KB
 * tree costs no more than the new object. That is sound because a value that has been handed on is never mutated.
 *
 * <p>One instance for each execution; not thread-safe.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class PayloadSize {

    /**
     * Work that pays for a slot: one for each node, one for eight characters. Not bytes: a new object around a large
     * tree that is known already has many of those but took no work, and would evict others for nothing.
     */
    private static final int WORTH_REMEMBERING = 64;
    /** A power of two. A newcomer evicts whoever has its slot, so that memory stays bounded in endless loops. */
    private static final int SLOTS = 1024;
    /** Containers at this depth are looked up whatever their width, deeper ones from this width. */
    private static final int SHALLOW = 3;

    private static final int WIDE = 16;

    /** Empty until there is something to remember: most executions are small and short. */
    private @Nullable JsonNode[] rememberedNodes = new JsonNode[0];

    private long[] rememberedSizes = new long[0];

    private JsonNode[] containers = new JsonNode[16];
    private Iterator<?>[] children = new Iterator<?>[16];
    private long[] totalsBefore = new long[16];
    private long[] worksBefore = new long[16];
    private int depth;
    /** The last object measured by its text, whose fields are surely not larger than it is; null when there is none. */
    private @Nullable ObjectNode parsed;

    private long parsedBytes;
    private boolean estimating;
    private boolean estimated;
    private long total;
    private long work;

    /** A measure that has seen nothing yet. */
    public PayloadSize() {
        // For the Javadoc.
    }

    /** Bytes of UTF-8 of {@link JsonText#write} of this value. */
    public long of(JsonNode value) {
        measure(value, Long.MAX_VALUE);
        return total;
    }

    /**
     * Whether the value has more bytes than {@code limit}. Stops counting as soon as it knows, and counts what was taken
     * out of a parsed input as the whole of that input first: only where that is too much, it is measured.
     */
    public boolean exceeds(JsonNode value, long limit) {
        estimating = parsed != null;
        measure(value, limit);
        if (total > limit && estimated) {
            estimating = false;
            measure(value, limit);
        }
        estimating = false;
        return total > limit;
    }

    private void measure(JsonNode root, long limit) {
        depth = 0;
        total = 0;
        work = 0;
        estimated = false;
        value(root);
        while (depth > 0 && total <= limit) {
            int open = depth;
            children(containers[depth - 1], children[depth - 1]);
            if (depth == open) {
                close();
            }
        }
    }

    /** Measures children up to and including the next one that has children itself and so is to be measured first. */
    private void children(JsonNode container, Iterator<?> children) {
        int open = depth;
        if (container instanceof ObjectNode) {
            while (depth == open && children.hasNext()) {
                Map.Entry<?, ?> field = (Map.Entry<?, ?>) children.next();
                total += 1 + string((String) field.getKey());
                value((JsonNode) field.getValue());
            }
        } else {
            while (depth == open && children.hasNext()) {
                value((JsonNode) children.next());
            }
        }
    }

    private void value(JsonNode value) {
        work++;
        switch (value.getNodeType()) {
            case OBJECT, ARRAY -> container(value);
            case STRING -> total += string(value.textValue());
            case BOOLEAN -> total += value.booleanValue() ? 4 : 5;
            case NULL -> total += 4;
            default -> total += number(value);
        }
    }

    @SuppressWarnings("ReferenceEquality") // identity is the point: equal trees would have to be compared in full
    private void container(JsonNode value) {
        JsonNode container = depth == 0 ? value : JsonText.withoutText(value);
        int slot = canBeRemembered(container) ? System.identityHashCode(container) & (SLOTS - 1) : -1;
        if (slot >= 0 && rememberedNodes[slot] == container) {
            total += rememberedSizes[slot];
        } else if (container instanceof SourceText source) {
            total += bytes(source);
        } else if (estimating && isFieldOfParsed(container)) {
            total += parsedBytes;
            estimated = true;
        } else {
            open(container);
        }
    }

    private long bytes(SourceText source) {
        if (source instanceof SourceObjectNode object && object.size() <= WIDE) {
            parsed = object;
            parsedBytes = source.bytes();
        }
        return source.bytes();
    }

    @SuppressWarnings("ReferenceEquality") // as above
    private boolean isFieldOfParsed(JsonNode container) {
        if (parsed == null || depth != 1) {
            return false;
        }
        for (JsonNode field : parsed) {
            if (field == container) {
                return true;
            }
        }
        return false;
    }

    /** Asking for an identity hash code for the first time costs more than to measure a small container again. */
    private boolean canBeRemembered(JsonNode container) {
        return rememberedNodes.length > 0 && (depth < SHALLOW || container.size() >= WIDE);
    }

    private void open(JsonNode container) {
        if (depth == containers.length) {
            containers = Arrays.copyOf(containers, depth * 2);
            children = Arrays.copyOf(children, depth * 2);
            totalsBefore = Arrays.copyOf(totalsBefore, depth * 2);
            worksBefore = Arrays.copyOf(worksBefore, depth * 2);
        }
        containers[depth] = container;
        children[depth] =
                container instanceof ObjectNode object ? object.properties().iterator() : container.iterator();
        totalsBefore[depth] = total;
        worksBefore[depth++] = work;
        total += 2 + Math.max(0, container.size() - 1);
    }

    private void close() {
        JsonNode container = containers[--depth];
        if (!estimated && work - worksBefore[depth] >= WORTH_REMEMBERING) {
            remember(container, total - totalsBefore[depth]);
        }
    }

    private void remember(JsonNode container, long size) {
        if (rememberedNodes.length == 0) {
            rememberedNodes = new JsonNode[SLOTS];
            rememberedSizes = new long[SLOTS];
        }
        int slot = System.identityHashCode(container) & (SLOTS - 1);
        rememberedNodes[slot] = container;
        rememberedSizes[slot] = size;
    }

    private long string(String text) {
        work += text.length() / 8;
        long bytes = text.length() + 2L;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ') {
                bytes += c == '\b' || c == '\t' || c == '\n' || c == '\f' || c == '\r' ? 1 : 5;
            } else if (c == '"' || c == '\\') {
                bytes++;
            } else if (c >= 0x80) {
                bytes += more(c);
            }
        }
        return bytes;
    }

    /** Bytes of UTF-8 of a text. */
    static long utf8(String text) {
        long bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                bytes += more(c);
            }
        }
        return bytes;
    }

    /** The two halves of a surrogate pair have four bytes together, every other char of that range three. */
    private static int more(char c) {
        return c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
    }

    private static int number(JsonNode number) {
        if (number.isInt()) {
            return digits(number.intValue());
        }
        return number.isDouble() ? decimal(number) : TreeWriter.scalar(number).length();
    }

    /** Amounts of money and the like are counted without writing them, which would be most of the work. */
    private static int decimal(JsonNode number) {
        double value = number.doubleValue();
        int hundredths = (int) Math.rint(value * 100);
        // Below a million in absolute value, so that the text has no exponent and no more than these digits.
        boolean isShort = hundredths != 0 && Math.abs(hundredths) < 100_000_000 && hundredths / 100.0 == value;
        if (!isShort) {
            return TreeWriter.scalar(number).length();
        }
        int sign = hundredths < 0 ? 1 : 0;
        int fraction = hundredths % 10 == 0 ? 2 : 3;
        return sign + digits(Math.abs(hundredths) / 100) + fraction;
    }

    private static int digits(int number) {
        int digits = number < 0 ? 2 : 1;
        for (int rest = number / 10; rest != 0; rest /= 10) {
            digits++;
        }
        return digits;
    }
}
