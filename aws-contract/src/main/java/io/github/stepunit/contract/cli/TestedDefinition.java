package io.github.stepunit.contract.cli;

import io.github.stepunit.StateMachine;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The definition that a command is about. */
@NullUnmarked // picocli sets the fields
final class TestedDefinition {

    @Parameters(
            index = "0",
            paramLabel = "DEFINITION",
            description = "The file with the state machine as it is now: a definition, or a template with one in it.")
    private Path file;

    @Option(names = "--machine", paramLabel = "NAME", description = "Which, of a template with several.")
    @Nullable
    private String machine;

    Path file() {
        return file;
    }

    StateMachine load() {
        return machine == null ? StateMachine.load(file) : StateMachine.load(file, machine);
    }
}
