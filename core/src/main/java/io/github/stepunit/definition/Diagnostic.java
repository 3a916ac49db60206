package io.github.stepunit.definition;

import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.SourceLocation;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One finding about a definition.
 *
 * @param severity how bad it is
 * @param code AWS's code, for instance {@code SCHEMA_VALIDATION_FAILED}
 * @param message AWS's wording where AWS has one
 * @param pointer the element that it is about; null when it is about the text as a whole
 * @param location the place in the file; null when it is about the text as a whole
 * @param remedy what to do; null when the message says it all
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Diagnostic(
        Severity severity,
        String code,
        String message,
        @Nullable JsonPointer pointer,
        @Nullable SourceLocation location,
        @Nullable String remedy) {

    /** AWS's one-line form: {@code CODE: message at /location}. */
    public String toAwsText() {
        return pointer == null ? code + ": " + message : code + ": " + message + " at " + pointer.toAwsLocation();
    }
}
