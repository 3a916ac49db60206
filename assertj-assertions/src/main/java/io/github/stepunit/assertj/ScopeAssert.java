package io.github.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.Execution;
import io.github.stepunit.history.ScopeRun;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.history.Variables;
import io.github.stepunit.history.VisitStatus;
import java.time.Duration;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Assertions over one branch of a Parallel state, or one iteration of a Map state.
 *
 * <pre>{@code
 * assertThat(execution).state("Ship all").iteration(3)
 *     .hasSucceeded()
 *     .hasPath("Pick", "Print label")
 *     .hasOutputAt("$.label", "l-3")
 *     .state("Print label").wasRetried(1);
 * }</pre>
 *
 * <p>When the state was retried, its last attempt counts.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class ScopeAssert extends AbstractPathAssert<ScopeAssert, ScopeVisits> {

    /** Called by AssertJ and by {@link StateAssert}. */
    public ScopeAssert(ScopeVisits actual) {
        super(actual, ScopeAssert.class);
    }

    @Override
    Walk walk() {
        return started().walk();
    }

    /** The branch or iteration, which has been started unless soft assertions have noted that it was not. */
    private ScopeVisits started() {
        isNotNull();
        failIf(actual.wasStarted() ? null : ShouldHaveRuns.shouldHaveStarted(actual));
        return actual;
    }

    /** Checks that the branch or iteration has come to its end, with an output. */
    public ScopeAssert hasSucceeded() {
        return outcome(started().status() == VisitStatus.SUCCEEDED, "succeeded", null);
    }

    /** Checks that the branch or iteration was ended by an error that nothing in it caught. */
    public ScopeAssert hasFailed() {
        return outcome(started().status() == VisitStatus.FAILED, "failed", null);
    }

    /** Checks that the branch or iteration has failed with that error name. */
    public ScopeAssert hasFailedWith(String error) {
        StateVisit failed = failed();
        return outcome(failed != null && error.equals(failed.error()), "failed with", error);
    }

    /** Checks that the branch or iteration has failed with that error name and exactly that cause. */
    public ScopeAssert hasFailedWith(String error, String cause) {
        StateVisit failed = failed();
        return outcome(
                failed != null && error.equals(failed.error()) && cause.equals(failed.cause()),
                "failed with",
                error + ": " + cause);
    }

    /** Checks that the branch or iteration was ended from outside: by a failing sibling, a timeout, StopExecution. */
    public ScopeAssert wasAborted() {
        return outcome(started().status() == VisitStatus.ABORTED, "been aborted", null);
    }

    /** Checks that the branch or iteration has not ended. */
    public ScopeAssert isRunning() {
        return outcome(started().status() == VisitStatus.RUNNING, "not ended", null);
    }

    /** The visit of the state that failed the branch or iteration; null when it did not fail. */
    private @Nullable StateVisit failed() {
        return started().status() == VisitStatus.FAILED ? actual.last() : null;
    }

    private ScopeAssert outcome(boolean satisfied, String what, @Nullable Object expected) {
        return failIf(satisfied ? null : ShouldHaveOutcome.shouldHave(actual, what, expected));
    }

    @Override
    final JsonValue outputValue() {
        ScopeVisits scope = started();
        StateVisit last = scope.status() == VisitStatus.SUCCEEDED ? scope.last() : null;
        JsonNode output = last == null ? null : last.output();
        return new JsonValue(
                        "the output of " + scope.walk().subject(),
                        output,
                        "there is none: its status is " + scope.status(),
                        scope::story)
                .of(scope.walk().execution());
    }

    @Override
    final JsonValue variablesValue() {
        ScopeVisits scope = started();
        Execution execution = scope.walk().execution();
        ScopeRun run = scope.run();
        return new JsonValue(
                        "the variables of " + scope.walk().subject(),
                        run == null ? null : JavaValues.toJson(Variables.of(run, execution.history())),
                        "it was not started",
                        scope::story)
                .of(execution);
    }

    /** Checks the virtual time from the entry of its first state to its end. */
    public ScopeAssert took(Duration expected) {
        Duration duration = started().duration();
        return took("exactly", expected, expected.equals(duration));
    }

    /** Checks that the virtual time from the entry of its first state to its end is not longer than that. */
    public ScopeAssert tookAtMost(Duration expected) {
        Duration duration = started().duration();
        return took("at most", expected, duration != null && duration.compareTo(expected) <= 0);
    }

    /** Checks that the virtual time from the entry of its first state to its end is not shorter than that. */
    public ScopeAssert tookAtLeast(Duration expected) {
        Duration duration = started().duration();
        return took("at least", expected, duration != null && duration.compareTo(expected) >= 0);
    }

    private ScopeAssert took(String how, Duration expected, boolean satisfied) {
        return failIf(
                satisfied
                        ? null
                        : ShouldHaveTaken.shouldHaveTaken(
                                actual.walk().subject(), how, expected, actual.duration(), actual.story()));
    }

    /** Goes on to a state in this branch or iteration, or further inside. */
    public StateAssert state(String name) {
        isNotNull();
        return toAssertForProxy(new StateAssert(StateVisits.of(actual.walk(), name, actual)));
    }

    /** Goes back to the Parallel or Map state. */
    public StateAssert returnToState() {
        isNotNull();
        return toAssertForProxy(new StateAssert(actual.outer()));
    }

    /** Goes back to the execution. */
    public ExecutionAssert returnToExecution() {
        isNotNull();
        return toAssertForProxy(new ExecutionAssert(actual.outer().walk().execution()));
    }
}
