package io.github.stepunit.skeleton;

import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.Transition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to walk an element.
 *
 * @param element what is to be walked
 * @param chain the states to come to, outermost first: what happens, happens in the last; empty for the machine's timeout
 *     by whatever takes long
 * @param exit how the last is to be left; null for its ordinary way
 * @param script what its mock gives; empty for an ordinary answer
 * @param sized the Map state whose number of items matters; null for none
 * @param items how many it is to have
 */
record Goal(
        CoverageElement element,
        List<State> chain,
        @Nullable Transition exit,
        List<Answer> script,
        @Nullable MapState sized,
        int items) {

    static Goal visit(CoverageElement element, List<State> chain) {
        return new Goal(element, chain, null, List.of(), null, 0);
    }

    static Goal exit(CoverageElement element, List<State> chain, Transition exit) {
        return new Goal(element, chain, exit, List.of(), null, 0);
    }

    static Goal script(CoverageElement element, List<State> chain, List<Answer> script) {
        return new Goal(element, chain, null, script, null, 0);
    }

    Goal sized(MapState map, int count) {
        return new Goal(element, chain, exit, script, map, count);
    }

    /** Where what happens happens; null for none. */
    @Nullable
    State place() {
        return chain.isEmpty() ? null : chain.get(chain.size() - 1);
    }
}
