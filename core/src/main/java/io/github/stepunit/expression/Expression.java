package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Anything in a definition that stands for a value: a {@link Literal}, a {@link Path}, an
 * {@link IntrinsicFunction}, a {@link JsonataExpression} or a {@link Composition} of those. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Expression permits Literal, Path, IntrinsicFunction, JsonataExpression, Composition {

    /** The text as written in the definition. */
    String text();

    /**
     * The value, shared with the tree it was found in and never to be changed.
     *
     * @return null when a path that names a single node finds none (JSON null is a value: a {@code NullNode})
     * @throws EvaluationException when the evaluation itself fails, as an intrinsic function can
     */
    @Nullable
    JsonNode find(EvaluationScope scope);
}
