package io.github.stepunit.assertj;

import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider;
import org.assertj.core.api.StandardSoftAssertionsProvider;

/**
 * Collects the failures of several assertions, StepUnit's and AssertJ's own.
 *
 * <pre>{@code
 * StepUnitSoftAssertions.assertSoftly(softly -> {
 *     softly.assertThat(execution).hasSucceeded().hasOutputAt("$.receipt", "r-1");
 *     softly.assertThat(execution).state("Charge card").wasRetried(2);
 * });
 * }</pre>
 *
 * <p>AssertJ's {@code SoftAssertionsExtension} injects it, too.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class StepUnitSoftAssertions extends AbstractSoftAssertions
        implements StandardSoftAssertionsProvider, StepUnitSoftAssertionsProvider {

    /** Collects from now on; {@link #assertAll()} fails with what was collected. */
    public StepUnitSoftAssertions() {}

    /** Runs the assertions and fails with all that failed. */
    public static void assertSoftly(Consumer<StepUnitSoftAssertions> assertions) {
        SoftAssertionsProvider.assertSoftly(StepUnitSoftAssertions.class, assertions);
    }
}
