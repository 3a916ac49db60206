package io.github.stepunit.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.SourceFile;
import io.github.stepunit.mutation.ProvenMachines.Machine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the page shows of a mutant: its replacement, put into the text at its place, gives the definition that is run. */
class MutantLocationTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_TRAILING_COMMA).build();

    @Test
    void the_replacement_at_its_place_gives_the_definition_that_is_run() throws Exception {
        int count = 0;
        for (Machine machine : ProvenMachines.all()) {
            for (Mutant mutant : mutants(machine)) {
                assertThat(edited(machine.asl(), mutant))
                        .as(mutant.toString())
                        .isEqualTo(JSON.readTree(mutant.definition()));
                count++;
            }
        }
        assertThat(count).isGreaterThan(150);
    }

    /** But those that change more than one place. */
    private static List<Mutant> mutants(Machine machine) {
        StateMachineDefinition definition =
                StateMachineDefinition.parse("test.asl.json", machine.asl(), StateMachineType.STANDARD);
        return Mutants.of(definition, StateMachineType.STANDARD).stream()
                .filter(each -> each.mutator() != Mutator.STATE)
                .toList();
    }

    private static ObjectNode edited(String asl, Mutant mutant) throws Exception {
        MutantLocation at = mutant.location();
        SourceFile file = new SourceFile("test.asl.json", asl);
        String edited = asl.substring(0, file.offset(at.startLine() - 1, at.startColumn() - 1))
                + mutant.replacement()
                + asl.substring(file.offset(at.endLine() - 1, at.endColumn() - 1));
        return Targets.pruned((ObjectNode) JSON.readTree(edited));
    }
}
