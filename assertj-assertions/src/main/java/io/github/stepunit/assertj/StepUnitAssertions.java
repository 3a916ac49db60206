package io.github.stepunit.assertj;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.teststate.TestStateResult;
import io.github.stepunit.validation.ValidationResult;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The way into StepUnit's assertions. Can be imported statically beside AssertJ's own:
 *
 * <pre>{@code
 * import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
 * import static org.assertj.core.api.Assertions.assertThat;
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class StepUnitAssertions {

    private StepUnitAssertions() {}

    /** Assertions over an execution. */
    public static ExecutionAssert assertThat(@Nullable Execution execution) {
        return new ExecutionAssert(execution);
    }

    /** The same, for tests written as given, when, then. */
    public static ExecutionAssert then(@Nullable Execution execution) {
        return new ExecutionAssert(execution);
    }

    /** Assertions over a state machine. */
    public static StateMachineAssert assertThat(@Nullable StateMachine stateMachine) {
        return new StateMachineAssert(stateMachine);
    }

    /** The same, for tests written as given, when, then. */
    public static StateMachineAssert then(@Nullable StateMachine stateMachine) {
        return new StateMachineAssert(stateMachine);
    }

    /** Assertions over the validation of a definition. */
    public static ValidationResultAssert assertThat(@Nullable ValidationResult result) {
        return new ValidationResultAssert(result);
    }

    /** The same, for tests written as given, when, then. */
    public static ValidationResultAssert then(@Nullable ValidationResult result) {
        return new ValidationResultAssert(result);
    }

    /** Assertions over what a single state came to. */
    public static TestStateResultAssert assertThat(@Nullable TestStateResult result) {
        return new TestStateResultAssert(result);
    }

    /** The same, for tests written as given, when, then. */
    public static TestStateResultAssert then(@Nullable TestStateResult result) {
        return new TestStateResultAssert(result);
    }
}
