package io.github.stepunit.contract;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** AWS could not be asked, or did not give what was asked for. The message says what, why, and what to do. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class AwsCallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why a call did not give what was asked for. */
    public enum Reason {
        /** Neither credentials nor a region are configured, so that nothing was sent. */
        NOT_CONFIGURED,
        /** The credentials have expired or are not known to AWS. */
        CREDENTIALS_REFUSED,
        /** The caller may not do this. */
        ACCESS_DENIED,
        /** There is no such thing. */
        NOT_FOUND,
        /** Throttled, still after all retries of the SDK. */
        THROTTLED,
        /** No answer in time. */
        TIMED_OUT,
        /** No connection. */
        UNREACHABLE,
        /** An answer that does not follow the protocol. */
        UNREADABLE_ANSWER,
        /** AWS refused the request for another reason. */
        REFUSED,
        /** AWS failed. */
        AWS_FAILED;

        /** Whether the reason lies in where the test runs, and not in what it asks: then a test may be skipped. */
        public boolean isOfTheEnvironment() {
            return this == NOT_CONFIGURED || this == CREDENTIALS_REFUSED || this == TIMED_OUT || this == UNREACHABLE;
        }
    }

    /**
     * @param reason why
     * @param message what happened and what to do
     * @param cause what the SDK threw; null when it threw nothing
     */
    public AwsCallException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
