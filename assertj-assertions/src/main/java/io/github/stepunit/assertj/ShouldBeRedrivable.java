package io.github.stepunit.assertj;

import io.github.stepunit.Execution;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;

/** An execution was redriven otherwise than expected, or could be. */
final class ShouldBeRedrivable extends BasicErrorMessageFactory {

    private ShouldBeRedrivable(String format, Object... arguments) {
        super(format, arguments);
    }

    static ErrorMessageFactory shouldHaveBeenRedriven(Walk walk, int expected) {
        return new ShouldBeRedrivable(
                "\nExpecting execution to have been redriven\n  %s\nbut it was\n  %s\n\n%s",
                unquotedString(Times.of(expected)),
                unquotedString(Times.of(walk.execution().redriveCount())),
                unquotedString(Culprits.tree(walk)));
    }

    static ErrorMessageFactory shouldBeRedrivable(Walk walk) {
        Execution execution = walk.execution();
        return new ShouldBeRedrivable(
                "\nExpecting execution to be redrivable, but AWS would say\n  %s\n\n%s",
                unquotedString(String.valueOf(execution.redriveStatusReason())), unquotedString(Culprits.tree(walk)));
    }

    static ErrorMessageFactory shouldNotBeRedrivable(Walk walk) {
        return new ShouldBeRedrivable(
                "\nExpecting execution not to be redrivable, but it is\n  %s\nand AWS would redrive it.\n\n%s",
                walk.execution().status(), unquotedString(Culprits.tree(walk)));
    }
}
