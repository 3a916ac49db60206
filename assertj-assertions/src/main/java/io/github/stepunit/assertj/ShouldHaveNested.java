package io.github.stepunit.assertj;

import io.github.stepunit.Execution;
import java.util.List;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** An execution has started other executions than expected. */
final class ShouldHaveNested extends BasicErrorMessageFactory {

    private ShouldHaveNested(String format, Object... arguments) {
        super(format, arguments);
    }

    static ErrorMessageFactory shouldHaveNested(Walk walk, List<Execution> actual, int expected) {
        return new ShouldHaveNested(
                "\nExpecting execution to have started nested executions\n  %s\nbut it has started\n  %s\n\n%s",
                expected,
                unquotedString(actual.size() + ": "
                        + actual.stream().map(Execution::arn).toList()),
                unquotedString(Culprits.tree(walk)));
    }

    static ErrorMessageFactory shouldHaveNested(Walk walk, String complaint) {
        return new ShouldHaveNested(
                "\nExpecting a nested execution, but\n  %s\n\n%s",
                unquotedString(complaint), unquotedString(Culprits.tree(walk)));
    }
}
