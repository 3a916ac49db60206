package io.github.stepunit.maven;

import io.github.stepunit.contract.deployed.DeployedDefinition;
import io.github.stepunit.contract.deployed.DeployedStateMachines;
import io.github.stepunit.contract.deployed.PulledDefinition;
import java.io.File;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apiguardian.api.API;
import org.jspecify.annotations.NullUnmarked;

/**
 * Pulls a deployed definition into a file, to be checked in and compared with in tests without AWS. Asks with the
 * credentials, the region and the endpoint of the environment; <code>-Daws.profile=…</code> and <code>-Daws.region=…</code>
 * choose others. The only goal that speaks to AWS, and it only reads.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
@Mojo(name = "pull", requiresProject = false, requiresOnline = true, threadSafe = true)
@NullUnmarked // Maven sets the fields
public class PullMojo extends AbstractStepUnitMojo {

    /** The name of the state machine, or an ARN: its own, that of a version, of an alias or of an execution. */
    @Parameter(property = "stepunit.pull.machine", required = true)
    String machine;

    /** Where to write it: <code>src/test/resources/orders.deployed.json</code>. */
    @Parameter(property = "stepunit.pull.file", required = true)
    File file;

    @Override
    void run() {
        DeployedDefinition deployed = DeployedStateMachines.ofEnvironment().fetch(machine);
        PulledDefinition.write(file.toPath(), deployed);
        getLog().info("Pulled " + deployed.arn() + " into " + file + ".");
    }
}
