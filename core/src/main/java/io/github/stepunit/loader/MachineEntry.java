package io.github.stepunit.loader;

import io.github.stepunit.json.SourceLocation;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A state machine that a file holds, not loaded yet.
 *
 * @param id what the file calls it: the logical id of CloudFormation, {@code aws_sfn_state_machine.orders} of Terraform, the
 *     key of the Serverless Framework; for ASL the file's name up to the first dot
 * @param names everything by which it can be picked, its id first: its construct path, its name on AWS
 * @param location where it is declared
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record MachineEntry(String id, List<String> names, SourceLocation location) {

    /** Copies the list. */
    public MachineEntry {
        names = List.copyOf(names);
    }
}
