package io.github.stepunit.validation;

import io.github.stepunit.definition.TaskResource.IntegrationPattern;
import io.github.stepunit.definition.TaskResource.Kind;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.validation.Texts.Text;
import java.util.regex.Pattern;

/** Tasks that wait for somebody else. */
final class CallbackRules {

    /** The token, or a whole that it is part of. */
    private static final Pattern TOKEN = Pattern.compile("Task\\W+Token"
            + "|\\$\\$(\\.Task)?\\s*(?:[,)]|$)"
            + "|\\$states\\s*\\.\\s*context(\\s*\\.\\s*Task)?\\s*(?!\\s*[.\\w])"
            + "|\\$states\\s*(?!\\s*[.\\w])");

    private CallbackRules() {}

    /** One whose end nobody sees to: AWS lets it wait for a year. */
    static Rule withoutTimeout() {
        return new Rule() {
            @Override
            public WarningCode code() {
                return WarningCode.CALLBACK_WITHOUT_TIMEOUT;
            }

            @Override
            public void check(Machine machine, Findings findings) {
                if (machine.definition().timeoutSeconds() == null) {
                    machine.states().forEach(state -> checkTimeout(state, findings));
                }
            }
        };
    }

    private static void checkTimeout(StateNode state, Findings findings) {
        if (!(state.state() instanceof TaskState task)) {
            return;
        }
        boolean activity = task.resource().kind() == Kind.ACTIVITY;
        if (!activity && !waits(task)) {
            return;
        }
        if (!state.hasAny("TimeoutSeconds", "TimeoutSecondsPath", "HeartbeatSeconds", "HeartbeatSecondsPath")) {
            findings.report(
                    WarningCode.CALLBACK_WITHOUT_TIMEOUT,
                    state,
                    task.pointer(),
                    (activity ? "An activity" : "A .waitForTaskToken task")
                            + " without TimeoutSeconds or HeartbeatSeconds waits for a year when "
                            + (activity ? "its worker" : "the holder of the token") + " never answers.",
                    "Add \"TimeoutSeconds\", or \"HeartbeatSeconds\" if heartbeats are sent.");
        }
    }

    /** One that nobody can end, as nobody has its token. */
    static Rule tokenNotPassed() {
        return new StateRule() {
            @Override
            public WarningCode code() {
                return WarningCode.TASK_TOKEN_NOT_PASSED;
            }

            @Override
            public void check(StateNode state, Findings findings) {
                if (state.state() instanceof TaskState task && waits(task)) {
                    checkToken(state, state.isJsonPath() ? "Parameters" : "Arguments", findings);
                }
            }
        };
    }

    private static boolean waits(TaskState task) {
        return task.resource().pattern() == IntegrationPattern.WAIT_FOR_TASK_TOKEN;
    }

    private static void checkToken(StateNode state, String field, Findings findings) {
        for (Text text : Texts.in(state.field(field), state.at(field))) {
            if (TOKEN.matcher(text.text()).find()) {
                return;
            }
        }
        findings.report(
                WarningCode.TASK_TOKEN_NOT_PASSED,
                state,
                state.at(field),
                "The task waits for its token to come back, but " + field + " passes it to nobody.",
                state.isJsonPath()
                        ? "Add a field such as \"TaskToken.$\": \"$$.Task.Token\" to what the service passes on."
                        : "Add a field such as \"TaskToken\": \"{% $states.context.Task.Token %}\" to what the service"
                                + " passes on.");
    }
}
