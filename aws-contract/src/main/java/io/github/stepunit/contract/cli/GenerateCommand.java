package io.github.stepunit.contract.cli;

import io.github.stepunit.contract.recorded.RecordedExecution;
import io.github.stepunit.contract.testsource.TestGenerator;
import io.github.stepunit.contract.testsource.TestSource;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code generate}. */
@Command(
        name = "generate",
        description = "Makes a test class of recorded executions, secrets masked by SecretRules.DEFAULT.")
@NullUnmarked // picocli sets the fields
final class GenerateCommand extends ContractCommand {

    @Mixin
    private TestedDefinition definition;

    @Parameters(index = "1", paramLabel = "CLASS", description = "With its package: com.example.RecordedOrdersTest.")
    private String testClass;

    @Parameters(
            index = "2",
            paramLabel = "FOLDER",
            description = "src/test: the class goes into its folder java, long payloads into resources.")
    private Path folder;

    @Parameters(index = "3..*", arity = "1..*", paramLabel = "RECORDING", description = RECORDINGS)
    private List<Path> places;

    @Override
    public Integer call() {
        int dot = testClass.lastIndexOf('.');
        List<RecordedExecution> recordings = RecordedExecution.readAll(places);
        TestSource test = TestGenerator.of(definition.load())
                .forDefinition(definition.file().toString())
                .inPackage(dot < 0 ? "" : testClass.substring(0, dot))
                .named(testClass.substring(dot + 1))
                .generate(recordings);
        Path file = test.write(folder.resolve("java"), folder.resolve("resources"));
        out().println("wrote " + file + ": "
                + counted(recordings.size() - test.leftOut().size(), "test"));
        test.leftOut().forEach(each -> out().println("left out " + each));
        test.departures().forEach(departure -> out().println("\nfails now: " + departure));
        return 0;
    }
}
