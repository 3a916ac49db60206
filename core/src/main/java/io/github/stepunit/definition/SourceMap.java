package io.github.stepunit.definition;

import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.SourceLocation;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Where each element of a definition stands in the file that people edit. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SourceMap {

    private final String source;
    private final List<String> lines;
    private final Map<JsonPointer, SourceLocation> locations;

    /**
     * @param source the file or other origin, as it is shown to the user
     * @param text its whole text
     * @param locations the place of each element
     */
    public SourceMap(String source, String text, Map<JsonPointer, SourceLocation> locations) {
        this.source = source;
        this.lines = text.lines().toList();
        // Not Map.copyOf: its linear probing takes minutes for the regular hashes of a large array's pointers.
        this.locations = Collections.unmodifiableMap(new HashMap<>(locations));
    }

    /** The file or other origin, as it is shown to the user. */
    public String source() {
        return source;
    }

    /** The place of an element, or of the nearest element around it. */
    public SourceLocation locate(JsonPointer pointer) {
        for (@Nullable JsonPointer at = pointer; at != null; at = at.parent()) {
            SourceLocation location = locations.get(at);
            if (location != null) {
                return location;
            }
        }
        return new SourceLocation(source, 1, 1);
    }

    /** The line of that number, from 1; empty when there is none. */
    public String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }
}
