package io.github.stepunit.skeleton;

import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Writes tests to begin with for one definition. Each is run before it is proposed, in this process and on a virtual clock,
 * and repaired by what went wrong; no observer is told of these executions. For one thread at a time.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TestSkeletons {

    private final Planner planner;
    private final Set<String> names;

    /** For elements of this definition. */
    public TestSkeletons(StateMachineDefinition definition, StateMachineType type) {
        this(definition, type, new HashSet<>());
    }

    /**
     * For elements of this definition, in a class that has other methods too.
     *
     * @param names of the methods of the class; those of the new ones are added
     */
    public TestSkeletons(StateMachineDefinition definition, StateMachineType type, Set<String> names) {
        this.planner = new Planner(definition, type);
        this.names = names;
    }

    /** A test that walks the element. */
    public TestSkeleton of(CoverageElement element) {
        try {
            return skeleton(planner.plan(element), List.of(element));
        } catch (RuntimeException problem) {
            return broken(element, problem);
        }
    }

    /** Tests that walk these elements, and no two that are the same: one for all elements that it walks. */
    public List<TestSkeleton> of(List<CoverageElement> elements) {
        Map<Plan, List<CoverageElement>> byPlan = new LinkedHashMap<>();
        List<TestSkeleton> skeletons = new ArrayList<>();
        Set<CoverageElement> open = new LinkedHashSet<>(elements);
        // What is special first: its test mostly walks what is plain, too.
        List<CoverageElement> ordered = new ArrayList<>(elements);
        ordered.sort(Comparator.comparing(Assertions::isPlain));
        for (CoverageElement each : ordered) {
            if (open.contains(each)) {
                Plan plan;
                try {
                    plan = planner.plan(each);
                } catch (RuntimeException problem) {
                    // Whoever asked gets the tests for the others; this one says what happened.
                    skeletons.add(broken(each, problem));
                    open.remove(each);
                    continue;
                }
                List<CoverageElement> walked = new ArrayList<>(List.of(each));
                if (plan.walks(each)) {
                    open.stream()
                            .filter(other -> !other.equals(each) && plan.walks(other))
                            .forEach(walked::add);
                }
                walked.forEach(open::remove);
                byPlan.computeIfAbsent(plan, key -> new ArrayList<>()).addAll(walked);
            }
        }
        byPlan.forEach((plan, walked) -> {
            try {
                skeletons.add(skeleton(plan, walked));
            } catch (RuntimeException problem) {
                walked.forEach(each -> skeletons.add(broken(each, problem)));
            }
        });
        return skeletons;
    }

    private TestSkeleton skeleton(Plan plan, List<CoverageElement> elements) {
        return SkeletonText.of(planner.machine(), plan, name(elements.get(0)), elements);
    }

    private TestSkeleton broken(CoverageElement element, RuntimeException problem) {
        return SkeletonText.broken(name(element), element, problem);
    }

    private String name(CoverageElement element) {
        List<State> chain = planner.machine().chain(element);
        String state = chain.isEmpty() ? "" : chain.get(chain.size() - 1).name();
        return SkeletonNames.of(element, state, names);
    }
}
