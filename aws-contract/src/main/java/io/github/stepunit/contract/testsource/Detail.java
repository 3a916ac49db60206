package io.github.stepunit.contract.testsource;

/** What a test takes over from the recording only where it would go another way without it. */
enum Detail {
    /** JSON exactly as it was written, blanks included. */
    TEXT,
    /** When the execution started. */
    START,
    /** The names of execution and machine, account and region. */
    NAMES,
    /** The execution role. */
    ROLE,
    /** The first answer to a {@code .sync} or callback task. */
    SUBMITTED,
    /** To the millisecond, how long an answer took. */
    EXACT_LATENCY,
    /** How long an answer took. */
    LATENCY,
    /** Heartbeats. */
    HEARTBEATS,
    /** When which worker took up an activity. */
    PICK_UP,
    /** The whole answer of a service with its metadata, not just what it carries. */
    ENVELOPE,
    /** Causes that are long. */
    LONG_CAUSE,
    /** Which iteration or branch got which answer, not just in which order they came. */
    PATH
}
