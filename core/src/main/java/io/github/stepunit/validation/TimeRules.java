package io.github.stepunit.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.Retrier;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.definition.WaitState;

/** Waits and limits that do not fit together. */
final class TimeRules {

    private TimeRules() {}

    static Rule heartbeatNotBelowTimeout() {
        return new StateRule() {
            @Override
            public WarningCode code() {
                return WarningCode.HEARTBEAT_NOT_BELOW_TIMEOUT;
            }

            @Override
            public void check(StateNode state, Findings findings) {
                JsonNode heartbeat = state.field("HeartbeatSeconds");
                JsonNode timeout = state.field("TimeoutSeconds");
                if (heartbeat.isNumber() && timeout.isNumber() && heartbeat.asLong() >= timeout.asLong()) {
                    findings.report(
                            code(),
                            state,
                            state.at("HeartbeatSeconds"),
                            "HeartbeatSeconds " + heartbeat.asLong() + " is not smaller than TimeoutSeconds "
                                    + timeout.asLong() + ": the task has timed out before a heartbeat is missed.",
                            "Make it smaller than TimeoutSeconds.");
                }
            }
        };
    }

    static Rule waitOutlastsTimeout() {
        return new Rule() {
            @Override
            public WarningCode code() {
                return WarningCode.WAIT_OUTLASTS_TIMEOUT;
            }

            @Override
            public void check(Machine machine, Findings findings) {
                for (StateNode state : machine.states()) {
                    if (state.state() instanceof WaitState) {
                        check(machine, state, "Seconds", findings);
                    } else if (state.state() instanceof TaskState && handlesTimeout(state)) {
                        check(machine, state, "TimeoutSeconds", findings);
                    }
                }
            }

            private void check(Machine machine, StateNode state, String field, Findings findings) {
                JsonNode seconds = state.field(field);
                if (seconds.isNumber() && seconds.asLong() >= machine.seconds()) {
                    findings.report(
                            code(),
                            state,
                            state.at(field),
                            field + " " + seconds.asLong() + " is not less than " + machine.secondsInWords()
                                    + ": the execution ends first.",
                            field.equals("Seconds")
                                    ? "Wait for less, or raise what limits the execution."
                                    : "Lower it, so that Retry and Catch see States.Timeout.");
                }
            }
        };
    }

    private static boolean handlesTimeout(StateNode state) {
        return ErrorEntry.of(state).stream().anyMatch(each -> each.covers(ErrorEntry.TIMEOUT));
    }

    static Rule retriesOutlastTimeout() {
        return new Rule() {
            @Override
            public WarningCode code() {
                return WarningCode.RETRIES_OUTLAST_TIMEOUT;
            }

            @Override
            public void check(Machine machine, Findings findings) {
                for (StateNode state : machine.states()) {
                    for (Retrier retrier : state.errorHandling().retriers()) {
                        double seconds = secondsBetweenAttempts(retrier, machine.seconds());
                        if (seconds >= machine.seconds()) {
                            findings.report(
                                    code(),
                                    state,
                                    retrier.pointer(),
                                    "The waits between " + retrier.maxAttempts() + " retries outlast "
                                            + machine.secondsInWords() + ", so the last ones never happen.",
                                    "Lower MaxAttempts or BackoffRate, or set MaxDelaySeconds.");
                        }
                    }
                }
            }
        };
    }

    /** All the waits of a retrier that is used up, without jitter; at least {@code enough} when it is more than that. */
    static double secondsBetweenAttempts(Retrier retrier, long enough) {
        Long maxDelay = retrier.maxDelaySeconds();
        double cap = maxDelay == null ? Double.MAX_VALUE : maxDelay;
        double delay = retrier.intervalSeconds();
        double sum = 0;
        for (long attempt = 0; attempt < retrier.maxAttempts() && sum < enough; attempt++) {
            if (retrier.backoffRate() == 1 || delay >= cap || delay == 0) {
                return sum + (retrier.maxAttempts() - attempt) * Math.min(delay, cap);
            }
            sum += delay;
            delay *= retrier.backoffRate();
        }
        return sum;
    }
}
