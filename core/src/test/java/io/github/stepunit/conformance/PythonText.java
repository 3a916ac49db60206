package io.github.stepunit.conformance;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** What Python, in which the recorder and most recorded functions are written, makes of JSON and of {@code re.sub}. */
final class PythonText {

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    private static final ObjectWriter SPACED = JSON.writer(new SpacedPrinter());

    private PythonText() {}

    /** {@code json.dumps(value, ensure_ascii=False)}: a blank after each comma and colon. */
    static String dumps(JsonNode value) {
        return write(SPACED, value);
    }

    /** {@code json.dumps(value, separators=(",", ":"))}. */
    static String dumpsCompact(JsonNode value) {
        return write(JSON.writer(), value);
    }

    private static String write(ObjectWriter writer, JsonNode value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code json.loads(text)}. */
    static JsonNode loads(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not JSON: " + text, e);
        }
    }

    /** A compiled {@code re.sub}. */
    record Substitution(Pattern pattern, String template) {

        static Substitution of(String pattern, String replacement) {
            return new Substitution(Pattern.compile(pattern), javaReplacement(replacement));
        }

        /** {@code re.sub(pattern, replacement, text)}. */
        String apply(String text) {
            return pattern.matcher(text).replaceAll(template);
        }
    }

    /** Python: {@code \\1} is a group, {@code \\\\} a backslash; a backslash before anything else stays. Java's signs are none. */
    private static String javaReplacement(String replacement) {
        StringBuilder template = new StringBuilder();
        for (int i = 0; i < replacement.length(); i++) {
            char c = replacement.charAt(i);
            char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : ' ';
            if (c == '\\' && Character.isDigit(next)) {
                template.append('$');
            } else if (c == '\\' && next == '\\') {
                template.append("\\\\");
                i++;
            } else if (c == '\\' || c == '$') {
                template.append('\\').append(c);
            } else {
                template.append(c);
            }
        }
        return template.toString();
    }

    /** The separators of Python's default JSON encoder. */
    private static final class SpacedPrinter extends MinimalPrettyPrinter {

        private static final long serialVersionUID = 1L;

        @Override
        public void writeObjectFieldValueSeparator(JsonGenerator out) throws IOException {
            out.writeRaw(": ");
        }

        @Override
        public void writeObjectEntrySeparator(JsonGenerator out) throws IOException {
            out.writeRaw(", ");
        }

        @Override
        public void writeArrayValueSeparator(JsonGenerator out) throws IOException {
            out.writeRaw(", ");
        }
    }
}
