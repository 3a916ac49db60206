package io.github.stepunit.internal.interpreter;

/** What a visited state is waiting for: an answer, a timer, its branches. */
@FunctionalInterface
interface Ongoing {

    /**
     * Stops it for good.
     *
     * @param record whether running states inside are to be recorded as aborted
     */
    void stop(boolean record);
}
