package io.github.stepunit.internal.interpreter;

import io.github.stepunit.definition.Limits;
import io.github.stepunit.definition.StateMachineType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The names and ARNs of a Map Run and its child executions: the same on every run with the same seed. */
final class MapRunNames {

    private final RunSettings parent;
    private final StateMachineIdentity machine;
    private final String id;
    private final String mapRunArn;
    private final SplittableRandom ids;
    private final Limits limits;

    /**
     * @param path of the Map state
     * @param number how many Map Runs its execution has had with it
     */
    MapRunNames(RunSettings parent, @Nullable String label, StateMachineType executionType, String path, int number) {
        this.parent = parent;
        UUID runId = UUID.nameUUIDFromBytes((parent.seed() + " " + parent.executionArn() + " " + path + " " + number)
                .getBytes(StandardCharsets.UTF_8));
        this.ids = new SplittableRandom(runId.getLeastSignificantBits());
        this.id = runId.toString();
        String name = parent.stateMachineName() + "/" + (label == null ? labelOf(parent, path) : label);
        this.machine = parent.identity().ofChildMachine(name, executionType);
        this.mapRunArn = parent.identity().mapRunArn(name, id);
        this.limits = limits(parent.limits(), executionType);
    }

    /** AWS makes up a label where there is none; always the same for a state of a machine. */
    private static String labelOf(RunSettings parent, String path) {
        return UUID.nameUUIDFromBytes((parent.stateMachineArn() + " " + path).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Of an Express child, what its type limits more tightly. */
    private static Limits limits(Limits parent, StateMachineType executionType) {
        if (executionType == StateMachineType.STANDARD) {
            return parent;
        }
        Limits express = Limits.EXPRESS.withPayloadBytes(parent.payloadBytes()).withSteps(parent.steps());
        return parent.duration().compareTo(express.duration()) < 0 ? express.withDuration(parent.duration()) : express;
    }

    String mapRunArn() {
        return mapRunArn;
    }

    /** The last part of the ARN of the Map Run. */
    String id() {
        return id;
    }

    String machineArn() {
        return machine.arn();
    }

    /** The surroundings of the next child. */
    RunSettings nextChild(Instant now) {
        String name = nextId();
        return new RunSettings(
                machine,
                name,
                machine.executionArn(name),
                parent.roleArn(),
                now,
                parent.seed(),
                limits,
                parent.redundantDelivery());
    }

    private String nextId() {
        long high = (ids.nextLong() & ~0xF000L) | 0x4000L;
        long low = (ids.nextLong() & ~(3L << 62)) | (2L << 62);
        return new UUID(high, low).toString();
    }
}
