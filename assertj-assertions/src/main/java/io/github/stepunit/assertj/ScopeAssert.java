package io.github.stepunit.assertj;

import org.apiguardian.api.API;

/**
 * Assertions over one branch of a Parallel state, or one iteration of a Map state.
 *
 * <pre>{@code
 * assertThat(execution).state("Ship all").iteration(3)
 *     .hasPath("Pick", "Print label")
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
        isNotNull();
        failIf(actual.wasStarted() ? null : ShouldHaveRuns.shouldHaveStarted(actual));
        return actual.walk();
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
