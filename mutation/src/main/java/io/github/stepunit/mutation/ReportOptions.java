package io.github.stepunit.mutation;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is reported and which score is required, as the command line tells it. */
@NullUnmarked // picocli sets the fields
final class ReportOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--fail-below",
            paramLabel = "PERCENT",
            description = "Exit with 1 when a smaller part of the mutants is noticed.")
    @Nullable
    private Double failBelow;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            defaultValue = "target/stepunit/mutation",
            description = "Where to (default: ${DEFAULT-VALUE}).")
    private Path output;

    @Option(
            names = {"-f", "--format"},
            split = ",",
            paramLabel = "FORMAT",
            description = "Which: ${COMPLETION-CANDIDATES} (default: all).")
    private Set<ReportFormat> formats = EnumSet.allOf(ReportFormat.class);

    @Option(
            names = "--title",
            defaultValue = "State machines",
            description = "What the page is called (default: ${DEFAULT-VALUE}).")
    private String title;

    /** Before anything is run: what goes wrong at the end would cost the whole run. */
    void check() {
        if (failBelow != null && !(failBelow >= 0 && failBelow <= 100)) {
            throw new ParameterException(
                    spec.commandLine(), "--fail-below is " + failBelow + ", but should be a percentage from 0 to 100.");
        }
        try {
            Files.createDirectories(output);
        } catch (IOException impossible) {
            throw new MutationException("There can be no folder " + output + " (--output): " + impossible + ".");
        }
    }

    /** Writes the files, and says what is in them and where they are. */
    void write(MutationReport report, PrintWriter out) {
        ReportFiles.write(report, title, output, formats);
        out.println();
        out.print(MutationSummary.of(report));
        formats.forEach(each -> out.println(output.resolve(each.fileName()).toUri()));
        out.flush();
    }

    /** What is to be said of a score that is too low; null when it is not. */
    @Nullable
    String shortfall(MutationScore score) {
        return failBelow == null || score.percent() >= failBelow
                ? null
                : "The tests notice " + score + " of the mutants, but " + plain(failBelow) + " % are required.";
    }

    private static String plain(double percent) {
        return percent == Math.rint(percent) ? Long.toString((long) percent) : Double.toString(percent);
    }
}
