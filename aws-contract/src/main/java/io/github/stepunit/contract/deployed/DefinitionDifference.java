package io.github.stepunit.contract.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.JsonText;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One difference between a deployed definition and a local one.
 *
 * @param state the innermost state around it, with the states around that ({@code Ship all/Print label}); empty at the top
 *     level
 * @param pointer where it stands in the definition; the root for the type of the machine, which is no part of it
 * @param what the field that differs, from the state on ({@code Retry[0].MaxAttempts}); {@code type} for the type; empty for
 *     the state as a whole
 * @param deployed the value on AWS; null when it is only local
 * @param local the local value; null when it is only deployed
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record DefinitionDifference(
        String state, JsonPointer pointer, String what, @Nullable JsonNode deployed, @Nullable JsonNode local) {

    private static final int EXCERPT = 120;

    /** The two values, in words for messages. */
    public String values() {
        if (what.isEmpty()) {
            return local == null ? "a state that is deployed only" : "a state that is not deployed";
        }
        if (local == null) {
            return "deployed only: " + excerpt(deployed);
        }
        return deployed == null
                ? "not deployed: " + excerpt(local)
                : "deployed " + excerpt(deployed) + ", but local " + excerpt(local);
    }

    private static String excerpt(@Nullable JsonNode value) {
        return value == null ? "nothing" : JsonText.excerpt(value, EXCERPT);
    }

    @Override
    public String toString() {
        return (pointer.parent() == null ? what : pointer.toString()) + ": " + values();
    }
}
