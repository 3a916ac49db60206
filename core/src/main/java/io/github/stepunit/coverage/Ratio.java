package io.github.stepunit.coverage;

import java.util.Collection;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/**
 * So many of so many.
 *
 * @param covered how many were walked
 * @param total how many there are
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Ratio(int covered, int total) {

    /** Of the elements of those kinds that can be reached. */
    static Ratio of(Collection<ElementCoverage> elements, Predicate<ElementKind> kinds) {
        int covered = 0;
        int total = 0;
        for (ElementCoverage each : elements) {
            if (each.element().reachable() && kinds.test(each.element().kind())) {
                total++;
                covered += each.isCovered() ? 1 : 0;
            }
        }
        return new Ratio(covered, total);
    }

    /** Both together. */
    public Ratio plus(Ratio other) {
        return new Ratio(covered + other.covered, total + other.total);
    }

    /** Full percents, rounded down, so that 100 means all; 100 when there is nothing to walk. */
    public int percent() {
        return total == 0 ? 100 : (int) (covered * 100L / total);
    }

    /** Whether at least so many percent were walked; exactly, not rounded. */
    public boolean isAtLeast(double percent) {
        return total == 0 || covered * 100.0 >= percent * total;
    }

    @Override
    public String toString() {
        return covered + " of " + total;
    }
}
