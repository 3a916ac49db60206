package io.github.stepunit.assertj;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** An execution stands otherwise than expected. */
final class ShouldHaveStatus extends BasicErrorMessageFactory {

    private ShouldHaveStatus(String format, Object... arguments) {
        super(format, arguments);
    }

    static ErrorMessageFactory shouldHaveStatus(Walk walk, ExecutionStatus expected) {
        Execution execution = walk.execution();
        return new ShouldHaveStatus(
                "\nExpecting execution to have the status\n  %s\nbut its status is\n  %s\n\n%s",
                expected, execution.status(), unquotedString(Culprits.tree(walk)));
    }
}
