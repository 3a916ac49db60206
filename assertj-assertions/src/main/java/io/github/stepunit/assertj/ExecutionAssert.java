package io.github.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.MapRun;
import io.github.stepunit.NotInExecutionException;
import io.github.stepunit.RedriveStatus;
import io.github.stepunit.history.Variables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Assertions over an {@link Execution}.
 *
 * <pre>{@code
 * assertThat(execution)
 *     .hasSucceeded()
 *     .hasPath("Validate", "Charge card", "Ship")
 *     .hasOutputAt("$.receipt", "r-1")
 *     .hasNeverVisited("Refund")
 *     .took(ofSeconds(6));
 * assertThat(execution).state("Charge card")
 *     .wasAttempted(3).waitedBetweenAttempts(ofSeconds(1), ofSeconds(2));
 * }</pre>
 *
 * <p>The message of a failure ends with the walked path, and an arrow where it departs from what was expected.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class ExecutionAssert extends AbstractPathAssert<ExecutionAssert, Execution> {

    /** Called by AssertJ and by {@link StepUnitAssertions}. */
    public ExecutionAssert(@Nullable Execution actual) {
        super(actual, ExecutionAssert.class);
    }

    @Override
    Walk walk() {
        isNotNull();
        return Walk.of(actual);
    }

    /** Checks where the execution stands. */
    public ExecutionAssert hasStatus(ExecutionStatus expected) {
        isNotNull();
        return failIf(actual.status() == expected ? null : ShouldHaveStatus.shouldHaveStatus(walk(), expected));
    }

    /** Checks that the execution has ended with an output. */
    public ExecutionAssert hasSucceeded() {
        return hasStatus(ExecutionStatus.SUCCEEDED);
    }

    /** Checks that the execution was ended by an error that nothing caught. A timeout is not a failure. */
    public ExecutionAssert hasFailed() {
        return hasStatus(ExecutionStatus.FAILED);
    }

    /** Checks that the execution has failed with that error name. */
    public ExecutionAssert hasFailedWith(String error) {
        return hasFailed().hasError(error);
    }

    /** Checks that the execution has failed with that error name and exactly that cause. */
    public ExecutionAssert hasFailedWith(String error, String cause) {
        return hasFailedWith(error).hasCause(cause);
    }

    /** Checks that the execution was ended by the machine's {@code TimeoutSeconds} or the limit of its type. */
    public ExecutionAssert hasTimedOut() {
        return hasStatus(ExecutionStatus.TIMED_OUT);
    }

    /** Checks that the execution was stopped from outside. */
    public ExecutionAssert wasAborted() {
        return hasStatus(ExecutionStatus.ABORTED);
    }

    /** Checks that the execution has not ended. */
    public ExecutionAssert isRunning() {
        return hasStatus(ExecutionStatus.RUNNING);
    }

    /** Checks the error name. */
    public ExecutionAssert hasError(String error) {
        isNotNull();
        return failIf(error.equals(actual.error()) ? null : ShouldHaveError.shouldHaveError(walk(), error));
    }

    /** Checks the whole cause. */
    public ExecutionAssert hasCause(String cause) {
        isNotNull();
        return failIf(cause.equals(actual.cause()) ? null : ShouldHaveError.shouldHaveCause(walk(), cause));
    }

    /** Checks that the cause holds that text. */
    public ExecutionAssert hasCauseContaining(String text) {
        isNotNull();
        String cause = actual.cause();
        return failIf(
                cause != null && cause.contains(text) ? null : ShouldHaveError.shouldHaveCauseContaining(walk(), text));
    }

    @Override
    final JsonValue outputValue() {
        isNotNull();
        JsonNode output = actual.status() == ExecutionStatus.SUCCEEDED ? actual.output() : null;
        return new JsonValue(
                        "the execution's output",
                        output,
                        "it has none: its status is " + actual.status(),
                        () -> Culprits.tree(walk()))
                .of(actual);
    }

    @Override
    final JsonValue variablesValue() {
        isNotNull();
        return new JsonValue(
                        "the execution's variables",
                        JavaValues.toJson(Variables.of(actual.history())),
                        "",
                        () -> walk().tree().render())
                .of(actual);
    }

    /** Checks the virtual time from start to end, or until now while the execution runs. */
    public ExecutionAssert took(Duration expected) {
        return took("exactly", expected, execution().duration().compareTo(expected) == 0);
    }

    /** Checks that the virtual time from start to end, or until now, is not longer than that. */
    public ExecutionAssert tookAtMost(Duration expected) {
        return took("at most", expected, execution().duration().compareTo(expected) <= 0);
    }

    /** Checks that the virtual time from start to end, or until now, is not shorter than that. */
    public ExecutionAssert tookAtLeast(Duration expected) {
        return took("at least", expected, execution().duration().compareTo(expected) >= 0);
    }

    private ExecutionAssert took(String how, Duration expected, boolean satisfied) {
        return failIf(
                satisfied
                        ? null
                        : ShouldHaveTaken.shouldHaveTaken(
                                "execution",
                                how,
                                expected,
                                actual.duration(),
                                walk().tree().render()));
    }

    /** Checks the virtual time of its end. */
    public ExecutionAssert endedAt(Instant expected) {
        isNotNull();
        Instant end = actual.status() == ExecutionStatus.RUNNING ? null : actual.now();
        return failIf(
                expected.equals(end)
                        ? null
                        : ShouldHaveTaken.shouldHaveHappenedAt(
                                "execution",
                                "ended",
                                expected,
                                end,
                                actual.startTime(),
                                walk().tree().render()));
    }

    /**
     * Checks that the execution went as the snapshot of this test says: the walked path with virtual times, attempts, rules
     * and errors, and the output. The snapshot is a text file that is committed with the test; where there is none yet, this
     * run becomes it, but never on CI. {@code -Dstepunit.snapshots=update} writes it anew.
     *
     * @throws IllegalStateException when the snapshot cannot be found, read or written; the message says why
     */
    public ExecutionAssert matchesSnapshot() {
        return matchesSnapshot("");
    }

    /**
     * The same, for one of several snapshots of this test.
     *
     * @param name what distinguishes it from the others of the same test
     */
    public ExecutionAssert matchesSnapshot(String name) {
        isNotNull();
        return failIf(Snapshots.ofThisJvm().unlessMatches(Snapshot.ofCourse(walk()), name));
    }

    /**
     * Checks that the history is that of the snapshot, in the form of AWS's {@code GetExecutionHistory}; see
     * {@link #matchesSnapshot()}.
     */
    public ExecutionAssert historyMatchesSnapshot() {
        return historyMatchesSnapshot("");
    }

    /**
     * The same, for one of several snapshots of this test.
     *
     * @param name what distinguishes it from the others of the same test
     */
    public ExecutionAssert historyMatchesSnapshot(String name) {
        isNotNull();
        return failIf(Snapshots.ofThisJvm().unlessMatches(Snapshot.ofHistory(walk()), name));
    }

    /**
     * Goes on to a state, wherever in the definition it stands. When it was visited several times, choose with
     * {@link StateAssert#visit(int)} and the like.
     */
    public StateAssert state(String name) {
        return toAssertForProxy(new StateAssert(StateVisits.of(walk(), name, null)));
    }

    /** Checks how often the execution has been redriven. */
    public ExecutionAssert wasRedriven(int times) {
        isNotNull();
        return failIf(actual.redriveCount() == times ? null : ShouldBeRedrivable.shouldHaveBeenRedriven(walk(), times));
    }

    /** Checks that AWS would redrive the execution now. */
    public ExecutionAssert isRedrivable() {
        isNotNull();
        return failIf(
                actual.redriveStatus() == RedriveStatus.REDRIVABLE
                        ? null
                        : ShouldBeRedrivable.shouldBeRedrivable(walk()));
    }

    /** Checks that AWS would not redrive the execution now. */
    public ExecutionAssert isNotRedrivable() {
        isNotNull();
        return failIf(
                actual.redriveStatus() == RedriveStatus.NOT_REDRIVABLE
                        ? null
                        : ShouldBeRedrivable.shouldNotBeRedrivable(walk()));
    }

    /**
     * Checks that no payload of any state has that many bytes or more: inputs, requests, results, outputs. AWS's quota is
     * 262,144; what is above it in the output of a state ends the execution whatever the definition catches.
     */
    public ExecutionAssert hasPayloadsBelow(long bytes) {
        isNotNull();
        return failIf(ShouldFitBudget.unlessPayloadsBelow(walk(), bytes));
    }

    /** Checks how many events the history has at most. AWS ends a Standard execution at 25,000. */
    public ExecutionAssert hasUsedAtMostEvents(long events) {
        isNotNull();
        return failIf(ShouldFitBudget.unlessUsedAtMost(walk(), events));
    }

    /** Checks how many executions of registered state machines its Tasks have started. */
    public ExecutionAssert hasNestedExecutions(int count) {
        isNotNull();
        return failIf(
                actual.nestedExecutions().size() == count
                        ? null
                        : ShouldHaveNested.shouldHaveNested(walk(), actual.nestedExecutions(), count));
    }

    /**
     * Goes on to the one execution of a registered state machine that the Tasks of that state have started.
     *
     * @param state name or path of the state
     */
    public ExecutionAssert nestedExecution(String state) {
        isNotNull();
        Execution nested = null;
        try {
            nested = actual.nestedExecution(state);
        } catch (NotInExecutionException none) {
            failIf(ShouldHaveNested.shouldHaveNested(walk(), String.valueOf(none.getMessage())));
        }
        return toAssertForProxy(new ExecutionAssert(nested));
    }

    /**
     * Goes on to the Map Run of the Distributed Map of that name: the latest, when the state was retried or visited again.
     */
    public MapRunAssert mapRun(String state) {
        Walk walk = walk();
        failIf(ShouldKnowState.unlessKnown(walk, allStateNames(walk), List.of(state)));
        List<MapRun> mapRuns = actual.mapRuns().stream()
                .filter(mapRun -> mapRun.stateName().equals(state))
                .toList();
        failIf(mapRuns.isEmpty() ? ShouldHaveMapRun.shouldHaveRun(walk, state) : null);
        return toAssertForProxy(new MapRunAssert(mapRuns.isEmpty() ? null : mapRuns.get(mapRuns.size() - 1)));
    }

    private static Set<String> allStateNames(Walk walk) {
        return walk.execution().stateMachine().definition().graph().stateNames();
    }

    /** Goes back to the Map Run that started this child execution. */
    public MapRunAssert returnToMapRun() {
        isNotNull();
        MapRun mapRun = actual.parentMapRun();
        failIf(mapRun == null ? ShouldHaveMapRun.shouldHaveParent(walk()) : null);
        return toAssertForProxy(new MapRunAssert(mapRun));
    }

    private Execution execution() {
        isNotNull();
        return actual;
    }
}
