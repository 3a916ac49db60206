package io.github.stepunit.contract.recorded;

import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.loader.DefinitionLoadException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Would this change have altered any of last week's runs?
 *
 * <pre>{@code java -cp … io.github.stepunit.contract.recorded.ReplayRecordings statemachines/order.asl.json recordings}</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ReplayRecordings {

    private static final String USAGE =
            "usage: ReplayRecordings [--ignore-arns] [--ignore MEMBER,...] DEFINITION RECORDING..."
                    + "\n  DEFINITION     the file with the state machine as it is now"
                    + "\n  RECORDING      files that RecordExecutions or aws stepfunctions get-execution-history wrote, or folders of them"
                    + "\n  --ignore-arns  another ARN counts as the same: the file has placeholders for what is deployed"
                    + "\n  --ignore       members whose values do not count, wherever they stand"
                    + "\nEnds with 0 when all run as recorded, with 1 when one departs.";

    private ReplayRecordings() {}

    /** For the command line. Ends the JVM with 0, 1 (one departs) or 2 (wrong arguments, or nothing can be read). */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        List<String> rest = new ArrayList<>(List.of(arguments));
        boolean arns = rest.remove("--ignore-arns");
        int option = rest.indexOf("--ignore");
        String members = option >= 0 && option + 1 < rest.size() ? rest.remove(option + 1) : "";
        rest.remove("--ignore");
        if (rest.size() < 2) {
            err.println(USAGE);
            return 2;
        }
        try {
            Replay replay = Replay.of(StateMachine.load(Path.of(rest.get(0))));
            replay = arns ? replay.ignoringArns() : replay;
            replay = members.isEmpty() ? replay : replay.ignoringMembers(members.split(",", -1));
            ReplaySummary summary = replay.replayAll(RecordedExecution.readAll(
                    rest.subList(1, rest.size()).stream().map(Path::of).toList()));
            out.println(summary.describe());
            return summary.diverging().isEmpty() ? 0 : 1;
        } catch (UncheckedIOException
                | IllegalArgumentException
                | InvalidDefinitionException
                | DefinitionLoadException problem) {
            err.println(problem.getMessage());
            return 2;
        }
    }
}
