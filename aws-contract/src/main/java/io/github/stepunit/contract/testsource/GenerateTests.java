package io.github.stepunit.contract.testsource;

import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.recorded.RecordedExecution;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.loader.DefinitionLoadException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Makes a test class of recorded executions in files:
 *
 * <pre>{@code java -cp … io.github.stepunit.contract.testsource.GenerateTests \
 *     statemachines/order.asl.json com.example.RecordedOrdersTest src/test recordings/order-42.json}</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class GenerateTests {

    private static final String USAGE = "usage: GenerateTests DEFINITION CLASS FOLDER RECORDING..."
            + "\n  DEFINITION  the file with the state machine, as @StepFunctionTest has it"
            + "\n  CLASS       with its package, for instance com.example.RecordedOrdersTest"
            + "\n  FOLDER      src/test: the class goes into its folder java, long payloads into resources"
            + "\n  RECORDING   files that RecordedExecution.write or aws stepfunctions get-execution-history wrote"
            + "\nSecrets are masked by SecretRules.DEFAULT.";

    private GenerateTests() {}

    /** For the command line. Ends the JVM with 0, 1 (something cannot be read or written) or 2 (wrong arguments). */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length < 4) {
            err.println(USAGE);
            return 2;
        }
        try {
            int dot = arguments[1].lastIndexOf('.');
            List<RecordedExecution> recordings = Arrays.stream(arguments)
                    .skip(3)
                    .map(file -> RecordedExecution.read(Path.of(file)))
                    .toList();
            TestSource test = TestGenerator.of(StateMachine.load(Path.of(arguments[0])))
                    .forDefinition(arguments[0])
                    .inPackage(dot < 0 ? "" : arguments[1].substring(0, dot))
                    .named(arguments[1].substring(dot + 1))
                    .generate(recordings);
            Path file = test.write(
                    Path.of(arguments[2]).resolve("java"), Path.of(arguments[2]).resolve("resources"));
            int count = recordings.size() - test.leftOut().size();
            out.println("wrote " + file + ": " + (count == 1 ? "1 test" : count + " tests"));
            test.leftOut().forEach(each -> out.println("left out " + each));
            test.departures().forEach(departure -> out.println("\nfails now: " + departure));
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
