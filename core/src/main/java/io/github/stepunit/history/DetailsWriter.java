package io.github.stepunit.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.json.JsonText;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the members of one details object. What is absent stays absent. */
final class DetailsWriter {

    private final ObjectNode object;

    DetailsWriter(ObjectNode object) {
        this.object = object;
    }

    DetailsWriter text(String member, @Nullable String value) {
        if (value != null) {
            object.put(member, value);
        }
        return this;
    }

    DetailsWriter whole(String member, @Nullable Long value) {
        if (value != null) {
            object.put(member, value.longValue());
        }
        return this;
    }

    /** JSON text without a flag beside it: the {@code parameters} of a task. */
    DetailsWriter payload(String member, JsonNode value) {
        if (!value.isMissingNode()) {
            object.put(member, JsonText.write(value));
        }
        return this;
    }

    /** JSON text, and the flag that AWS did not cut it. */
    DetailsWriter wholePayload(String member, JsonNode value) {
        if (value.isMissingNode()) {
            return this;
        }
        return payload(member, value).notTruncated(member);
    }

    DetailsWriter payloads(String member, Map<String, JsonNode> values) {
        if (values.isEmpty()) {
            return this;
        }
        DetailsWriter members = new DetailsWriter(object.putObject(member));
        values.forEach(members::payload);
        return notTruncated(member);
    }

    DetailsWriter taskCredentials(@Nullable String roleArn) {
        if (roleArn != null) {
            object.putObject("taskCredentials").put("roleArn", roleArn);
        }
        return this;
    }

    private DetailsWriter notTruncated(String member) {
        object.putObject(member + "Details").put("truncated", false);
        return this;
    }
}
