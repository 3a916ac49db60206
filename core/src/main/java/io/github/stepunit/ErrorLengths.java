package io.github.stepunit;

import io.github.stepunit.definition.Limits;
import org.jspecify.annotations.Nullable;

/** What AWS's API refuses of an error and a cause that a call brings. */
final class ErrorLengths {

    private ErrorLengths() {}

    /** @throws IllegalArgumentException when one of them is too long */
    static void check(String operation, @Nullable String error, @Nullable String cause) {
        check(operation, "error", error, Limits.ERROR_LENGTH);
        check(operation, "cause", cause, Limits.CAUSE_LENGTH);
    }

    private static void check(String operation, String member, @Nullable String text, int longest) {
        if (text != null && text.length() > longest) {
            throw new IllegalArgumentException(operation + ": the " + member + " has " + text.length()
                    + " characters, and AWS takes " + longest + " at most (ValidationException: Member must have length"
                    + " less than or equal to " + longest + "). Send less of it.");
        }
    }
}
