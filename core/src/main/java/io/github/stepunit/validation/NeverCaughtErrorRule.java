package io.github.stepunit.validation;

import java.util.Map;

/** Errors that end an execution whatever its Retry and Catch say. */
final class NeverCaughtErrorRule implements StateRule {

    private static final Map<String, String> REASONS = Map.of(
            "States.Runtime",
            "AWS neither retries nor catches States.Runtime, not even by name.",
            "States.NoChoiceMatched",
            "A Choice that matches nothing raises States.Runtime on AWS, which is neither retried nor caught.");

    static boolean isNeverCaught(String error) {
        return REASONS.containsKey(error);
    }

    @Override
    public WarningCode code() {
        return WarningCode.ERROR_NEVER_CAUGHT;
    }

    @Override
    public void check(StateNode state, Findings findings) {
        for (ErrorEntry entry : ErrorEntry.of(state)) {
            for (int i = 0; i < entry.errors().size(); i++) {
                String error = entry.errors().get(i);
                String reason = REASONS.get(error);
                if (reason != null) {
                    findings.report(code(), state, entry.atError(i), reason, remedy(error));
                }
            }
        }
    }

    private static String remedy(String error) {
        return error.equals("States.Runtime")
                ? "Remove it, and make the definition right: such errors are mistakes in paths and parameters."
                : "Remove it, and give the Choice a Default.";
    }
}
