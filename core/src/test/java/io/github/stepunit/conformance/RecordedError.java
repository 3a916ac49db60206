package io.github.stepunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two forms in which the test-suite recorded that AWS refused a call, made one. */
final class RecordedError {

    private static final Pattern EXCEPTION =
            Pattern.compile("An error occurred \\((\\w+)\\) when calling the \\w+ operation: (.*)", Pattern.DOTALL);

    private RecordedError() {}

    /** {@code {Error: {Code, Message}, message}}, or the answer itself when it is no error. */
    static JsonNode of(JsonNode recorded) {
        Matcher matcher = EXCEPTION.matcher(recorded.path("exception_value").asText());
        return matcher.matches() ? error(matcher.group(1), matcher.group(2)) : recorded;
    }

    static ObjectNode error(String code, String message) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("Error").put("Code", code).put("Message", message);
        return answer.put("message", message);
    }
}
