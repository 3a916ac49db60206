package io.github.stepunit.contract.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What TestState is asked: one state alone, and what it runs with. Task, Map and Parallel states always come with a mock,
 * so that nothing real is called.
 *
 * @param definition of the state
 * @param input its raw input
 * @param variables those that it sees; null for none
 * @param context what it sees of the context object; null where it does not look at it
 * @param mockResult what its work gives; null where it fails, and for states that do no work
 * @param mockError the error of its work; null where it does not fail
 * @param mockCause the cause of that; null for none
 * @param errorCausedByState the state inside of a Map or Parallel state that the error comes from; null when not known
 * @param retryCount how often the retrier of that error has retried it before
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record OracleQuestion(
        JsonNode definition,
        JsonNode input,
        @Nullable JsonNode variables,
        @Nullable JsonNode context,
        @Nullable JsonNode mockResult,
        @Nullable String mockError,
        @Nullable String mockCause,
        @Nullable String errorCausedByState,
        int retryCount) {

    /** Whether the state's work is mocked. */
    public boolean hasMock() {
        return mockResult != null || mockError != null;
    }

    /** SHA-256 of all of it, in hexadecimal: the same question has the same key in every test and on every machine. */
    public String key() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(JsonText.writeCompact(toJson()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("definition", definition);
        json.set("input", input);
        setUnlessNull("variables", variables, json);
        setUnlessNull("context", context, json);
        setUnlessNull("result", mockResult, json);
        putUnlessNull("error", mockError, json);
        putUnlessNull("cause", mockCause, json);
        putUnlessNull("errorCausedByState", errorCausedByState, json);
        return json.put("retryCount", retryCount);
    }

    private static void setUnlessNull(String member, @Nullable JsonNode value, ObjectNode json) {
        if (value != null) {
            json.set(member, value);
        }
    }

    private static void putUnlessNull(String member, @Nullable String value, ObjectNode json) {
        if (value != null) {
            json.put(member, value);
        }
    }
}
