package io.github.stepunit.contract.cli;

import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.contract.deployed.DeployedStateMachines;
import io.github.stepunit.contract.internal.StepFunctionsArn;
import io.github.stepunit.contract.recorded.ExecutionFilter;
import io.github.stepunit.contract.recorded.RecordedExecution;
import io.github.stepunit.contract.recorded.RecordedExecutions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.services.sfn.SfnClient;

/** {@code record}. */
@Command(
        name = "record",
        description = "Fetches executions that ran on AWS into files, secrets masked by SecretRules.DEFAULT.",
        sortOptions = false)
@NullUnmarked // picocli sets the fields
final class RecordCommand extends ContractCommand {

    private final Function<String, SfnClient> clients;
    private final Clock clock;

    @Parameters(
            index = "0",
            paramLabel = "MACHINE",
            description = "Its name, or its ARN, or that of a version or an alias; or the ARN of one execution.")
    private String machine;

    @Parameters(
            index = "1",
            paramLabel = "FOLDER",
            description = "A file for each execution goes there, called as the execution is.")
    private Path folder;

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many at most, the newest first (default: ${DEFAULT-VALUE}).")
    private int last;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Those that started at this time or later: 2026-11-18T00:00:00Z, or P7D for seven days ago.")
    @Nullable
    private String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Those that started before this time.")
    @Nullable
    private String until;

    @Option(
            names = "--status",
            paramLabel = "STATUS",
            split = ",",
            description = "How they ended: ${COMPLETION-CANDIDATES} (default: all but RUNNING).")
    private List<ExecutionStatus> statuses = List.of();

    @Option(
            names = "--children",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many child executions of each Map Run at most (default: ${DEFAULT-VALUE}).")
    private int children;

    RecordCommand(Function<String, SfnClient> clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (children < 1) {
            throw wrong("--children is " + children + ", but should be 1 or more.");
        }
        requireMachine(machine);
        ExecutionFilter filter = filter();
        SfnClient client = clients.apply(machine);
        RecordedExecutions production = RecordedExecutions.with(client).withMostChildren(children);
        int recorded = 1;
        if (StepFunctionsArn.isOfExecution(machine)) {
            write(production.fetch(machine));
        } else {
            recorded = production.fetchEach(arn(client), filter, this::write);
        }
        out().println("recorded " + counted(recorded, "execution") + " into " + folder);
        return 0;
    }

    private void write(RecordedExecution recorded) {
        recorded.write(folder.resolve(recorded.name() + ".json"));
        tellMissing(recorded);
    }

    private void tellMissing(RecordedExecution recorded) {
        recorded.missingChildren().forEach(each -> out().println(recorded.name() + " is without " + each.describe()));
        recorded.children().forEach(this::tellMissing);
    }

    private String arn(SfnClient client) {
        if (StepFunctionsArn.isOfStateMachine(machine)) {
            return machine;
        }
        return DeployedStateMachines.with(client).fetch(machine).arn();
    }

    private ExecutionFilter filter() {
        if (last < 1) {
            throw wrong("--last is " + last + ", but should be 1 or more.");
        }
        ExecutionFilter filter = ExecutionFilter.last(last);
        if (!statuses.isEmpty()) {
            filter = filter.withStatus(statuses.get(0), statuses.toArray(ExecutionStatus[]::new));
        }
        try {
            filter = since == null ? filter : filter.since(time("--since", since));
            return until == null ? filter : filter.until(time("--until", until));
        } catch (IllegalArgumentException contradiction) {
            throw wrong(String.valueOf(contradiction.getMessage()));
        }
    }

    private Instant time(String option, String text) {
        try {
            return text.startsWith("P") ? clock.instant().minus(Duration.parse(text)) : Instant.parse(text);
        } catch (DateTimeException | ArithmeticException noTime) {
            throw wrong(option + " is " + text
                    + ", but should be a time, 2026-11-18T00:00:00Z, or how long ago it was, P7D or PT12H.");
        }
    }
}
