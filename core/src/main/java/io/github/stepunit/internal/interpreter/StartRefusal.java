package io.github.stepunit.internal.interpreter;

import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.definition.TaskResource.Kind;
import io.github.stepunit.task.TaskOutcome;

/**
 * An error of the Step Functions API, on which a Task fails.
 *
 * @param code as the API has it: {@code ExecutionAlreadyExists}
 * @param message as the API has it
 */
record StartRefusal(String code, String message) {

    /** The error and cause that the Task gets; integrations differ in both. */
    TaskOutcome outcome(TaskResource resource, String requestId) {
        boolean sdk = resource.kind() == Kind.AWS_SDK_INTEGRATION;
        // error_handling/test_task_service_sfn.test_start_execution_no_such_arn,
        // services/test_aws_sdk_task_service.test_sfn_send_task_outcome_with_no_such_token
        String cause = sdk
                ? " (Service: Sfn, Status Code: 400, Request ID: " + requestId + ") (SDK Attempt Count: 1)"
                : " (Service: AWSStepFunctions; Status Code: 400; Error Code: " + code + "; Request ID: " + requestId
                        + "; Proxy: null)";
        return TaskOutcome.failToSubmit((sdk ? "Sfn." : "StepFunctions.") + code + "Exception", message + cause);
    }
}
