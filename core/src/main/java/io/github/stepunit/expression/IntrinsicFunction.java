package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A call of an intrinsic function: {@code States.Format('{}', $.name)}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class IntrinsicFunction implements Expression {

    private final String text;

    private IntrinsicFunction(String text) {
        this.text = text;
    }

    /**
     * Compiles a call with its nested calls.
     *
     * @throws InvalidExpressionException when AWS would refuse it: unknown function, wrong number of arguments, bad
     *     literal, nested more than 10 deep
     */
    public static IntrinsicFunction parse(String text) throws InvalidExpressionException {
        return new IntrinsicFunction(text);
    }

    /** Name of the function called, for instance {@code States.Format}. */
    public String name() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public @Nullable JsonNode find(EvaluationScope scope) {
        throw new UnsupportedOperationException();
    }
}
