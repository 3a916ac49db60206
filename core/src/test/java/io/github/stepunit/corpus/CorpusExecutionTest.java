package io.github.stepunit.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.ExecutionStuckException;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.definition.Limits;
import io.github.stepunit.loader.DefinitionLoadException;
import io.github.stepunit.loader.LoadedDefinition;
import io.github.stepunit.loader.MachineEntry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Runs every machine of the corpus whose Tasks are answered with made-up values: whatever comes out, it is an execution
 * that ends, and nothing of StepUnit's own breaks.
 */
class CorpusExecutionTest {

    /** Other seeds give other values, and so other paths. */
    private static final int SEEDS = 6;

    private final Map<String, String> broken = new TreeMap<>();
    private final Map<ExecutionStatus, Integer> ends = new EnumMap<>(ExecutionStatus.class);
    private int machines;
    private int executions;
    private int stuck;

    @Test
    void every_machine_runs_to_an_end_with_made_up_answers() {
        for (CorpusMachine machine : CorpusMachine.all(CorpusLoaderTest.folder())) {
            if (machine.isValid() && machine.hasDefinition()) {
                load(machine).forEach(each -> run(machine, each));
            }
        }
        System.out.println("corpus execution: " + machines + " machines, " + executions + " executions, " + ends
                + ", waiting for the test: " + stuck);
        assertThat(broken).isEmpty();
        assertThat(machines).isPositive();
    }

    private static List<LoadedDefinition> load(CorpusMachine machine) {
        List<LoadedDefinition> loaded = new ArrayList<>();
        for (MachineEntry candidate : machine.candidates()) {
            try {
                loaded.add(machine.file().load(candidate.id()));
            } catch (InvalidDefinitionException | DefinitionLoadException refused) {
                // CorpusLoaderTest reports it
            }
        }
        return loaded;
    }

    private void run(CorpusMachine machine, LoadedDefinition loaded) {
        machines++;
        for (int seed = 0; seed < SEEDS; seed++) {
            executions++;
            MadeUpAnswers answers = new MadeUpAnswers(loaded.definition(), seed);
            try {
                Execution execution = StateMachine.of(loaded)
                        .withSeed(seed)
                        .withLimits(Limits.of(loaded.type()).withSteps(20_000))
                        .withTasks(answers)
                        .start(answers.input());
                ends.merge(execution.status(), 1, Integer::sum);
                assertThat(execution.history().toJson()).isNotEmpty();
            } catch (ExecutionStuckException waiting) {
                stuck++;
            } catch (RuntimeException | AssertionError | StackOverflowError e) {
                broken.put(machine + " seed " + seed, String.valueOf(e));
            }
        }
    }
}
