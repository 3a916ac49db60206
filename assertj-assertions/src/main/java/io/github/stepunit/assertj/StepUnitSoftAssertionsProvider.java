package io.github.stepunit.assertj;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.teststate.TestStateResult;
import io.github.stepunit.validation.ValidationResult;
import org.apiguardian.api.API;
import org.assertj.core.api.SoftAssertionsProvider;

/**
 * StepUnit's soft assertions, to be combined with those of others:
 *
 * <pre>{@code
 * class OurSoftAssertions extends AbstractSoftAssertions
 *         implements StandardSoftAssertionsProvider, StepUnitSoftAssertionsProvider {}
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface StepUnitSoftAssertionsProvider extends SoftAssertionsProvider {

    /** Assertions over an execution, whose failures are collected; also after {@code state(...)} and the like. */
    default ExecutionAssert assertThat(Execution execution) {
        return proxy(ExecutionAssert.class, Execution.class, execution);
    }

    /** The same, for tests written as given, when, then. */
    default ExecutionAssert then(Execution execution) {
        return proxy(ExecutionAssert.class, Execution.class, execution);
    }

    /** Assertions over a state machine, whose failures are collected. */
    default StateMachineAssert assertThat(StateMachine stateMachine) {
        return proxy(StateMachineAssert.class, StateMachine.class, stateMachine);
    }

    /** Assertions over the validation of a definition, whose failures are collected. */
    default ValidationResultAssert assertThat(ValidationResult result) {
        return proxy(ValidationResultAssert.class, ValidationResult.class, result);
    }

    /** Assertions over what a single state came to, whose failures are collected. */
    default TestStateResultAssert assertThat(TestStateResult result) {
        return proxy(TestStateResultAssert.class, TestStateResult.class, result);
    }

    /** The same, for tests written as given, when, then. */
    default TestStateResultAssert then(TestStateResult result) {
        return proxy(TestStateResultAssert.class, TestStateResult.class, result);
    }
}
