package io.github.stepunit.internal.interpreter;

import io.github.stepunit.history.HistoryEventType;

/** Counts the items or the child executions of a Map Run by how they stand. */
public final class MapRunTally {

    private long total;
    private long running;
    private long succeeded;
    private long failed;
    private long timedOut;
    private long aborted;

    MapRunTally() {}

    void total(long newTotal) {
        total = newTotal;
    }

    void started(int count) {
        running += count;
    }

    void ended(HistoryEventType how, int count) {
        running -= count;
        switch (how) {
            case EXECUTION_SUCCEEDED -> succeeded += count;
            case EXECUTION_FAILED -> failed += count;
            case EXECUTION_TIMED_OUT -> timedOut += count;
            default -> aborted += count;
        }
    }

    /** They wait to run again, after they had ended in that way. */
    void redriven(HistoryEventType how, int count) {
        switch (how) {
            case EXECUTION_FAILED -> failed -= count;
            case EXECUTION_TIMED_OUT -> timedOut -= count;
            default -> aborted -= count;
        }
    }

    /** All of them. */
    public long total() {
        return total;
    }

    /** Those that have not been started. */
    public long pending() {
        return total - running - succeeded - failed - timedOut - aborted;
    }

    /** Those that have been started and not ended. */
    public long running() {
        return running;
    }

    /** Those that have succeeded. */
    public long succeeded() {
        return succeeded;
    }

    /** Those that have failed. */
    public long failed() {
        return failed;
    }

    /** Those that have timed out. */
    public long timedOut() {
        return timedOut;
    }

    /** Those that have been stopped. */
    public long aborted() {
        return aborted;
    }
}
