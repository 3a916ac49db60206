package io.github.stepunit.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** An array with the text it was parsed from. {@link #deepCopy()} gives an ordinary array. */
@SuppressWarnings("unchecked") // Jackson narrows the generic result of deepCopy()
final class SourceArrayNode extends ArrayNode implements SourceText {

    private static final long serialVersionUID = 1L;

    private final String text;

    SourceArrayNode(ArrayNode parsed, String text) {
        super(JsonNodeFactory.instance, parsed.size());
        this.text = text;
        addAll(parsed);
    }

    @Override
    public String text() {
        return text;
    }
}
