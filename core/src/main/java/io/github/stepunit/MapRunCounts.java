package io.github.stepunit;

import io.github.stepunit.internal.interpreter.MapRunTally;
import org.apiguardian.api.API;

/**
 * How the items, or the child executions, of a Map Run stand: {@code itemCounts} and {@code executionCounts} of
 * {@code DescribeMapRun}.
 *
 * @param pending not started yet
 * @param running started, not ended
 * @param succeeded succeeded
 * @param failed failed; of a batch that fails, all its items have
 * @param timedOut timed out
 * @param aborted stopped
 * @param total all of them
 * @param resultsWritten those whose results a ResultWriter has exported
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record MapRunCounts(
        long pending,
        long running,
        long succeeded,
        long failed,
        long timedOut,
        long aborted,
        long total,
        long resultsWritten) {

    static MapRunCounts of(MapRunTally tally, long resultsWritten) {
        return new MapRunCounts(
                tally.pending(),
                tally.running(),
                tally.succeeded(),
                tally.failed(),
                tally.timedOut(),
                tally.aborted(),
                tally.total(),
                resultsWritten);
    }

    /** All that are not 0, in words: {@code 97 succeeded, 3 failed, 100 in total}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        add(text, pending, "pending");
        add(text, running, "running");
        add(text, succeeded, "succeeded");
        add(text, failed, "failed");
        add(text, timedOut, "timed out");
        add(text, aborted, "aborted");
        add(text, resultsWritten, "results written");
        return text.append(total).append(" in total").toString();
    }

    private static void add(StringBuilder text, long count, String what) {
        if (count != 0) {
            text.append(count).append(' ').append(what).append(", ");
        }
    }
}
