package io.github.stepunit.contract.assertj;

import io.github.stepunit.contract.recorded.ReplayResult;
import io.github.stepunit.contract.recorded.ReplaySummary;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/** Assertions over replays of recorded executions. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ReplayAssert extends AbstractAssert<ReplayAssert, ReplaySummary> {

    ReplayAssert(@Nullable ReplaySummary actual) {
        super(actual, ReplayAssert.class);
    }

    /**
     * All could be replayed whole: with the child executions of their Distributed Maps, of which AWS keeps no history where
     * they are Express executions.
     */
    public ReplayAssert isWhole() {
        isNotNull();
        if (!actual.results().stream().allMatch(ReplayResult::isWhole)) {
            throwAssertionError(new BasicErrorMessageFactory(
                    "\nExpecting all recorded executions to be replayed whole, but\n%s",
                    new Unquoted(actual.describe())));
        }
        return this;
    }

    /** All run as they were recorded, as far as they can be replayed: see {@link #isWhole()}. */
    public ReplayAssert hasNoDivergence() {
        isNotNull();
        if (!actual.diverging().isEmpty()) {
            throwAssertionError(new BasicErrorMessageFactory(
                    "\nExpecting all recorded executions to run as recorded, but\n%s",
                    new Unquoted(actual.describe())));
        }
        return this;
    }
}
