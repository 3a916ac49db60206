package io.github.stepunit.contract.cli;

import io.github.stepunit.contract.AwsCallException;
import io.github.stepunit.contract.internal.EnvironmentClients;
import io.github.stepunit.contract.internal.Versions;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.loader.DefinitionLoadException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.NullUnmarked;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The command line, for build tools and shells: {@code java -cp … io.github.stepunit.contract.cli.Main pull orders …}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Command(
        name = "stepunit-contract",
        description = "Compares what is tested here with what is deployed and what production does.",
        footer =
                "Credentials, region and endpoint are those of the AWS SDK: AWS_PROFILE, AWS_REGION, AWS_ENDPOINT_URL.",
        mixinStandardHelpOptions = true)
@NullUnmarked // picocli sets the fields
public final class Main implements Callable<Integer> {

    /** Exit code when a recorded execution departs. */
    static final int DEPARTS = 1;

    /** Exit code when the command itself could not do its work. */
    static final int FAILED = 2;

    @Spec
    private CommandSpec spec;

    private Main() {}

    /** Runs the command and exits with its code: 0 when all is well, 1 when an execution departs, 2 for a mistake. */
    public static void main(String[] args) {
        System.exit(run(
                writer(System.out), writer(System.err), new EnvironmentClients()::inRegionOf, Clock.systemUTC(), args));
    }

    /** In the console's own encoding. */
    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, Charset.defaultCharset()), true);
    }

    /**
     * Runs the command; gives its exit code.
     *
     * @param clients for an ARN or a name
     */
    static int run(PrintWriter out, PrintWriter err, Function<String, SfnClient> clients, Clock clock, String... args) {
        CommandLine command = new CommandLine(new Main());
        command.getCommandSpec().version(Versions.describe());
        return command.addSubcommand(new PullCommand(clients, clock))
                .addSubcommand(new RecordCommand(clients, clock))
                .addSubcommand(new ReplayCommand())
                .addSubcommand(new GenerateCommand())
                .addSubcommand(new CoverageCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((exception, failed, parsed) -> {
                    if (saysWhatToDo(exception)) {
                        failed.getErr().println(exception.getMessage());
                    } else {
                        exception.printStackTrace(failed.getErr());
                    }
                    // Not 1, which says that an execution departs.
                    return FAILED;
                })
                .execute(args);
    }

    private static boolean saysWhatToDo(Exception exception) {
        return exception instanceof AwsCallException
                || exception instanceof UncheckedIOException
                || exception instanceof IllegalArgumentException
                || exception instanceof InvalidDefinitionException
                || exception instanceof DefinitionLoadException;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return FAILED;
    }
}
