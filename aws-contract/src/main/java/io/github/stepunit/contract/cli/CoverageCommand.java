package io.github.stepunit.contract.cli;

import io.github.stepunit.contract.coverage.ProductionComparison;
import io.github.stepunit.contract.coverage.ProductionCoverage;
import io.github.stepunit.contract.internal.PrettyJson;
import io.github.stepunit.contract.internal.TextFiles;
import io.github.stepunit.contract.recorded.RecordedExecution;
import io.github.stepunit.coverage.CoverageParts;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coverage}. */
@Command(name = "coverage", description = "Compares what production walks with what tests walk.")
@NullUnmarked // picocli sets the fields
final class CoverageCommand extends ContractCommand {

    @Mixin
    private TestedDefinition definition;

    @Parameters(
            index = "1",
            paramLabel = "COVERAGE",
            description = "What the tests have written: a folder with parts (target/stepunit/coverage), or a file.")
    private Path tested;

    @Parameters(index = "2..*", arity = "1..*", paramLabel = "RECORDING", description = RECORDINGS)
    private List<Path> recordings;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the comparison into that file, too.")
    @Nullable
    private Path json;

    @Option(
            names = "--part",
            description = "Writes what production walks into the folder " + ProductionCoverage.FOLDER
                    + " beside COVERAGE, for a report of both.")
    private boolean part;

    @Override
    public Integer call() {
        CoverageParts tests = CoverageParts.read(List.of(tested));
        tests.problems().forEach(err()::println);
        if (tests.count() == 0 && !tests.problems().isEmpty()) {
            // Everything would look untested.
            return Main.FAILED;
        }
        ProductionCoverage production = ProductionCoverage.of(RecordedExecution.readAll(recordings), definition.load());
        ProductionComparison comparison = production.comparedWith(tests.data());
        out().print(comparison.describe());
        out().flush();
        if (json != null) {
            TextFiles.write(json, PrettyJson.write(comparison.toJson()));
        }
        if (part) {
            out().println("wrote " + production.writePart(tested));
        }
        return 0;
    }
}
