package io.github.stepunit.assertj;

import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/** An execution has another error or cause than expected. */
final class ShouldHaveError extends BasicErrorMessageFactory {

    private ShouldHaveError(String format, Object... arguments) {
        super(format, arguments);
    }

    static ErrorMessageFactory shouldHaveError(Walk walk, String expected) {
        return of(walk, "error", "", expected, walk.execution().error());
    }

    static ErrorMessageFactory shouldHaveCause(Walk walk, String expected) {
        return of(walk, "cause", "", expected, walk.execution().cause());
    }

    static ErrorMessageFactory shouldHaveCauseContaining(Walk walk, String expected) {
        return of(walk, "cause", " containing", expected, walk.execution().cause());
    }

    private static ErrorMessageFactory of(
            Walk walk, String what, String how, String expected, @Nullable String actual) {
        return new ShouldHaveError(
                "\nExpecting execution to have the %s%s\n  %s\nbut %s\n  %s\n\n%s",
                unquotedString(what),
                unquotedString(how),
                expected,
                unquotedString(actual == null ? "it has none; its status is" : "its " + what + " is"),
                actual == null ? walk.execution().status() : actual,
                unquotedString(Culprits.tree(walk)));
    }
}
