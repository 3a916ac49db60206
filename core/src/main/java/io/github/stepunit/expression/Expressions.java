package io.github.stepunit.expression;

import org.apiguardian.api.API;

/** Tells paths from calls of intrinsic functions. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Expressions {

    private Expressions() {}

    /**
     * Compiles what a field like {@code "name.$"} may hold.
     *
     * @return a {@link Path} or an {@link IntrinsicFunction}
     * @throws InvalidExpressionException when it is neither; the message says why
     */
    public static Expression parse(String text) throws InvalidExpressionException {
        return text.startsWith("$") ? Path.parse(text) : IntrinsicFunction.parse(text);
    }
}
