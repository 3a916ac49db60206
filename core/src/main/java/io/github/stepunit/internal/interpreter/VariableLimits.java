package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How large variables may be: 256 KiB each and all of one Assign, 10 MiB all that an execution has. What AWS's cause says is
 * not recorded; the words are ours.
 */
final class VariableLimits {

    private static final long BYTES_OF_ALL = 10 * 1024 * 1024;

    private VariableLimits() {}

    /** The error of a state that assigns too much; null when it does not. */
    static @Nullable StateError exceeded(Visit visit, Map<String, JsonNode> assigned) {
        int limit = visit.run().payloadLimit();
        if (assigned.isEmpty() || limit == Integer.MAX_VALUE) {
            return null;
        }
        long total = 0;
        for (Map.Entry<String, JsonNode> each : assigned.entrySet()) {
            long bytes = visit.run().sizeOf(each.getValue());
            if (bytes > limit) {
                return StateError.variablesTooLarge("The size of the variable '" + each.getKey()
                        + "' exceeds the maximum number of bytes service limit.");
            }
            total += bytes;
        }
        if (total > limit) {
            return StateError.variablesTooLarge("The size of the variables assigned by the state '" + visit.name()
                    + "' exceeds the maximum number of bytes service limit.");
        }
        return isTooMuchInAll(visit, assigned, limit)
                ? StateError.variablesTooLarge(
                        "The size of all variables of the execution exceeds the maximum number of bytes service limit.")
                : null;
    }

    private static boolean isTooMuchInAll(Visit visit, Map<String, JsonNode> assigned, int limit) {
        List<Map<String, JsonNode>> scopes = visit.frame().variablesInSight();
        int count = assigned.size();
        for (Map<String, JsonNode> scope : scopes) {
            count += scope.size();
        }
        if ((long) count * limit <= BYTES_OF_ALL) {
            // Not even if each were as large as one may be: most machines have no more than forty.
            return false;
        }
        long total = 0;
        for (int i = 0; i < scopes.size(); i++) {
            Map<String, JsonNode> scope = scopes.get(i);
            if (i == 0) {
                scope = new HashMap<>(scope);
                scope.putAll(assigned);
            }
            for (JsonNode value : scope.values()) {
                total += visit.run().sizeOf(value);
            }
        }
        return total > BYTES_OF_ALL;
    }
}
