package io.github.stepunit.contract.coverage;

import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.internal.PrettyJson;
import io.github.stepunit.contract.internal.TextFiles;
import io.github.stepunit.contract.recorded.RecordedExecution;
import io.github.stepunit.coverage.CoverageParts;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.loader.DefinitionLoadException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Compares what production walks with what tests walk:
 *
 * <pre>{@code java -cp … io.github.stepunit.contract.coverage.CompareCoverage \
 *     statemachines/order.asl.json target/stepunit/coverage recordings/order-42.json}</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CompareCoverage {

    private static final String USAGE = "usage: CompareCoverage [--json FILE] [--part] DEFINITION COVERAGE RECORDING..."
            + "\n  DEFINITION  the file with the state machine"
            + "\n  COVERAGE    what the tests have written: a file, or a folder such as target/stepunit/coverage"
            + "\n  RECORDING   files that RecordExecutions or aws stepfunctions get-execution-history wrote, or folders of them"
            + "\n  --json      writes the comparison into that file, too"
            + "\n  --part      writes what production walks into the folder " + ProductionCoverage.FOLDER
            + " beside COVERAGE";

    private CompareCoverage() {}

    /** For the command line. Ends the JVM with 0, 1 (something cannot be read or written) or 2 (wrong arguments). */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        List<String> rest = new ArrayList<>(List.of(arguments));
        boolean part = rest.remove("--part");
        int option = rest.indexOf("--json");
        String json = option >= 0 && option + 1 < rest.size() ? rest.remove(option + 1) : "";
        rest.remove("--json");
        if (rest.size() < 3 || (option >= 0 && json.isEmpty())) {
            err.println(USAGE);
            return 2;
        }
        try {
            Path folder = Path.of(rest.get(1));
            CoverageParts tests = CoverageParts.read(List.of(folder));
            tests.problems().forEach(err::println);
            List<RecordedExecution> recordings = RecordedExecution.readAll(
                    rest.subList(2, rest.size()).stream().map(Path::of).toList());
            ProductionCoverage production = ProductionCoverage.of(recordings, StateMachine.load(Path.of(rest.get(0))));
            ProductionComparison comparison = production.comparedWith(tests.data());
            out.print(comparison.describe());
            if (!json.isEmpty()) {
                TextFiles.write(Path.of(json), PrettyJson.write(comparison.toJson()));
            }
            if (part) {
                out.println("wrote " + production.writePart(folder));
            }
            return 0;
        } catch (UncheckedIOException
                | IllegalArgumentException
                | InvalidDefinitionException
                | DefinitionLoadException problem) {
            err.println(problem.getMessage());
            return 1;
        }
    }
}
