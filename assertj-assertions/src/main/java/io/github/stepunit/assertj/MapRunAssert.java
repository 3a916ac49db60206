package io.github.stepunit.assertj;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.MapRun;
import io.github.stepunit.MapRunCounts;
import io.github.stepunit.MapRunStatus;
import java.util.function.ToLongFunction;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Assertions over a Map Run: what a Distributed Map does with its items.
 *
 * <pre>{@code
 * assertThat(execution).mapRun("Import")
 *     .hasSucceeded()
 *     .hasItems(100).hasSucceededItems(97).hasFailedItems(3)
 *     .child(4).hasFailedWith("Row.Invalid")
 *     .returnToMapRun()
 *     .hasResultsWritten(100);
 * }</pre>
 *
 * <p>Counts are those of items, as in {@code DescribeMapRun}; of a batch that fails, all its items have failed.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class MapRunAssert extends AbstractStepUnitAssert<MapRunAssert, MapRun> {

    /** Called by AssertJ and by {@link ExecutionAssert}. */
    public MapRunAssert(@Nullable MapRun actual) {
        super(actual, MapRunAssert.class);
    }

    private MapRun mapRun() {
        isNotNull();
        return actual;
    }

    /** Checks how the Map Run stands. */
    public MapRunAssert hasStatus(MapRunStatus expected) {
        return check(mapRun().status() == expected, "have the status\n  " + expected);
    }

    /** Checks that it has ended, and that no more of its items have failed than is tolerated. */
    public MapRunAssert hasSucceeded() {
        return hasStatus(MapRunStatus.SUCCEEDED);
    }

    /** Checks that it has failed: items that cannot be read, results that cannot be written, or too many failures. */
    public MapRunAssert hasFailed() {
        return hasStatus(MapRunStatus.FAILED);
    }

    /** Checks that it has failed with that error name, such as {@code States.ItemReaderFailed}. */
    public MapRunAssert hasFailedWith(String error) {
        return check(error.equals(mapRun().error()), "have failed with\n  " + error);
    }

    /** Checks that it was stopped from outside. */
    public MapRunAssert wasAborted() {
        return hasStatus(MapRunStatus.ABORTED);
    }

    /** Checks the number of its items. */
    public MapRunAssert hasItems(long expected) {
        return items(expected, "items", MapRunCounts::total);
    }

    /** Checks the number of items whose child executions have succeeded. */
    public MapRunAssert hasSucceededItems(long expected) {
        return items(expected, "succeeded items", MapRunCounts::succeeded);
    }

    /** Checks the number of items whose child executions have failed; those that timed out are counted apart. */
    public MapRunAssert hasFailedItems(long expected) {
        return items(expected, "failed items", MapRunCounts::failed);
    }

    /** Checks the number of items whose child executions have timed out. */
    public MapRunAssert hasTimedOutItems(long expected) {
        return items(expected, "timed out items", MapRunCounts::timedOut);
    }

    /** Checks the number of items whose child executions were stopped. */
    public MapRunAssert hasAbortedItems(long expected) {
        return items(expected, "aborted items", MapRunCounts::aborted);
    }

    /** Checks the number of items that have not been started. */
    public MapRunAssert hasPendingItems(long expected) {
        return items(expected, "pending items", MapRunCounts::pending);
    }

    /** Checks the number of items whose results its ResultWriter has exported. */
    public MapRunAssert hasResultsWritten(long expected) {
        return items(expected, "results written", MapRunCounts::resultsWritten);
    }

    /** Checks all counts of its items at once. */
    public MapRunAssert hasItemCounts(MapRunCounts expected) {
        return check(mapRun().itemCounts().equals(expected), "have the item counts\n  " + expected);
    }

    private MapRunAssert items(long expected, String what, ToLongFunction<MapRunCounts> count) {
        return check(count.applyAsLong(mapRun().itemCounts()) == expected, "have\n  " + expected + " " + what);
    }

    /** Checks the number of child executions that have been started: one for each item, or for each batch. */
    public MapRunAssert hasChildren(int expected) {
        return check(mapRun().children().size() == expected, "have started\n  " + expected + " child executions");
    }

    private MapRunAssert check(boolean satisfied, String expectation) {
        return failIf(satisfied ? null : ShouldHaveMapRun.shouldHave(mapRun(), expectation));
    }

    /**
     * Goes on to the child execution of an item, or of a batch.
     *
     * @param index from 0
     */
    public ExecutionAssert child(int index) {
        MapRun mapRun = mapRun();
        boolean exists = index >= 0 && index < mapRun.children().size();
        check(exists, "have started the child execution\n  " + index);
        return toAssertForProxy(new ExecutionAssert(exists ? mapRun.child(index) : null));
    }

    /** Goes on to the first child execution that has failed. */
    public ExecutionAssert firstFailedChild() {
        MapRun mapRun = mapRun();
        Execution failed = mapRun.children().stream()
                .filter(child -> child.status() == ExecutionStatus.FAILED)
                .findFirst()
                .orElse(null);
        check(failed != null, "have a child execution that failed");
        return toAssertForProxy(new ExecutionAssert(failed));
    }

    /** Goes back to the execution. */
    public ExecutionAssert returnToExecution() {
        return toAssertForProxy(new ExecutionAssert(mapRun().execution()));
    }
}
