package io.github.stepunit.contract.cli;

import io.github.stepunit.contract.recorded.RecordedExecution;
import io.github.stepunit.contract.recorded.Replay;
import io.github.stepunit.contract.recorded.ReplaySummary;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code replay}. */
@Command(
        name = "replay",
        description = {
            "Would this change have altered any of last week's runs?",
            "Exits with 0 when all recorded executions run as recorded, with 1 when one departs."
        })
@NullUnmarked // picocli sets the fields
final class ReplayCommand extends ContractCommand {

    @Mixin
    private TestedDefinition definition;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "RECORDING", description = RECORDINGS)
    private List<Path> recordings;

    @Option(
            names = "--ignore-arns",
            description = "Another ARN counts as the same: the file has placeholders for what is deployed.")
    private boolean ignoreArns;

    @Option(
            names = "--ignore",
            paramLabel = "MEMBER",
            split = ",",
            description = "Members whose values do not count, wherever they stand.")
    private List<String> ignored = List.of();

    @Override
    public Integer call() {
        Replay replay = Replay.of(definition.load()).ignoringMembers(ignored.toArray(String[]::new));
        ReplaySummary summary =
                (ignoreArns ? replay.ignoringArns() : replay).replayAll(RecordedExecution.readAll(recordings));
        out().println(summary.describe());
        return summary.diverging().isEmpty() ? 0 : Main.DEPARTS;
    }
}
