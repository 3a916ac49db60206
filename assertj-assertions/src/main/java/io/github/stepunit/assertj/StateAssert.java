package io.github.stepunit.assertj;

import io.github.stepunit.history.Scope;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.history.Trace;
import io.github.stepunit.history.VisitStatus;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Assertions over one state of an execution.
 *
 * <p>All but {@link #wasVisited()}, {@link #wasNeverVisited()} and {@link #wasVisitedTimes(int)} are about one visit. When
 * the state was visited once, it is that one; when it was visited several times, as in a loop or by several iterations, say
 * which with {@link #firstVisit()}, {@link #visit(int)} or {@link #lastVisit()}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class StateAssert extends AbstractAttemptsAssert<StateAssert, StateVisits> {

    /** Called by AssertJ and by {@link ExecutionAssert}. */
    public StateAssert(StateVisits actual) {
        super(actual, StateAssert.class);
    }

    /** Checks that the state was visited at least once. */
    public StateAssert wasVisited() {
        requireKnown();
        return failIf(
                actual.visits().isEmpty() ? ShouldHaveVisited.shouldHaveVisited(actual.walk(), actual.state()) : null);
    }

    /** Checks that the state was never visited. */
    public StateAssert wasNeverVisited() {
        requireKnown();
        List<StateVisit> visits = actual.visits();
        return failIf(
                visits.isEmpty()
                        ? null
                        : ShouldNeverHaveVisited.shouldNeverHaveVisited(actual.walk(), actual.state(), visits.get(0)));
    }

    /** Checks how often the state was visited. Retries are not visits. */
    public StateAssert wasVisitedTimes(int times) {
        requireKnown();
        return failIf(
                actual.visits().size() == times
                        ? null
                        : ShouldHaveVisited.shouldHaveVisitedTimes(actual.walk(), actual.state(), times));
    }

    /** Goes on to one of several visits, in order of entry from 1. */
    public StateAssert visit(int number) {
        isNotNull();
        return toAssertForProxy(new StateAssert(actual.choosing(number)));
    }

    /** Goes on to the first visit. */
    public StateAssert firstVisit() {
        return visit(1);
    }

    /** Goes on to the last visit. */
    public StateAssert lastVisit() {
        isNotNull();
        return visit(Math.max(1, actual.visits().size()));
    }

    /** Checks that the state was left the ordinary way, without an error caught. */
    public StateAssert hasSucceeded() {
        StateVisit visit = theVisit();
        return outcome(visit.status() == VisitStatus.SUCCEEDED, visit, "succeeded", null);
    }

    /** Checks that the state was ended from outside: by a failing sibling, a timeout of the execution, StopExecution. */
    public StateAssert wasAborted() {
        StateVisit visit = theVisit();
        return outcome(visit.status() == VisitStatus.ABORTED, visit, "been aborted", null);
    }

    /** Checks that the state has not ended. */
    public StateAssert isRunning() {
        StateVisit visit = theVisit();
        return outcome(visit.status() == VisitStatus.RUNNING, visit, "not ended", null);
    }

    /** Checks that the state failed in the end, whether a catcher took its error or not. */
    public StateAssert hasFailed() {
        StateVisit visit = theVisit();
        return outcome(failed(visit), visit, "failed", null);
    }

    /** Checks that the state failed in the end with that error name, whether a catcher took it or not. */
    public StateAssert hasFailedWith(String error) {
        StateVisit visit = theVisit();
        return outcome(failed(visit) && error.equals(visit.error()), visit, "failed with", error);
    }

    /** Checks that the state failed in the end with that error name and cause, whether a catcher took it or not. */
    public StateAssert hasFailedWith(String error, String cause) {
        StateVisit visit = theVisit();
        return outcome(
                failed(visit) && error.equals(visit.error()) && cause.equals(visit.cause()),
                visit,
                "failed with",
                error + ": " + cause);
    }

    /** Checks that the last attempt ended by the timeout or a missed heartbeat. */
    public StateAssert hasTimedOut() {
        StateVisit visit = theVisit();
        return outcome(visit.timedOut(), visit, "timed out", null);
    }

    /**
     * Checks that the error of the state was caught.
     *
     * @param catcher which catcher, from 0
     */
    public StateAssert wasCaughtBy(int catcher) {
        StateVisit visit = theVisit();
        Trace.Caught caught = visit.caught();
        return outcome(caught != null && caught.catcher() == catcher, visit, "been left by catcher", catcher);
    }

    /**
     * Checks which rule of a Choice state matched.
     *
     * @param index the rule, from 0
     */
    public StateAssert matchedRule(int index) {
        StateVisit visit = theVisit();
        failIf(ShouldBeOfType.unlessChoice(actual, visit, "matched rule " + index));
        return outcome(Objects.equals(visit.matchedRule(), index), visit, "matched rule", index);
    }

    /** Checks that no rule of a Choice state matched and its Default was taken. */
    public StateAssert tookDefault() {
        StateVisit visit = theVisit();
        failIf(ShouldBeOfType.unlessChoice(actual, visit, "taken the Default"));
        return outcome(visit.tookDefault(), visit, "taken the Default", null);
    }

    /** Checks that its Task was delivered twice, in every attempt; see {@code StateMachine.deliveringTwice}. */
    public StateAssert wasDeliveredTwice() {
        StateVisit visit = theVisit();
        boolean twice =
                !visit.attempts().isEmpty() && visit.attempts().stream().allMatch(attempt -> attempt.deliveries() == 2);
        return outcome(twice, visit, "been delivered twice", null);
    }

    /** Checks how many branches the last attempt of a Parallel state started. */
    public StateAssert hasBranches(int count) {
        return hasRuns(Scope.Kind.BRANCH, count);
    }

    /** Checks how many iterations the last attempt of a Map state started. */
    public StateAssert hasIterations(int count) {
        return hasRuns(Scope.Kind.ITERATION, count);
    }

    private StateAssert hasRuns(Scope.Kind kind, int count) {
        StateVisit visit = theVisit();
        failIf(ShouldBeOfType.unlessStarts(actual, visit, kind));
        long started =
                visit.runs().stream().filter(run -> run.scope().kind() == kind).count();
        return failIf(started == count ? null : ShouldHaveRuns.shouldHaveRuns(actual, visit, kind, count));
    }

    /**
     * Goes on to a branch of a Parallel state.
     *
     * @param index from 0, in the order of the definition
     */
    public ScopeAssert branch(int index) {
        isNotNull();
        return toAssertForProxy(new ScopeAssert(new ScopeVisits(actual, Scope.Kind.BRANCH, index)));
    }

    /**
     * Goes on to an iteration of a Map state.
     *
     * @param index from 0, in the order of the items
     */
    public ScopeAssert iteration(int index) {
        isNotNull();
        return toAssertForProxy(new ScopeAssert(new ScopeVisits(actual, Scope.Kind.ITERATION, index)));
    }

    /** Goes back to the execution. */
    public ExecutionAssert returnToExecution() {
        isNotNull();
        return toAssertForProxy(new ExecutionAssert(actual.walk().execution()));
    }

    /**
     * Goes back to the branch or iteration that led here.
     *
     * @throws IllegalStateException when the execution itself led here
     */
    public ScopeAssert returnToScope() {
        isNotNull();
        ScopeVisits scope = actual.scope();
        if (scope == null) {
            throw new IllegalStateException(
                    "No branch or iteration led to the state \"" + actual.state() + "\": use returnToExecution().");
        }
        return toAssertForProxy(new ScopeAssert(scope));
    }

    private StateAssert outcome(boolean satisfied, StateVisit visit, String what, @Nullable Object expected) {
        return failIf(satisfied ? null : ShouldHaveOutcome.shouldHave(actual, visit, what, expected));
    }

    private static boolean failed(StateVisit visit) {
        return visit.status() == VisitStatus.FAILED || visit.status() == VisitStatus.CAUGHT;
    }
}
