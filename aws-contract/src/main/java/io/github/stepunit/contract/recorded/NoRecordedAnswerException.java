package io.github.stepunit.contract.recorded;

import io.github.stepunit.task.TaskInvocation;

/** A replay asks for something that was never asked for on AWS, and ends there. */
final class NoRecordedAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoRecordedAnswerException(TaskInvocation invocation) {
        super("attempt " + invocation.attempt() + " of \"" + invocation.statePath() + "\" ("
                + invocation.resource().arn()
                + ") was never made on AWS, so nobody knows its answer: the replay ends here");
    }
}
