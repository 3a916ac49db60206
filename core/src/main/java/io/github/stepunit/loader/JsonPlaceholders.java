package io.github.stepunit.loader;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.github.stepunit.json.LocatedText;
import java.io.IOException;

/** Puts values for placeholders into JSON text and leaves the rest of it as it is. */
final class JsonPlaceholders {

    private static final JsonFactory JSON = new JsonFactory();

    private final Placeholders placeholders;

    private JsonPlaceholders(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    static LocatedText replace(LocatedText text, Placeholders placeholders) {
        if (!Placeholders.mayBeIn(text.text())) {
            return text;
        }
        JsonPlaceholders replacing = new JsonPlaceholders(placeholders);
        return replacing.quoted(replacing.bare(text));
    }

    /** Those outside of strings; without them it is JSON. */
    private LocatedText bare(LocatedText text) {
        String json = text.text();
        LocatedText.Builder result = new LocatedText.Builder();
        int copied = 0;
        boolean isInString = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '\\' && isInString) {
                i++;
            } else if (c == '"') {
                isInString = !isInString;
            } else if (!isInString && json.startsWith("${", i) && json.indexOf('}', i) > 0) {
                int close = json.indexOf('}', i);
                Mark mark = Mark.of(text, i);
                result.append(text, copied, i);
                result.append(placeholders.bareValueOf(json.substring(i + 2, close), mark), mark.file(), mark.offset());
                copied = close + 1;
                i = close;
            }
        }
        return copied == 0 ? text : result.append(text, copied, json.length()).build();
    }

    private LocatedText quoted(LocatedText text) {
        LocatedText.Builder result = new LocatedText.Builder();
        int copied = 0;
        try (JsonParser parser = JSON.createParser(text.text())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.VALUE_STRING) {
                    continue;
                }
                String found = parser.getText();
                int start = (int) parser.currentTokenLocation().getCharOffset();
                Mark mark = Mark.of(text, start);
                String value =
                        Placeholders.isIn(found) ? placeholders.valueOf(parser.currentName(), found, mark) : null;
                if (value != null) {
                    String escaped = new String(JsonStringEncoder.getInstance().quoteAsString(value));
                    result.append(text, copied, start);
                    result.append("\"" + escaped + "\"", mark.file(), mark.offset());
                    copied = (int) parser.currentLocation().getCharOffset();
                }
            }
        } catch (IOException noJson) {
            return text; // the definition's parser says what is wrong
        }
        return copied == 0 ? text : result.append(text, copied, text.length()).build();
    }
}
