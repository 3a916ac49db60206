package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonText;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A call of an intrinsic function: {@code States.Format('{}', $.name)}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class IntrinsicFunction implements Expression {

    private final String text;
    private final Intrinsic function;
    private final List<Expression> arguments;

    IntrinsicFunction(String text, Intrinsic function, List<Expression> arguments) {
        this.text = text;
        this.function = function;
        this.arguments = List.copyOf(arguments);
    }

    /**
     * Compiles a call with its nested calls.
     *
     * @throws InvalidExpressionException when AWS would refuse it: unknown function, wrong number of arguments, bad
     *     literal, nested more than 10 deep
     */
    public static IntrinsicFunction parse(String text) throws InvalidExpressionException {
        return new IntrinsicFunctionParser(text).parse();
    }

    /** Name of the function called, for instance {@code States.Format}. */
    public String name() {
        return function.functionName();
    }

    @Override
    public String text() {
        return text;
    }

    /**
     * Calls the function.
     *
     * @return never null
     * @throws EvaluationException {@code States.IntrinsicFailure} when the function refuses its arguments,
     *     {@code States.Runtime} when the path of an argument finds nothing
     */
    @Override
    public JsonNode find(EvaluationScope scope) {
        JsonNode[] values = new JsonNode[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = argument(arguments.get(i), scope);
        }
        return function.apply(new Arguments(text, values, scope.random()));
    }

    private JsonNode argument(Expression argument, EvaluationScope scope) {
        JsonNode value = argument instanceof Path path ? path.findOrNullPastTheEnd(scope) : argument.find(scope);
        if (value == null) {
            String reason = "The JsonPath argument for the field '" + argument.text()
                    + "' could not be found in the input '" + JsonText.write(scope.input()) + "'";
            throw new EvaluationException("States.Runtime", Arguments.failureText(text, reason));
        }
        return JsonText.withoutText(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IntrinsicFunction that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
