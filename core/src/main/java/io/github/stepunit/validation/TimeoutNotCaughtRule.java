package io.github.stepunit.validation;

import java.util.List;

/** {@code States.TaskFailed} matches any error but a timeout. */
final class TimeoutNotCaughtRule implements StateRule {

    @Override
    public WarningCode code() {
        return WarningCode.TIMEOUT_NOT_CAUGHT;
    }

    @Override
    public void check(StateNode state, Findings findings) {
        if (!state.hasAny("TimeoutSeconds", "TimeoutSecondsPath", "HeartbeatSeconds", "HeartbeatSecondsPath")) {
            return;
        }
        List<ErrorEntry> catchers = ErrorEntry.catchersOf(state);
        boolean caught = catchers.stream().anyMatch(each -> each.covers(ErrorEntry.TIMEOUT));
        for (ErrorEntry catcher : catchers) {
            int index = catcher.errors().indexOf(ErrorEntry.TASK_FAILED);
            if (!caught && index >= 0) {
                findings.report(
                        code(),
                        state,
                        catcher.atError(index),
                        "The state has a timeout, which States.TaskFailed does not catch.",
                        "Catch States.Timeout too, or States.ALL.");
            }
        }
    }
}
