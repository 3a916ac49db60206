package io.github.stepunit.assertj;

import io.github.stepunit.teststate.TestStateResult;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/** A tested state came to something else than expected. */
final class ShouldHaveStateResult extends BasicErrorMessageFactory {

    private ShouldHaveStateResult(String format, Object... arguments) {
        super(format, arguments);
    }

    /**
     * The message, unless both are equal.
     *
     * @param what how messages call it: {@code the next state}
     * @param actual null when there is none
     */
    static @Nullable ErrorMessageFactory unlessEqual(
            TestStateResult result, String what, Object expected, @Nullable Object actual) {
        return expected.equals(actual) ? null : of(result, what, expected, actual);
    }

    private static ErrorMessageFactory of(
            TestStateResult result, String what, Object expected, @Nullable Object actual) {
        return actual == null
                ? new ShouldHaveStateResult(
                        "\nExpecting %s of the tested state to be\n  %s\nbut there is none\n\n%s",
                        unquotedString(what), expected, unquotedString(result.toString()))
                : new ShouldHaveStateResult(
                        "\nExpecting %s of the tested state to be\n  %s\nbut it is\n  %s\n\n%s",
                        unquotedString(what), expected, actual, unquotedString(result.toString()));
    }

    static ErrorMessageFactory shouldHaveNoNextState(TestStateResult result) {
        return new ShouldHaveStateResult(
                "\nExpecting no next state of the tested state\nbut it is\n  %s\n\n%s",
                String.valueOf(result.nextState()), unquotedString(result.toString()));
    }
}
