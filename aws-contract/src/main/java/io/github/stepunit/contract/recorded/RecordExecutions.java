package io.github.stepunit.contract.recorded;

import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.contract.AwsCallException;
import io.github.stepunit.contract.deployed.DeployedStateMachines;
import io.github.stepunit.contract.internal.Clients;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * Fetches executions that ran on AWS into files, secrets masked:
 *
 * <pre>{@code java -cp … io.github.stepunit.contract.recorded.RecordExecutions orders recordings --last 100 --since P7D}</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RecordExecutions {

    private static final int USUAL = 100;

    private static final String USAGE =
            "usage: RecordExecutions MACHINE FOLDER [--last N] [--since TIME] [--until TIME] [--status STATUS,...]"
                    + "\n  MACHINE   name, or ARN of a state machine, a version or an alias; or ARN of one execution"
                    + "\n  FOLDER    a file for each execution goes there, called as the execution is"
                    + "\n  --last    how many at most, the newest first (default " + USUAL + ")"
                    + "\n  --since   when they started: 2026-11-18T00:00:00Z, or P7D for seven days ago"
                    + "\n  --until   the same"
                    + "\n  --status  SUCCEEDED, FAILED, TIMED_OUT, ABORTED, RUNNING (default all but RUNNING)"
                    + "\nCredentials, region and endpoint are those of the AWS SDK: AWS_PROFILE, AWS_REGION, AWS_ENDPOINT_URL."
                    + "\nSecrets are masked by SecretRules.DEFAULT.";

    private final SfnClient client;
    private final Clock clock;

    RecordExecutions(SfnClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** For the command line. Ends the JVM with 0, 1 (AWS or the disk said no) or 2 (wrong arguments). */
    public static void main(String[] arguments) {
        if (arguments.length < 2) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try (SfnClient client = Clients.sfnFor(arguments[0])) {
            System.exit(new RecordExecutions(client, Clock.systemUTC()).run(arguments, System.out, System.err));
        } catch (AwsCallException notConfigured) {
            System.err.println(notConfigured.getMessage());
            System.exit(1);
        }
    }

    int run(String[] arguments, PrintStream out, PrintStream err) {
        ExecutionFilter filter;
        List<String> rest = new ArrayList<>(List.of(arguments));
        try {
            filter = filter(rest);
            if (rest.size() != 2) {
                throw new IllegalArgumentException("MACHINE and FOLDER are needed, and nothing else.");
            }
        } catch (IllegalArgumentException | DateTimeException wrong) {
            err.println(wrong.getMessage() + "\n" + USAGE);
            return 2;
        }
        try {
            RecordedExecutions production = RecordedExecutions.with(client);
            Path folder = Path.of(rest.get(1));
            // Each is written at once: what AWS has given stays when a later one fails.
            Consumer<RecordedExecution> write = each -> {
                each.write(folder.resolve(each.name() + ".json"));
                tellMissing(each, out);
            };
            int recorded = 1;
            if (rest.get(0).contains(":execution:")) {
                write.accept(production.fetch(rest.get(0)));
            } else {
                recorded = production.fetchEach(arn(rest.get(0)), filter, write);
            }
            out.println("recorded " + recorded + (recorded == 1 ? " execution" : " executions") + " into " + folder);
            return 0;
        } catch (AwsCallException | UncheckedIOException | IllegalArgumentException problem) {
            err.println(problem.getMessage());
            return 1;
        }
    }

    private static void tellMissing(RecordedExecution recorded, PrintStream out) {
        recorded.missingChildren().forEach(each -> out.println(recorded.name() + " is without " + each.describe()));
        recorded.children().forEach(child -> tellMissing(child, out));
    }

    private String arn(String machine) {
        return machine.startsWith("arn:")
                ? machine
                : DeployedStateMachines.with(client).fetch(machine).arn();
    }

    private ExecutionFilter filter(List<String> rest) {
        ExecutionFilter filter = ExecutionFilter.last(USUAL);
        String most = option("--last", rest);
        if (!most.isEmpty()) {
            filter = ExecutionFilter.last(whole(most));
        }
        String status = option("--status", rest);
        if (!status.isEmpty()) {
            ExecutionStatus[] all = Arrays.stream(status.split(",", -1))
                    .map(name -> ExecutionStatus.valueOf(name.strip()))
                    .toArray(ExecutionStatus[]::new);
            filter = filter.withStatus(all[0], all);
        }
        String since = option("--since", rest);
        filter = since.isEmpty() ? filter : filter.since(time(since));
        String until = option("--until", rest);
        return until.isEmpty() ? filter : filter.until(time(until));
    }

    private static int whole(String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException no) {
            throw new IllegalArgumentException("--last " + number + " is no whole number.", no);
        }
    }

    /** Takes the option out; gives its value, empty when it is not there. */
    private static String option(String name, List<String> rest) {
        int at = rest.indexOf(name);
        if (at < 0) {
            return "";
        }
        if (at + 1 >= rest.size()) {
            throw new IllegalArgumentException(name + " needs a value.");
        }
        rest.remove(at);
        return rest.remove(at);
    }

    private Instant time(String text) {
        return text.startsWith("P") ? clock.instant().minus(Duration.parse(text)) : Instant.parse(text);
    }
}
