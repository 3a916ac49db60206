package io.github.stepunit.definition;

import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.LocatedText;
import io.github.stepunit.json.SourceFile;
import io.github.stepunit.json.SourceLocation;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Where each element of a definition stands in the file that people edit. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SourceMap {

    private final String source;
    private final Map<String, SourceFile> files = new HashMap<>();
    private final Map<JsonPointer, SourceLocation> locations;

    /**
     * @param source the file or other origin, as it is shown to the user
     * @param text its whole text
     * @param locations the place of each element
     */
    public SourceMap(String source, String text, Map<JsonPointer, SourceLocation> locations) {
        this(source, List.of(new SourceFile(source, text)), locations);
    }

    SourceMap(String source, Collection<SourceFile> files, Map<JsonPointer, SourceLocation> locations) {
        this.source = source;
        files.forEach(file -> this.files.put(file.name(), file));
        // Not Map.copyOf: its linear probing takes minutes for the regular hashes of a large array's pointers.
        this.locations = Collections.unmodifiableMap(new HashMap<>(locations));
    }

    /**
     * The places in text that may be no definition, nor even JSON; then only its beginning has one.
     *
     * @param source the file or other origin, as it is shown to the user
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public static SourceMap of(String source, LocatedText text) {
        return new SourceMap(source, text.files(), DefinitionParser.locationsOf(text));
    }

    /** The file or other origin, as it is shown to the user. Parts of the definition may stand in other files. */
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

    /** The line of that number, from 1, of the file {@link #source}; empty when there is none. */
    public String line(int number) {
        return line(new SourceLocation(source, number, 1));
    }

    /** The line of a place, in whichever file it is; empty when there is none. */
    public String line(SourceLocation location) {
        SourceFile file = files.get(location.source());
        return file == null ? "" : file.line(location.line());
    }

    /** The whole text of the file {@link #source}. */
    public String text() {
        SourceFile file = files.get(source);
        return file == null ? "" : file.text();
    }

    /** The names of all files of which the definition holds parts, as places name them. */
    public Set<String> sources() {
        return Collections.unmodifiableSet(files.keySet());
    }
}
