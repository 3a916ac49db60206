package io.github.stepunit.report;

import io.github.stepunit.coverage.DefinitionCoverage;
import io.github.stepunit.coverage.ElementCoverage;
import io.github.stepunit.coverage.ElementKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Shows what tests have walked. A state is partly covered when some of its outcomes are missing. */
final class CoverageMarking implements Marking {

    private final Map<String, ElementCoverage> elements = new HashMap<>();
    private final Set<String> incomplete = new HashSet<>();

    CoverageMarking(DefinitionCoverage definition) {
        for (ElementCoverage each : definition.elements()) {
            elements.put(each.element().id(), each);
            if (each.isMissing()) {
                incomplete.add(each.element().state());
            }
        }
    }

    @Override
    public Mark of(String elementId) {
        ElementCoverage covered = elements.get(elementId);
        if (covered == null) {
            return Mark.PLAIN;
        }
        return new Mark(cssClass(covered), covered.isCovered() ? count(covered.hits()) : "", description(covered));
    }

    String cssClass(ElementCoverage covered) {
        if (!covered.isCovered()) {
            return covered.element().reachable() ? "never" : "unreachable";
        }
        boolean partly = covered.element().kind() == ElementKind.STATE
                && incomplete.contains(covered.element().state());
        return partly ? "partly" : "covered";
    }

    /** Short enough for an edge: {@code 12×}, {@code 34k×}. */
    private static String count(long hits) {
        if (hits < 10_000) {
            return hits + "×";
        }
        return hits < 10_000_000 ? hits / 1000 + "k×" : hits / 1_000_000 + "M×";
    }

    private String description(ElementCoverage covered) {
        return switch (cssClass(covered)) {
            case "never" -> "never walked";
            case "unreachable" -> "nothing can walk it";
            case "partly" -> times(covered.hits()) + ", not all of its outcomes";
            default -> times(covered.hits());
        };
    }

    private static String times(long hits) {
        return hits == 1 ? "walked once" : "walked " + hits + " times";
    }
}
