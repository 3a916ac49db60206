package io.github.stepunit.maven;

import io.github.stepunit.coverage.CoverageComparison;
import io.github.stepunit.coverage.CoverageParts;
import io.github.stepunit.internal.file.WholeFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apiguardian.api.API;
import org.jspecify.annotations.NullUnmarked;

/**
 * Tells what is not walked now that was walked, or was not there, in a baseline: the coverage of the main branch, as
 * <code>merge</code> or <code>report</code> left it.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
@Mojo(name = "compare", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
@NullUnmarked // Maven sets the fields
public class CompareMojo extends AbstractCoverageMojo {

    /** The coverage to compare with: a file, or a folder of parts. */
    @Parameter(property = "stepunit.compare.baseline", required = true)
    File baseline;

    /** Where the result is written to, in Markdown, for a comment at a pull request. */
    @Parameter(property = "stepunit.compare.file", defaultValue = "${project.build.directory}/stepunit/compare.md")
    File outputFile;

    /** Whether the build fails when anything is newly uncovered. */
    @Parameter(property = "stepunit.compare.failIfNewlyUncovered", defaultValue = "false")
    boolean failIfNewlyUncovered;

    @Override
    void run() throws MojoFailureException {
        CoverageParts then = CoverageParts.read(List.of(baseline.toPath()));
        if (then.count() == 0) {
            throw new IllegalArgumentException("There is no baseline: "
                    + (then.problems().isEmpty()
                            ? baseline + " holds no coverage."
                            : String.join("\n", then.problems()))
                    + "\n  do      keep target/stepunit/report/coverage.json of the main branch, and name it:"
                    + " -Dstepunit.compare.baseline=FILE");
        }
        CoverageParts now = read();
        if (now == null || now.count() == 0) {
            now = now == null ? CoverageParts.read(places()) : now;
            throw new IllegalArgumentException(
                    now.problems().isEmpty() ? nothing() : nothing() + "\n" + String.join("\n", now.problems()));
        }
        then.problems().forEach(this::warn);
        now.problems().forEach(this::warn);
        CoverageComparison comparison = CoverageComparison.between(then.data(), now.data());
        String text = comparison.toMarkdown();
        write(text);
        if (failIfNewlyUncovered && comparison.hasNewlyUncovered()) {
            throw new MojoFailureException("Tests walk less than the baseline " + baseline + " did.\n\n" + text);
        }
        info(text);
    }

    private void write(String text) {
        try {
            WholeFile.write(outputFile.toPath(), text);
        } catch (IOException e) {
            throw new UncheckedIOException("The comparison cannot be written to " + outputFile + ": " + e, e);
        }
    }
}
