package io.github.stepunit.mutation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.Filter;

/**
 * What is to be done.
 *
 * @param tests where the tests are
 * @param testFilters which of them
 * @param definitions names or files of machines that are mutated, with {@code *}; empty for all
 * @param states names of states that are mutated, with {@code *}; empty for all
 * @param mutators the kinds of change; empty for all
 * @param maxMutants how many mutants are run at most
 * @param seed for choosing them when there are more
 * @param limit how long a test may run in real time
 * @param module the folder of the module under test
 */
record MutationSettings(
        List<DiscoverySelector> tests,
        List<Filter<?>> testFilters,
        List<Pattern> definitions,
        List<Pattern> states,
        Set<Mutator> mutators,
        int maxMutants,
        long seed,
        Duration limit,
        Path module) {

    static Pattern glob(String glob) {
        return Pattern.compile(Arrays.stream(glob.split("\\*", -1))
                .map(each -> each.isEmpty() ? "" : Pattern.quote(each))
                .reduce((left, right) -> left + ".*" + right)
                .orElse(""));
    }

    /** Whether only some of the mutants of a definition are wanted. */
    boolean isSelective() {
        return !states.isEmpty() || !mutators.isEmpty();
    }

    boolean includesDefinition(String... names) {
        return matches(definitions, names);
    }

    boolean includes(Mutant mutant) {
        return matches(states, mutant.state()) && (mutators.isEmpty() || mutators.contains(mutant.mutator()));
    }

    private static boolean matches(List<Pattern> patterns, String... names) {
        return patterns.isEmpty()
                || patterns.stream().anyMatch(each -> Arrays.stream(names)
                        .anyMatch(name -> each.matcher(name).matches()));
    }
}
