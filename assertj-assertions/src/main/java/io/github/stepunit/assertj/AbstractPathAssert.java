package io.github.stepunit.assertj;

import io.github.stepunit.history.StateVisit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;
import org.assertj.core.error.ErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/**
 * Assertions over the states that were visited: by the execution as a whole, or by one branch or iteration.
 *
 * <p>A <em>path</em> is the sequence of the states at one level, without those inside Parallel and Map states: branches and
 * iterations interleave, and have paths of their own. <em>Visited</em> means visited at this level or further inside.
 *
 * <p>A name that the definition does not have fails each of these assertions, also {@link #hasNeverVisited}: it is a
 * mistake in the test.
 *
 * @param <SELF> the assert class itself
 * @param <ACTUAL> what it checks
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class AbstractPathAssert<SELF extends AbstractPathAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractDataAssert<SELF, ACTUAL> {

    /**
     * For assert classes on top of it.
     *
     * @param actual what is checked; null fails each assertion
     * @param selfType the assert class itself
     */
    protected AbstractPathAssert(@Nullable ACTUAL actual, Class<?> selfType) {
        super(actual, selfType);
    }

    /** What was walked; fails when nothing can have been. */
    abstract Walk walk();

    /**
     * Checks that the path is exactly this: all states at this level, each as often as it was visited.
     *
     * <pre>{@code
     * assertThat(execution).hasPath("Validate", "Charge card", "Ship");
     * }</pre>
     */
    public SELF hasPath(String... names) {
        Walk walk = walk();
        List<String> expected = List.of(names);
        ErrorMessageFactory unknown = unlessAtLevel(walk, expected);
        return failIf(unknown != null ? unknown : unlessPath(walk, expected));
    }

    private static @Nullable ErrorMessageFactory unlessPath(Walk walk, List<String> expected) {
        List<String> path = walk.path();
        if (path.equals(expected)) {
            return null;
        }
        int at = 0;
        while (at < Math.min(path.size(), expected.size()) && path.get(at).equals(expected.get(at))) {
            at++;
        }
        return ShouldHavePath.shouldHavePath(walk, expected, at);
    }

    /**
     * Checks that the path holds these states in this order, with any others before, between and after them. A state that
     * is named twice must have been visited twice.
     */
    public SELF hasPathContaining(String... names) {
        List<String> expected = atLeastOne("hasPathContaining", names);
        Walk walk = walk();
        ErrorMessageFactory unknown = unlessAtLevel(walk, expected);
        return failIf(unknown != null ? unknown : unlessInOrder(walk, walk.own(), expected));
    }

    /**
     * Checks that these states were entered in this order, at this level or further inside, with any others before,
     * between and after them. A state that is named twice must have been visited twice.
     */
    public SELF hasVisitedInOrder(String... names) {
        List<String> expected = atLeastOne("hasVisitedInOrder", names);
        Walk walk = walk();
        ErrorMessageFactory unknown = unlessKnown(walk, expected);
        return failIf(unknown != null ? unknown : unlessInOrder(walk, walk.all(), expected));
    }

    private static @Nullable ErrorMessageFactory unlessInOrder(
            Walk walk, List<StateVisit> visits, List<String> expected) {
        List<StateVisit> reached = new ArrayList<>();
        for (StateVisit visit : visits) {
            if (reached.size() < expected.size() && visit.name().equals(expected.get(reached.size()))) {
                reached.add(visit);
            }
        }
        return reached.size() == expected.size()
                ? null
                : ShouldHaveVisitedInOrder.shouldHaveVisitedInOrder(walk, visits, expected, reached);
    }

    /** Checks that each of these states was visited, at this level or further inside, in whatever order. */
    public SELF hasVisited(String... names) {
        List<String> expected = atLeastOne("hasVisited", names);
        Walk walk = walk();
        failIf(unlessKnown(walk, expected));
        for (String name : expected) {
            failIf(walk.visitsOf(name).isEmpty() ? ShouldHaveVisited.shouldHaveVisited(walk, name) : null);
        }
        return myself;
    }

    /** Checks that none of these states was visited, neither at this level nor further inside. */
    public SELF hasNeverVisited(String... names) {
        List<String> unexpected = atLeastOne("hasNeverVisited", names);
        Walk walk = walk();
        failIf(unlessKnown(walk, unexpected));
        for (String name : unexpected) {
            for (StateVisit visit : walk.visitsOf(name)) {
                failIf(ShouldNeverHaveVisited.shouldNeverHaveVisited(walk, name, visit));
            }
        }
        return myself;
    }

    /** Checks how often a state was visited, at this level or further inside. Retries are not visits. */
    public SELF hasVisitedTimes(String name, int times) {
        Walk walk = walk();
        failIf(unlessKnown(walk, List.of(name)));
        return failIf(
                walk.visitsOf(name).size() == times
                        ? null
                        : ShouldHaveVisited.shouldHaveVisitedTimes(walk, name, times));
    }

    /** An assertion about no state at all would always hold. */
    private static List<String> atLeastOne(String method, String... names) {
        if (names.length == 0) {
            throw new IllegalArgumentException(method + "() needs at least one state name.");
        }
        return List.of(names);
    }

    private static @Nullable ErrorMessageFactory unlessKnown(Walk walk, List<String> names) {
        return ShouldKnowState.unlessKnown(walk, walk.graph().stateNames(), names);
    }

    private static @Nullable ErrorMessageFactory unlessAtLevel(Walk walk, List<String> names) {
        Set<String> known = walk.graph().states().keySet();
        return ShouldKnowState.unlessKnown(walk, known, names);
    }
}
