package io.github.stepunit.maven;

import io.github.stepunit.coverage.CoverageParts;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apiguardian.api.API;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A goal that reads what test JVMs have gathered. */
@API(status = API.Status.INTERNAL, since = "0.1")
@NullUnmarked // Maven sets the fields
public abstract class AbstractCoverageMojo extends AbstractStepUnitMojo {

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    /**
     * Where coverage data is: files, and folders in which every <code>.json</code> file is a part. In place of
     * <code>stepunit/coverage</code> in the build directory, where the tests of this module leave it. Separated by commas on
     * the command line.
     */
    @Parameter(property = "stepunit.parts")
    File[] parts;

    /** Where to read from, in the order in which messages name it. */
    List<Path> places() {
        return named().orElseGet(() -> List.of(ModuleCoverage.of(project).folder()));
    }

    final Optional<List<Path>> named() {
        return parts == null || parts.length == 0
                ? Optional.empty()
                : Optional.of(Arrays.stream(parts).map(File::toPath).toList());
    }

    /**
     * Reads the places of which there is something; null when there is nothing at all. A place that was named and is not
     * there stays a problem: somebody expects it.
     */
    final @Nullable CoverageParts read() {
        List<Path> there = new ArrayList<>();
        for (Path each : places()) {
            if (named().isPresent() || each.toFile().exists()) {
                there.add(each);
            }
        }
        CoverageParts read = CoverageParts.read(there);
        return read.count() == 0 && read.problems().isEmpty() ? null : read;
    }

    /** Says that there is no coverage, and what to do. */
    String nothing() {
        return "There is no coverage in " + shown(places()) + ".\n"
                + "  do      run tests with stepunit-junit5 on the test class path first (mvn verify); where the tests have a\n"
                + "          stepunit.coverage.folder of their own, name it: -Dstepunit.parts=FOLDER";
    }

    final String shown(List<Path> paths) {
        return String.join(", ", paths.stream().map(this::shown).toList());
    }

    /** Short, as people name it. */
    final String shown(Path path) {
        Path base = project.getBasedir() == null ? null : project.getBasedir().toPath();
        return base != null && path.startsWith(base) && !path.equals(base)
                ? base.relativize(path).toString()
                : path.toString();
    }
}
