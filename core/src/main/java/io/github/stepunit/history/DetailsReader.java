package io.github.stepunit.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonText;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the members of one event, and refuses what it cannot read with the id of the event. */
final class DetailsReader {

    private final long eventId;
    private final String path;
    private final JsonNode object;

    DetailsReader(long eventId, String path, JsonNode object) {
        this.eventId = eventId;
        this.path = path;
        this.object = object;
    }

    /** The members of a details object; AWS leaves an empty one away now and then. */
    DetailsReader object(String member) {
        return new DetailsReader(eventId, path + member + ".", object.path(member));
    }

    boolean has(String member) {
        return object.hasNonNull(member);
    }

    String text(String member) {
        String text = optionalText(member);
        if (text == null) {
            throw refused("has no \"" + path + member + "\"");
        }
        return text;
    }

    @Nullable
    String optionalText(String member) {
        if (!has(member)) {
            return null;
        }
        JsonNode value = object.get(member);
        if (!value.isTextual()) {
            throw refused("has a \"" + path + member + "\" that is not a string");
        }
        return value.textValue();
    }

    long whole(String member) {
        Long number = optionalWhole(member);
        if (number == null) {
            throw refused("has no \"" + path + member + "\"");
        }
        return number;
    }

    /** A whole number of 32 bits. */
    int integer(String member) {
        long number = whole(member);
        if (number != (int) number) {
            throw refused("has a \"" + path + member + "\" that is larger than any of AWS's");
        }
        return (int) number;
    }

    @Nullable
    Long optionalWhole(String member) {
        if (!has(member)) {
            return null;
        }
        JsonNode value = object.get(member);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw refused("has a \"" + path + member + "\" that is not a whole number");
        }
        return value.longValue();
    }

    /** JSON text, as a tree; a {@link MissingNode} when AWS left the payload out. */
    JsonNode payload(String member) {
        String text = optionalText(member);
        return text == null ? MissingNode.getInstance() : parse(member, text);
    }

    Map<String, JsonNode> payloads(String member) {
        Map<String, JsonNode> payloads = new LinkedHashMap<>();
        DetailsReader members = object(member);
        object.path(member).fieldNames().forEachRemaining(name -> payloads.put(name, members.payload(name)));
        return payloads;
    }

    private JsonNode parse(String member, String text) {
        try {
            return JsonText.parse(text);
        } catch (InvalidJsonException e) {
            String hint = object.path(member + "Details").path("truncated").asBoolean()
                    ? "; AWS says that it is truncated, so take the history from an execution with smaller payloads"
                    : "";
            throw refused("has a \"" + path + member + "\" that is not JSON text: " + e.getMessage() + hint, e);
        }
    }

    InvalidHistoryException refused(String what) {
        return refused(what, null);
    }

    InvalidHistoryException refused(String what, @Nullable Throwable cause) {
        return new InvalidHistoryException("Event " + eventId + " of the execution history " + what + ".", cause);
    }
}
