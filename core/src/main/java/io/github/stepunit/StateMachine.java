package io.github.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.Limits;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.loader.DefinitionFiles;
import io.github.stepunit.loader.DefinitionSource;
import io.github.stepunit.task.TaskHandler;
import java.nio.file.Path;
import java.time.Instant;
import org.apiguardian.api.API;

/**
 * A state machine, ready to be started: a definition with the surroundings of its executions. Immutable and safe to share
 * between threads, as far as its task handler is; every {@code with…} method gives another machine that shares the
 * compiled definition.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class StateMachine {

    private final StateMachineDefinition definition;

    private StateMachine(StateMachineDefinition definition) {
        this.definition = definition;
    }

    /**
     * Loads a Standard state machine from a file with its definition in ASL JSON.
     *
     * @throws io.github.stepunit.definition.InvalidDefinitionException when AWS would refuse it; lists all problems
     * @throws java.io.UncheckedIOException when the file cannot be read
     */
    public static StateMachine load(Path file) {
        DefinitionSource source = DefinitionFiles.read(file);
        return new StateMachine(StateMachineDefinition.parse(source.name(), source.text(), StateMachineType.STANDARD));
    }

    /**
     * Takes a definition as text.
     *
     * @param asl the definition in ASL JSON
     */
    public static StateMachine of(String asl) {
        return new StateMachine(StateMachineDefinition.parse("definition", asl, StateMachineType.STANDARD));
    }

    /** The definition. */
    public StateMachineDefinition definition() {
        return definition;
    }

    /** The same machine, with its Tasks answered by {@code tasks}. */
    public StateMachine withTasks(TaskHandler tasks) {
        throw new UnsupportedOperationException("" + tasks);
    }

    /** The same machine, whose executions start at this instant of virtual time (default 2025-01-01T00:00:00Z). */
    public StateMachine startingAt(Instant instant) {
        throw new UnsupportedOperationException("" + instant);
    }

    /** The same machine, with other limits than AWS's. */
    public StateMachine withLimits(Limits limits) {
        throw new UnsupportedOperationException("" + limits);
    }

    /** The same machine, with another seed for jitter, {@code States.MathRandom} and {@code States.UUID} (default 0). */
    public StateMachine withSeed(long seed) {
        throw new UnsupportedOperationException("" + seed);
    }

    /** Starts an execution with the input {@code {}} and runs it to its end. */
    public Execution start() {
        return start("{}");
    }

    /**
     * Starts an execution and runs it to its end.
     *
     * @param input JSON text; single quotes are allowed
     * @throws io.github.stepunit.json.InvalidJsonException when the input is not JSON
     * @throws ExecutionStuckException when it waits for something that only the test could do
     */
    public Execution start(String input) {
        return start(JsonText.parseLenient(input));
    }

    /** Starts an execution and runs it to its end. */
    public Execution start(JsonNode input) {
        return startPaused(input).runToEnd();
    }

    /** Starts an execution that stands still before its first state, to be steered by the test. */
    public Execution startPaused(String input) {
        return startPaused(JsonText.parseLenient(input));
    }

    /** Starts an execution that stands still before its first state, to be steered by the test. */
    public Execution startPaused(JsonNode input) {
        throw new UnsupportedOperationException("" + input);
    }
}
