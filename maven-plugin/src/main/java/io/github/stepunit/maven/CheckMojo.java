package io.github.stepunit.maven;

import io.github.stepunit.coverage.CoverageParts;
import io.github.stepunit.coverage.Thresholds;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apiguardian.api.API;
import org.jspecify.annotations.NullUnmarked;

/**
 * Fails the build when the tests of this module have walked too little of its state machines, with the list of what is
 * missing. A module whose tests do not use <code>stepunit-junit5</code>, or were skipped, passes.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresDependencyResolution = ResolutionScope.TEST,
        threadSafe = true)
@NullUnmarked // Maven sets the fields
public class CheckMojo extends AbstractCoverageMojo {

    /** Required of the states, in percent. */
    @Parameter(property = "stepunit.check.states")
    Double states;

    /** Required of the transitions, in percent. */
    @Parameter(property = "stepunit.check.transitions")
    Double transitions;

    /** Whether every state machine must have it, or all of them together. */
    @Parameter(property = "stepunit.check.each", defaultValue = "false")
    boolean each;

    /** Whether the build fails, or only warns. */
    @Parameter(property = "stepunit.check.haltOnFailure", defaultValue = "true")
    boolean haltOnFailure;

    /** Whether the build fails when tests with <code>stepunit-junit5</code> on their class path have left no coverage. */
    @Parameter(property = "stepunit.check.failIfNoCoverage", defaultValue = "true")
    boolean failIfNoCoverage;

    @Parameter(property = "skipTests", defaultValue = "false", readonly = true)
    boolean skipTests;

    @Parameter(property = "maven.test.skip", defaultValue = "false", readonly = true)
    boolean mavenTestSkip;

    @Override
    void run() throws MojoFailureException {
        if (states == null && transitions == null) {
            throw new IllegalArgumentException("The goal check does not know what is required.\n"
                    + "  do      give <states>, <transitions> or both in its configuration, in percent"
                    + " (-Dstepunit.check.states=90)");
        }
        Thresholds thresholds = new Thresholds(states, transitions, each);
        CoverageParts read = read();
        if (read == null && !mustHaveCoverage()) {
            info("Nothing to check: there is no coverage in " + shown(places()) + ".");
            return;
        }
        fail(read == null ? List.of(nothing()) : thresholds.violations(read));
    }

    private boolean mustHaveCoverage() {
        return failIfNoCoverage && !skipTests && !mavenTestSkip && isGathered();
    }

    /** Whether tests have run that should have left coverage. */
    boolean isGathered() {
        return ModuleCoverage.of(project).isGathered();
    }

    private void fail(List<String> violations) throws MojoFailureException {
        if (violations.isEmpty()) {
            getLog().info("As much was walked as is required.");
        } else if (haltOnFailure) {
            throw new MojoFailureException(String.join("\n", violations));
        } else {
            violations.forEach(this::warn);
        }
    }
}
