package io.github.stepunit.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.coverage.DefinitionElements;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.loader.DefinitionLoadException;
import io.github.stepunit.loader.LoadedDefinition;
import io.github.stepunit.loader.MachineEntry;
import io.github.stepunit.skeleton.Claims;
import io.github.stepunit.skeleton.TestSkeleton.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is claimed of the tests that are proposed for the machines of the corpus: whoever runs them sees the same. */
class CorpusSkeletonsTest {

    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final List<String> untrue = new ArrayList<>();
    private int machines;
    private int elements;

    @Test
    void tests_that_are_said_to_walk_their_element_do() {
        for (CorpusMachine machine : CorpusMachine.all(CorpusLoaderTest.folder())) {
            if (machine.isValid() && machine.hasDefinition()) {
                for (MachineEntry each : machine.candidates()) {
                    check(machine, each);
                }
            }
        }
        System.out.println("corpus skeletons: " + elements + " elements of " + machines + " machines, "
                + outcomes.get(Outcome.WALKS) + " walk their element, " + outcomes.get(Outcome.IMPOSSIBLE)
                + " said to be unreachable, " + outcomes.get(Outcome.UNFINISHED) + " left to the user");
        assertThat(untrue).isEmpty();
        assertThat(outcomes.get(Outcome.WALKS)).isGreaterThan(elements * 9 / 10);
    }

    private void check(CorpusMachine machine, MachineEntry candidate) {
        LoadedDefinition loaded;
        try {
            loaded = machine.file().load(candidate.id());
        } catch (InvalidDefinitionException | DefinitionLoadException refused) {
            return; // CorpusLoaderTest reports it
        }
        machines++;
        Claims claims = new Claims(loaded.definition(), loaded.type());
        for (CoverageElement each : DefinitionElements.of(loaded.definition())) {
            elements++;
            Outcome claimed = claims.claimed(each);
            outcomes.merge(claimed, 1, Integer::sum);
            try {
                if (claimed == Outcome.WALKS && !claims.holds(each)) {
                    untrue.add(machine + ": " + each.label() + " is not walked");
                }
            } catch (RuntimeException | AssertionError e) {
                untrue.add(machine + ": " + each.label() + ": " + e);
            }
        }
    }
}
