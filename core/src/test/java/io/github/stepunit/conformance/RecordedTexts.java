package io.github.stepunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives a payload that the recorder parsed its text back. Blanks matter where a later state nests the text of a payload:
 * the Lambda runtime's own JSON has them, that of the optimised integrations has none. Where the recording shows the
 * text elsewhere, within another string, it decides.
 */
final class RecordedTexts {

    private final List<String> strings = new ArrayList<>();

    RecordedTexts(JsonNode history) {
        RecordedTree.forEachString(history, (key, value) -> strings.add(value));
    }

    /**
     * The text that AWS sent.
     *
     * @param recorded a string, which is the text itself, or what the recorder parsed from it
     * @param spaced whether the sender writes blanks after commas and colons
     */
    String textOf(JsonNode recorded, boolean spaced) {
        if (recorded instanceof TextNode) {
            return recorded.textValue();
        }
        String withBlanks = PythonText.dumps(recorded);
        String compact = PythonText.dumpsCompact(recorded);
        boolean seenWithBlanks = seen(withBlanks);
        boolean seenCompact = seen(compact);
        if (seenWithBlanks == seenCompact) {
            return spaced ? withBlanks : compact;
        }
        return seenWithBlanks ? withBlanks : compact;
    }

    private boolean seen(String text) {
        return strings.stream().anyMatch(string -> string.contains(text));
    }
}
