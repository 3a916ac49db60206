package io.github.stepunit.json;

import org.apiguardian.api.API;

/**
 * A place in a file that people edit.
 *
 * @param source the file or other origin, as it is shown to the user
 * @param line line, from 1
 * @param column column, from 1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record SourceLocation(String source, int line, int column) {

    /** {@code file:line:column}, which IDEs and terminals turn into a link. */
    @Override
    public String toString() {
        return source + ":" + line + ":" + column;
    }
}
