package io.github.stepunit.contract.deployed;

import io.github.stepunit.contract.AwsCallException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apiguardian.api.API;

/**
 * Pulls a deployed definition into a file, for builds that are not Maven's:
 *
 * <pre>{@code java -cp … io.github.stepunit.contract.deployed.Pull orders src/test/resources/orders.deployed.json}</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Pull {

    private static final String USAGE = "usage: Pull MACHINE FILE"
            + "\n  MACHINE  name, or ARN of a state machine, a version, an alias or an execution"
            + "\n  FILE     where to write it, for instance src/test/resources/orders.deployed.json"
            + "\nCredentials, region and endpoint are those of the AWS SDK: AWS_PROFILE, AWS_REGION, AWS_ENDPOINT_URL.";

    private Pull() {}

    /** For the command line. Ends the JVM with 0, 1 (AWS or the disk said no) or 2 (wrong arguments). */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        if (arguments.length != 2) {
            err.println(USAGE);
            return 2;
        }
        try {
            DeployedDefinition deployed = DeployedStateMachines.ofEnvironment().fetch(arguments[0]);
            Path file = Path.of(arguments[1]);
            PulledDefinition.write(file, deployed);
            out.println("pulled " + deployed.arn() + " into " + file);
            return 0;
        } catch (AwsCallException | UncheckedIOException | IllegalArgumentException problem) {
            err.println(problem.getMessage());
            return 1;
        }
    }
}
