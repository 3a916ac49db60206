package io.github.stepunit.assertj;

import io.github.stepunit.json.TestInput;
import org.apiguardian.api.API;
import org.assertj.core.api.ObjectAssert;
import org.jspecify.annotations.Nullable;

/**
 * Assertions over what an execution, a branch, an iteration or one visit of a state gave: its output and its variables.
 *
 * @param <SELF> the assert class itself
 * @param <ACTUAL> what it checks
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class AbstractDataAssert<SELF extends AbstractDataAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractStepUnitAssert<SELF, ACTUAL> {

    /**
     * For assert classes on top of it.
     *
     * @param actual what is checked; null fails each assertion
     * @param selfType the assert class itself
     */
    protected AbstractDataAssert(@Nullable ACTUAL actual, Class<?> selfType) {
        super(actual, selfType);
    }

    /** Implemented by final methods, as {@link #variablesValue()} is: soft assertions give null for what they override. */
    abstract JsonValue outputValue();

    abstract JsonValue variablesValue();

    /**
     * Checks the whole output.
     *
     * <p>Objects are equal whatever the order of their fields; numbers are equal when their values are, so {@code 1} equals
     * {@code 1.0}. The message of a failure lists each difference with its path.
     *
     * @param json JSON text; single quotes are allowed
     * @throws io.github.stepunit.json.InvalidJsonException when it is not JSON
     */
    public SELF hasOutput(String json) {
        return failIf(ShouldHaveJson.unlessEqual(outputValue(), TestInput.parse("expected output", json)));
    }

    /**
     * Checks the whole output, see {@link #hasOutput(String)}.
     *
     * @param value a JSON tree, or anything that Jackson converts to one
     */
    public SELF hasOutput(Object value) {
        return failIf(ShouldHaveJson.unlessEqual(outputValue(), JavaValues.toJson(value)));
    }

    /**
     * Checks a part of the output.
     *
     * @param path JSONPath as in a definition: {@code $.order.id}. One that can match several values gives their array
     * @param value what should be there: a string, number, boolean, null for JSON null, or anything that Jackson converts.
     *     A string is taken as a string, not as JSON text
     */
    public SELF hasOutputAt(String path, @Nullable Object value) {
        return failIf(ShouldHaveJson.unlessEqual(outputValue().at(path), JavaValues.toJson(value)));
    }

    /** Goes on to the output. Final for the sake of soft assertions: what they override gives null when it fails. */
    public final JsonAssert output() {
        return toAssertForProxy(new JsonAssert(outputValue()));
    }

    /**
     * Goes on to the output as an object of that class, read by Jackson.
     *
     * @param <T> the class
     * @param type the class
     */
    public final <T> ObjectAssert<T> outputAs(Class<T> type) {
        return output().as(type);
    }

    /**
     * Checks a variable: of an execution, branch or iteration as it is at the end, or now while it runs; of a state as it could
     * see it when it was entered.
     *
     * @param name without {@code $}
     * @param value what it should be: a string, number, boolean, null for JSON null, or anything that Jackson converts. A
     *     string is taken as a string, not as JSON text
     */
    public SELF hasVariable(String name, @Nullable Object value) {
        return failIf(ShouldHaveJson.unlessEqual(variablesValue().field(name), JavaValues.toJson(value)));
    }

    /** Goes on to the variables, see {@link #hasVariable}, as an object by their names. */
    public final JsonAssert variables() {
        return toAssertForProxy(new JsonAssert(variablesValue()));
    }
}
