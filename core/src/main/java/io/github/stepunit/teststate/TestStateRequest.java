package io.github.stepunit.teststate;

import io.github.stepunit.task.TaskHandler;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What TestState is asked. Filled by {@link TestState}, which copies it before it changes it; texts that AWS would check
 * are checked by {@link TestStateRules}.
 */
final class TestStateRequest implements Cloneable {

    String input = "{}";

    @Nullable
    String variables;

    @Nullable
    String context;

    @Nullable
    String mockResult;

    @Nullable
    String mockError;

    @Nullable
    String mockCause;

    FieldValidationMode fieldValidationMode = FieldValidationMode.STRICT;
    InspectionLevel inspectionLevel = InspectionLevel.TRACE;
    boolean revealSecrets;

    @Nullable
    Integer retrierRetryCount;

    @Nullable
    String errorCausedByState;

    @Nullable
    Integer mapIterationFailureCount;

    @Nullable
    String mapItemReaderData;

    @Nullable
    String roleArn;

    @Nullable
    TaskHandler tasks;

    String accountId = "123456789012";
    String region = "us-east-1";
    String stateMachineName = "StateMachine";
    String executionName = "execution";
    Instant start;
    long seed;

    TestStateRequest(Instant start) {
        this.start = start;
    }

    boolean hasMock() {
        return mockResult != null || mockError != null;
    }

    TestStateRequest copy() {
        try {
            return (TestStateRequest) clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("It is cloneable", e);
        }
    }
}
