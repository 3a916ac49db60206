package io.github.stepunit.mutation;

import io.github.stepunit.coverage.DefinitionCoverage;
import java.util.List;

/**
 * What became of the mutants of a definition.
 *
 * @param definition the definition, with what was walked of it
 * @param mutants in the order of the definition
 */
record DefinitionResult(DefinitionCoverage definition, List<MutantResult> mutants) {

    DefinitionResult {
        mutants = List.copyOf(mutants);
    }

    /** The text to which the places of mutants belong. */
    String source() {
        String whole = definition.sourceText();
        return whole == null ? definition.text() : whole;
    }
}
