package io.github.stepunit.validation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * The codes of warnings. The first three are AWS's own; {@code docs/diagnostics.md} explains each with an example and the
 * remedy.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum WarningCode {
    /** A value in a payload template looks like a path or an intrinsic call, but its key does not end with {@code .$}. */
    NO_DOLLAR,
    /** A field that takes a literal holds what looks like a path; its twin {@code …Path} takes those. */
    NO_PATH,
    /** {@code Result} of a Pass state is not evaluated. */
    PASS_RESULT_IS_STATIC,
    /** {@code ErrorEquals} names an error that the {@code Resource} never raises. */
    ERROR_NEVER_RAISED,
    /** {@code ErrorEquals} names an error that AWS neither retries nor catches. */
    ERROR_NEVER_CAUGHT,
    /** A retrier whose errors all match earlier ones. */
    RETRIER_NEVER_USED,
    /** A catcher whose errors all match earlier ones. */
    CATCHER_NEVER_USED,
    /** {@code States.TaskFailed} is handled, which does not match the timeout that the state has. */
    TIMEOUT_NOT_CAUGHT,
    /** A Choice that may match nothing has no {@code Default}. */
    CHOICE_WITHOUT_DEFAULT,
    /** A rule of a Choice that an earlier one always precedes. */
    CHOICE_RULE_NEVER_USED,
    /** A callback or activity that nothing ever ends. */
    CALLBACK_WITHOUT_TIMEOUT,
    /** A {@code .waitForTaskToken} task that passes its token to nobody. */
    TASK_TOKEN_NOT_PASSED,
    /** {@code HeartbeatSeconds} that is not smaller than {@code TimeoutSeconds}. */
    HEARTBEAT_NOT_BELOW_TIMEOUT,
    /** The waits between retries alone outlast the machine. */
    RETRIES_OUTLAST_TIMEOUT,
    /** A Wait, or the timeout of a task, that outlasts the machine. */
    WAIT_OUTLASTS_TIMEOUT,
    /** A loop without a way out. */
    ENDLESS_LOOP,
    /** A state that can be reached only by a transition that is never taken. */
    STATE_NEVER_REACHED,
    /** A variable that nothing reads. */
    VARIABLE_NEVER_READ,
    /** A variable that may not have been assigned where it is read. */
    POSSIBLY_UNDEFINED_VARIABLE,
    /** A variable of an inner scope that has the name of one of an outer scope. */
    DUPLICATE_VARIABLE_NAME,
    /** A path that leads past {@code Payload} of a {@code lambda:invoke} result, or the like. */
    RESULT_HAS_NO_FIELD,
    /** A placeholder that nothing was substituted for. */
    PLACEHOLDER_LEFT,
    /** A file that only CloudFormation reads, as YAML: it has trailing commas. */
    DEFINITION_NOT_JSON,
    /** A {@code Resource} that is no ARN, or an action that the AWS SDK does not have. */
    RESOURCE_NOT_ON_AWS,
    /** A Lambda task that does not retry the errors of the Lambda service. Not reported unless asked for. */
    LAMBDA_WITHOUT_RETRY(false),
    /** A task without a {@code TimeoutSeconds}. Not reported unless asked for. */
    TASK_WITHOUT_TIMEOUT(false),
    /** A loop that goes round without a Wait. Not reported unless asked for. */
    LOOP_WITHOUT_WAIT(false);

    private final boolean byDefault;

    WarningCode() {
        this(true);
    }

    WarningCode(boolean byDefault) {
        this.byDefault = byDefault;
    }

    /** Whether a {@link Validator} looks for it without being asked to. */
    public boolean isByDefault() {
        return byDefault;
    }

    static Set<WarningCode> defaults() {
        Set<WarningCode> defaults = EnumSet.noneOf(WarningCode.class);
        Arrays.stream(values()).filter(WarningCode::isByDefault).forEach(defaults::add);
        return defaults;
    }
}
