package io.github.stepunit.maven;

import io.github.stepunit.StateMachine;
import io.github.stepunit.coverage.CoverageParts;
import io.github.stepunit.coverage.CoverageRecorder;
import io.github.stepunit.coverage.CoveringTest;
import io.github.stepunit.task.TaskMocks;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** A module with coverage on the disk, and what a goal says about it. */
final class Goals {

    static final String ORDER =
            """
            {
              "StartAt": "Charge card",
              "States": {
                "Charge card": {
                  "Type": "Task",
                  "Resource": "arn:aws:states:::lambda:invoke",
                  "Parameters": {"FunctionName": "charge"},
                  "Catch": [{"ErrorEquals": ["CardDeclined"], "Next": "Declined"}],
                  "End": true
                },
                "Declined": {"Type": "Fail", "Error": "CardDeclined"}
              }
            }
            """;

    /** Notes what a goal says; {@code INFO} and the like stand before each line. */
    static final class Told extends SystemStreamLog {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void info(CharSequence line) {
            text.append("INFO ").append(line).append('\n');
        }

        @Override
        public void warn(CharSequence line) {
            text.append("WARN ").append(line).append('\n');
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    final Told told = new Told();

    private final Path folder;

    Goals(Path folder) {
        this.folder = folder;
    }

    static MavenProject module(Path folder, String artifactId) {
        Model model = new Model();
        model.setGroupId("it");
        model.setArtifactId(artifactId);
        model.setVersion("1");
        model.setName(artifactId);
        Build build = new Build();
        build.setDirectory(folder.resolve("target").toString());
        model.setBuild(build);
        MavenProject project = new MavenProject(model);
        project.setFile(folder.resolve("pom.xml").toFile());
        return project;
    }

    MavenProject module() {
        return module(folder, "orders");
    }

    /** A test JVM has run a test in which the card was fine, or was not. */
    Goals ran(boolean declined) throws IOException {
        Path file = folder.resolve("order.asl.json");
        Files.writeString(file, ORDER);
        ran(folder.resolve("target/stepunit/coverage"), StateMachine.load(file), "order.asl.json", declined);
        return this;
    }

    static void ran(Path parts, StateMachine machine, @Nullable String file, boolean declined) {
        CoverageRecorder recorder = new CoverageRecorder();
        TaskMocks tasks = new TaskMocks();
        if (declined) {
            tasks.mock("Charge card").fails("CardDeclined");
        } else {
            tasks.mock("Charge card").returns("{}");
        }
        recorder.ran(
                machine.definition(),
                machine.name(),
                machine.type(),
                machine.withTasks(tasks).start("{}").history(),
                new CoveringTest("[test]", "OrderTest.test"));
        CoverageParts.write(recorder.snapshot(definition -> file), CoverageParts.newPart(parts));
    }

    ReportMojo report() {
        return prepared(new ReportMojo());
    }

    <M extends ReportMojo> M prepared(M report) {
        report.setLog(told);
        report.project = module();
        report.title = "Orders";
        report.started = Date.from(Instant.EPOCH);
        report.repository = folder.toFile();
        report.outputDirectory = file("target/stepunit/report");
        return report;
    }

    CheckMojo check() {
        CheckMojo check = new CheckMojo();
        check.setLog(told);
        check.project = module();
        check.haltOnFailure = true;
        check.failIfNoCoverage = true;
        return check;
    }

    MergeMojo merge() {
        MergeMojo merge = new MergeMojo();
        merge.setLog(told);
        merge.project = module();
        merge.outputFile = file("target/stepunit/coverage.json");
        return merge;
    }

    CompareMojo compare() {
        CompareMojo compare = new CompareMojo();
        compare.setLog(told);
        compare.project = module();
        compare.baseline = file("baseline.json");
        compare.outputFile = file("target/stepunit/compare.md");
        return compare;
    }

    GraphMojo graph() {
        GraphMojo graph = new GraphMojo();
        graph.setLog(told);
        graph.basedir = folder.toFile();
        graph.formats = new String[] {"svg"};
        graph.outputDirectory = file("target/stepunit/graph");
        return graph;
    }

    File file(String name) {
        return folder.resolve(name).toFile();
    }
}
