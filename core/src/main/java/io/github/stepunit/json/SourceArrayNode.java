package io.github.stepunit.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** An array with the text it was parsed from. {@link #deepCopy()} gives an ordinary array. */
@SuppressWarnings("unchecked") // Jackson narrows the generic result of deepCopy()
final class SourceArrayNode extends ArrayNode implements SourceText {

    private static final long serialVersionUID = 1L;

    private final ArrayNode plain;
    private final String text;
    private final long bytes;

    SourceArrayNode(ArrayNode plain, String text) {
        super(JsonNodeFactory.instance, plain.size());
        this.plain = plain;
        this.text = text;
        this.bytes = PayloadSize.utf8(text);
        addAll(plain);
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public ArrayNode plain() {
        return plain;
    }
}
