package io.github.stepunit.maven;

import io.github.stepunit.coverage.CoverageParts;
import io.github.stepunit.coverage.CoverageSummary;
import io.github.stepunit.coverage.SourceFiles;
import io.github.stepunit.report.CoverageReport;
import io.github.stepunit.report.ReportFormat;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apiguardian.api.API;
import org.jspecify.annotations.NullUnmarked;

/**
 * Writes what the tests of this module have walked of its state machines: a page for people, and the formats that other
 * tools read. Shows a summary.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
@Mojo(name = "report", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
@NullUnmarked // Maven sets the fields
public class ReportMojo extends AbstractCoverageMojo {

    @Parameter(defaultValue = "${session.startTime}", readonly = true, required = true)
    Date started;

    /** Where the reports are written. */
    @Parameter(property = "stepunit.report.directory", defaultValue = "${project.build.directory}/stepunit/report")
    File outputDirectory;

    /**
     * Which reports: <code>HTML</code>, <code>JSON</code>, <code>TEXT</code>, <code>COBERTURA</code>, <code>LCOV</code>,
     * <code>SONAR</code>. All of them if none is named. Separated by commas on the command line.
     */
    @Parameter(property = "stepunit.report.formats")
    String[] formats;

    /** What the page is called. */
    @Parameter(property = "stepunit.report.title", defaultValue = "${project.name}")
    String title;

    /**
     * The root of the repository: the names of files start there, and a definition whose file has changed since the tests
     * ran is left out and told of. The nearest folder around the module with <code>.git</code> in it if not given, else the
     * module's.
     */
    @Parameter(property = "stepunit.report.repository")
    File repository;

    @Override
    void run() {
        CoverageParts read = read();
        if (read == null) {
            info(nothing());
            return;
        }
        CoverageReport report = CoverageReport.of(read, title, root());
        report.problems().forEach(this::warn);
        Set<ReportFormat> wanted = formats();
        report.write(outputDirectory.toPath(), wanted, started.toInstant().toEpochMilli());
        info(CoverageSummary.of(report.data()));
        if (wanted.contains(ReportFormat.HTML)) {
            info(outputDirectory
                    .toPath()
                    .resolve(ReportFormat.HTML.fileName())
                    .toUri()
                    .toString());
        }
    }

    Path root() {
        return repository == null ? new SourceFiles(project.getBasedir().toPath()).repository() : repository.toPath();
    }

    private Set<ReportFormat> formats() {
        return formats == null || formats.length == 0
                ? EnumSet.allOf(ReportFormat.class)
                : Arrays.stream(formats)
                        .map(each -> Names.of(ReportFormat.class, "formats", each))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReportFormat.class)));
    }
}
