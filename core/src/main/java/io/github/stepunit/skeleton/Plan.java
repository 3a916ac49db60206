package io.github.stepunit.skeleton;

import io.github.stepunit.coverage.CoverageElement;
import org.jspecify.annotations.Nullable;

/**
 * A test that was tried.
 *
 * @param trial how it went
 * @param endsWell whether it ended as it should
 * @param departure where no way on was found; null when there is no such place
 * @param impossible why no test can walk what it was for; null when that is not known
 */
record Plan(Trial trial, boolean endsWell, @Nullable String departure, @Nullable String impossible) {

    Plan(Trial trial, boolean endsWell) {
        this(trial, endsWell, null, null);
    }

    boolean walks(CoverageElement element) {
        return !trial.isCut() && trial.walked().contains(element.id());
    }
}
