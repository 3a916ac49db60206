package io.github.stepunit.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An object with the text it was parsed from. {@link #deepCopy()} gives an ordinary object. */
@SuppressWarnings("unchecked") // Jackson narrows the generic result of deepCopy()
final class SourceObjectNode extends ObjectNode implements SourceText {

    private static final long serialVersionUID = 1L;

    private final ObjectNode plain;
    private final String text;
    private final long bytes;

    SourceObjectNode(ObjectNode plain, String text) {
        super(JsonNodeFactory.instance);
        this.plain = plain;
        this.text = text;
        this.bytes = PayloadSize.utf8(text);
        setAll(plain);
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
    public ObjectNode plain() {
        return plain;
    }
}
