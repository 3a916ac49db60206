package io.github.stepunit.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * Coverage by the lines of one file, as tools for programming languages think of it: a state is a function, whatever can
 * be walked is a line, and where a state or retrier has several outcomes, its line has branches.
 *
 * @param file relative to the root of the repository
 * @param lines by their number, from 1
 * @param functions the states
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record LineCoverage(String file, SortedMap<Integer, Line> lines, List<Function> functions) {

    /**
     * A line.
     *
     * @param hits how often it was walked
     * @param blocks for each state or retrier on it with several outcomes, how often each outcome was taken
     */
    public record Line(long hits, List<List<Long>> blocks) {

        public Line {
            blocks = List.copyOf(blocks);
        }

        private Line plus(Line other) {
            List<List<Long>> both = new ArrayList<>(blocks);
            both.addAll(other.blocks);
            return new Line(Math.max(hits, other.hits), both);
        }

        /** How many outcomes were taken. */
        public Ratio branches() {
            int total = blocks.stream().mapToInt(List::size).sum();
            long covered = blocks.stream()
                    .flatMap(List::stream)
                    .filter(taken -> taken > 0)
                    .count();
            return new Ratio((int) covered, total);
        }
    }

    /**
     * A state.
     *
     * @param line where it stands
     * @param name its machine and its name
     * @param hits how often it was entered
     */
    public record Function(int line, String name, long hits) {}

    /** The lines that were walked. */
    public Ratio lineRatio() {
        return new Ratio(
                (int) lines.values().stream().filter(each -> each.hits() > 0).count(), lines.size());
    }

    /** The branches that were taken. */
    public Ratio branchRatio() {
        return lines.values().stream().map(Line::branches).reduce(new Ratio(0, 0), Ratio::plus);
    }

    /** The files of all definitions that were loaded from one, sorted by name. What nothing can walk is no line. */
    public static List<LineCoverage> of(CoverageData data) {
        Map<String, LineCoverage> files = new TreeMap<>();
        for (DefinitionCoverage definition : data.definitions()) {
            String file = definition.file();
            if (file != null) {
                add(
                        definition,
                        files.computeIfAbsent(
                                file, name -> new LineCoverage(name, new TreeMap<>(), new ArrayList<>())));
            }
        }
        return List.copyOf(files.values());
    }

    private static void add(DefinitionCoverage definition, LineCoverage file) {
        Map<String, List<Long>> blocks = new HashMap<>();
        for (ElementCoverage each : definition.elements()) {
            CoverageElement element = each.element();
            if (!element.reachable()) {
                continue;
            }
            file.lines.merge(element.line(), new Line(each.hits(), List.of()), Line::plus);
            if (element.kind() == ElementKind.STATE) {
                file.functions.add(
                        new Function(element.line(), definition.name() + "/" + element.label(), each.hits()));
            } else {
                blocks.computeIfAbsent(blockOf(element), key -> new ArrayList<>())
                        .add(each.hits());
            }
        }
        for (ElementCoverage each : definition.elements()) {
            // At the line of the first of them; a single outcome is no branch.
            CoverageElement element = each.element();
            List<Long> block =
                    element.reachable() && element.kind().isTransition() ? blocks.remove(blockOf(element)) : null;
            if (block != null && block.size() > 1) {
                int line = lineOf(definition, element);
                file.lines.merge(line, new Line(0, List.of(List.copyOf(block))), Line::plus);
            }
        }
    }

    /** The state's ways out together; its retriers and its items apart. */
    private static String blockOf(CoverageElement element) {
        return switch (element.kind()) {
            case NEXT, END, CHOICE_RULE, DEFAULT, CATCHER -> element.state();
            default -> element.pointer() + " ";
        };
    }

    private static int lineOf(DefinitionCoverage definition, CoverageElement element) {
        boolean ofState =
                switch (element.kind()) {
                    case NEXT, END, CHOICE_RULE, DEFAULT, CATCHER, MAP_NO_ITEM, MAP_ONE_ITEM, MAP_MANY_ITEMS -> true;
                    default -> false;
                };
        return definition.elements().stream()
                .map(ElementCoverage::element)
                .filter(each -> ofState
                        && each.kind() == ElementKind.STATE
                        && each.pointer().equals(element.state()))
                .mapToInt(CoverageElement::line)
                .findFirst()
                .orElse(element.line());
    }
}
