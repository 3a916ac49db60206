package io.github.stepunit.maven;

import io.github.stepunit.contract.AwsCallException;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.loader.DefinitionLoadException;
import java.io.UncheckedIOException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apiguardian.api.API;
import org.jspecify.annotations.NullUnmarked;

/** What all goals have in common: they can be skipped, and tell what went wrong in words of their own. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullUnmarked // Maven sets the fields
public abstract class AbstractStepUnitMojo extends AbstractMojo {

    /** Skips every goal of StepUnit. */
    @Parameter(property = "stepunit.skip", defaultValue = "false")
    boolean skip;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("StepUnit is skipped (stepunit.skip).");
            return;
        }
        try {
            run();
        } catch (UncheckedIOException
                | IllegalArgumentException
                | InvalidDefinitionException
                | DefinitionLoadException
                | AwsCallException problem) {
            // Their messages are for people; Maven shows the stack trace when asked to (-e).
            throw new MojoExecutionException(problem.getMessage(), problem);
        }
    }

    /** Does the work. */
    abstract void run() throws MojoExecutionException, MojoFailureException;

    /** A text of several lines, each with Maven's mark. */
    final void info(String text) {
        text.lines().forEach(getLog()::info);
    }

    /** A text of several lines, each with Maven's mark. */
    final void warn(String text) {
        text.lines().forEach(getLog()::warn);
    }
}
