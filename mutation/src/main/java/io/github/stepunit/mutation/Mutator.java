package io.github.stepunit.mutation;

/** The ways in which people break a definition. */
enum Mutator {
    /** A catcher is dropped. */
    CATCHER("Catcher"),
    /** A retrier is dropped. */
    RETRIER("Retrier"),
    /** One of several names in {@code ErrorEquals} is dropped. */
    ERROR_NAME("ErrorName"),
    /** {@code Next} of a state, rule or catcher, or {@code Default}, leads elsewhere. */
    NEXT("Next"),
    /** A state is removed: what led to it leads to what it led to. */
    STATE("State"),
    /** A condition of a Choice rule is negated, or {@code And} and {@code Or} are swapped. */
    CONDITION("Condition"),
    /** A comparison of a Choice rule is shifted at its boundary, or compares with another constant. */
    COMPARISON("Comparison"),
    /** A rule of a Choice state is dropped. */
    CHOICE_RULE("ChoiceRule"),
    /** {@code Default} of a Choice state is dropped. */
    DEFAULT("Default"),
    /** {@code ResultPath} puts the result elsewhere: nowhere, or in place of everything. */
    RESULT_PATH("ResultPath"),
    /** {@code InputPath}, {@code OutputPath}, {@code ResultSelector}, {@code Output} or {@code Result} is dropped. */
    DATA_FLOW("DataFlow"),
    /** A member of {@code Parameters}, {@code Arguments}, {@code ItemSelector} or another template is dropped. */
    PAYLOAD("Payload"),
    /** A variable is not assigned. */
    ASSIGN("Assign"),
    /** {@code MaxAttempts} is 0, or one more. */
    MAX_ATTEMPTS("MaxAttempts"),
    /** {@code IntervalSeconds}, {@code BackoffRate} or {@code MaxDelaySeconds} is another. */
    RETRY_INTERVAL("RetryInterval"),
    /** {@code TimeoutSeconds} or {@code HeartbeatSeconds} is dropped, or one more. */
    TIMEOUT("Timeout"),
    /** A Wait state waits a second longer. */
    WAIT("Wait"),
    /** {@code MaxConcurrency} of a Map state is another. */
    MAX_CONCURRENCY("MaxConcurrency"),
    /** A tolerated failure count or percentage is dropped, or one more. */
    TOLERATED_FAILURE("ToleratedFailure"),
    /** A Fail state fails with another error. */
    ERROR("Error");

    private final String text;

    Mutator(String text) {
        this.text = text;
    }

    /** As reports and the command line call it. */
    String text() {
        return text;
    }
}
