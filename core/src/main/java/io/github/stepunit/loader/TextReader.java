package io.github.stepunit.loader;

import io.github.stepunit.json.LocatedText;
import org.jspecify.annotations.Nullable;

/** Reads JSON or YAML, whichever the text is. */
final class TextReader {

    private TextReader() {}

    static boolean looksLikeJson(String text) {
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[");
    }

    /**
     * Reads JSON, or YAML if that fails, as CloudFormation does: trailing commas and comments deploy.
     *
     * @return null when the text is empty but for comments
     * @throws UnreadableTextException when it is neither; tells the problem of the form that it looks like
     */
    static @Nullable Node read(LocatedText text) {
        if (!looksLikeJson(text.text())) {
            return YamlReader.read(text);
        }
        try {
            return JsonReader.read(text);
        } catch (UnreadableTextException noJson) {
            try {
                return YamlReader.read(text);
            } catch (UnreadableTextException noYamlEither) {
                throw noJson;
            }
        }
    }

    /** Reads a template. */
    static Node.Fields readObject(LocatedText text, String what) {
        try {
            if (read(text) instanceof Node.Fields object) {
                return object;
            }
        } catch (UnreadableTextException e) {
            throw e.in(text, what);
        }
        throw DefinitionLoadException.at(
                Mark.of(text, 0),
                "It cannot be read as " + what + ", because it holds no object.",
                "pass another file.");
    }
}
