package io.github.stepunit.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The place of a value inside a JSON document (RFC 6901). Unlike Jackson's class of the same name it remembers which
 * steps were array indexes, which AWS's own notation ({@code /States/S/Choices[0]/Next}) needs.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class JsonPointer {

    /** The whole document. */
    public static final JsonPointer ROOT = new JsonPointer(null, "");

    private final @Nullable JsonPointer parent;
    /** A {@link String} for a field, an {@link Integer} for an array index. */
    private final Object step;

    private JsonPointer(@Nullable JsonPointer parent, Object step) {
        this.parent = parent;
        this.step = step;
    }

    /** The field {@code name} of the object that this pointer names. */
    public JsonPointer field(String name) {
        return new JsonPointer(this, name);
    }

    /** The element {@code index} (from 0) of the array that this pointer names. */
    public JsonPointer index(int index) {
        return new JsonPointer(this, index);
    }

    /** The object or array that holds this value, or null for {@link #ROOT}. */
    public @Nullable JsonPointer parent() {
        return parent;
    }

    /** The last field name, or the last index as text; empty for {@link #ROOT}. */
    public String lastStep() {
        return step.toString();
    }

    /** AWS's notation, as in the answers of {@code ValidateStateMachineDefinition}: {@code /States/S/Choices[0]/Next}. */
    public String toAwsLocation() {
        if (parent == null) {
            return "/";
        }
        StringBuilder text = new StringBuilder();
        for (Object each : steps()) {
            if (each instanceof Integer) {
                text.append('[').append(each).append(']');
            } else {
                text.append('/').append(each);
            }
        }
        return text.toString();
    }

    private List<Object> steps() {
        List<Object> steps = new ArrayList<>();
        for (JsonPointer at = this; at.parent != null; at = at.parent) {
            steps.add(at.step);
        }
        Collections.reverse(steps);
        return steps;
    }

    /** RFC 6901 text: {@code /States/S/Choices/0/Next}; empty for the whole document. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Object each : steps()) {
            text.append('/').append(each.toString().replace("~", "~0").replace("/", "~1"));
        }
        return text.toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof JsonPointer that && step.equals(that.step) && Objects.equals(parent, that.parent);
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hashCode(parent) + step.hashCode();
    }
}
