package io.github.stepunit.validation;

import io.github.stepunit.definition.TaskState;
import java.util.List;

/** What AWS recommends for every task, and few tasks have: not reported unless asked for. */
final class TaskRules {

    private static final List<String> TRANSIENT = List.of(
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.TooManyRequestsException");

    private TaskRules() {}

    static Rule lambdaWithoutRetry() {
        return new StateRule() {
            @Override
            public WarningCode code() {
                return WarningCode.LAMBDA_WITHOUT_RETRY;
            }

            @Override
            public void check(StateNode state, Findings findings) {
                if (state.state() instanceof TaskState task && isLambda(task)) {
                    List<ErrorEntry> retriers = ErrorEntry.retriersOf(state);
                    List<String> missing = TRANSIENT.stream()
                            .filter(error -> retriers.stream().noneMatch(each -> each.covers(error)))
                            .toList();
                    if (!missing.isEmpty()) {
                        findings.report(
                                code(),
                                state,
                                task.pointer(),
                                "Errors of the Lambda service are not retried: " + String.join(", ", missing) + ".",
                                "Add a retrier for them: such errors are gone a second later.");
                    }
                }
            }
        };
    }

    private static boolean isLambda(TaskState task) {
        return task.resource().service().equals("lambda")
                && task.resource().arn().startsWith("arn:");
    }

    static Rule withoutTimeout() {
        return new StateRule() {
            @Override
            public WarningCode code() {
                return WarningCode.TASK_WITHOUT_TIMEOUT;
            }

            @Override
            public void check(StateNode state, Findings findings) {
                if (state.state() instanceof TaskState task && !state.hasAny("TimeoutSeconds", "TimeoutSecondsPath")) {
                    findings.report(
                            code(),
                            state,
                            task.pointer(),
                            "Without TimeoutSeconds the task may take 99,999,999 seconds.",
                            "Add \"TimeoutSeconds\".");
                }
            }
        };
    }
}
