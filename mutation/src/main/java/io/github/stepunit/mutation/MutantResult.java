package io.github.stepunit.mutation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a mutant.
 *
 * @param mutant the mutant
 * @param status what became of it
 * @param coveredBy ids of the tests that walk what was changed, in the order in which they were to be run
 * @param testsRun how many of them ran
 * @param killedBy id of the test that noticed; null when none did
 * @param reason the failure, or why nothing can be said; empty when there is nothing to add
 * @param missing what would have noticed; null when something did
 */
record MutantResult(
        Mutant mutant,
        MutantStatus status,
        List<String> coveredBy,
        int testsRun,
        @Nullable String killedBy,
        String reason,
        @Nullable MissingTest missing) {

    MutantResult {
        coveredBy = List.copyOf(coveredBy);
    }

    static MutantResult of(Mutant mutant, MutantStatus status, List<String> coveredBy, int testsRun, String reason) {
        return new MutantResult(mutant, status, coveredBy, testsRun, null, reason, null);
    }

    MutantResult killedBy(String id) {
        return new MutantResult(mutant, status, coveredBy, testsRun, id, reason, missing);
    }

    MutantResult missing(MissingTest test) {
        return new MutantResult(mutant, status, coveredBy, testsRun, killedBy, reason, test);
    }
}
