package io.github.stepunit.lambda;

import org.jspecify.annotations.Nullable;

/** A complaint about the test that is thrown within the function: no error of the function, and for no Catch. */
final class LambdaMisuseException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    LambdaMisuseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
