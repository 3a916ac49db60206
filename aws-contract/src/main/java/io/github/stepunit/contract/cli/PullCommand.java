package io.github.stepunit.contract.cli;

import io.github.stepunit.contract.deployed.DeployedDefinition;
import io.github.stepunit.contract.deployed.DeployedStateMachines;
import io.github.stepunit.contract.deployed.PulledDefinition;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.sfn.SfnClient;

/** {@code pull}. */
@Command(name = "pull", description = "Keeps a deployed definition in a file, to be checked in.")
@NullUnmarked // picocli sets the fields
final class PullCommand extends ContractCommand {

    private final Function<String, SfnClient> clients;
    private final Clock clock;

    @Parameters(
            index = "0",
            paramLabel = "MACHINE",
            description = "Its name, or an ARN: its own, that of a version, of an alias or of an execution.")
    private String machine;

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "Where to write it: src/test/resources/orders.deployed.json.")
    private Path file;

    PullCommand(Function<String, SfnClient> clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        requireMachine(machine);
        DeployedDefinition deployed = DeployedStateMachines.with(clients.apply(machine))
                .withClock(clock)
                .fetch(machine);
        PulledDefinition.write(file, deployed);
        out().println("pulled " + deployed.arn() + " into " + file);
        return 0;
    }
}
