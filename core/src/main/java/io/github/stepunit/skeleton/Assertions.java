package io.github.stepunit.skeleton;

import io.github.stepunit.Execution;
import io.github.stepunit.MapRun;
import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.coverage.ElementKind;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.State;
import io.github.stepunit.history.VisitStatus;
import io.github.stepunit.internal.text.JavaText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The assertions of a test: how it ends, and for each element what fails when it is not walked. */
final class Assertions {

    private static final String EXECUTION = "assertThat(execution)";
    /** A longer path says nothing to a reader. */
    private static final int LONGEST_PATH = 10;
    /** A longer one becomes two statements. */
    private static final int LONGEST_CHAIN = 90;

    private final Machine machine;
    private final Plan plan;
    private final List<Visited> visits;

    private Assertions(Machine machine, Plan plan) {
        this.machine = machine;
        this.plan = plan;
        this.visits = Walk.of(machine, plan.trial().execution()).visits();
    }

    /** Statements, without indentation. */
    static List<String> of(Machine machine, Plan plan, List<CoverageElement> elements) {
        Assertions assertions = new Assertions(machine, plan);
        boolean walks = elements.stream().allMatch(plan::walks);
        Set<String> details = assertions.details(elements);
        String status = walks ? assertions.status() : "";
        List<String> statements = new ArrayList<>();
        boolean isShort = String.join("", details).length() + status.length() < LONGEST_CHAIN;
        if ((details.size() == 1 && isShort) || status.isEmpty()) {
            details.forEach(each -> statements.add(EXECUTION + (statements.isEmpty() ? status : "") + each + ";"));
        } else {
            statements.add(EXECUTION + status + ";");
            details.stream()
                    .filter(each -> !each.equals(status))
                    .forEach(each -> statements.add(EXECUTION + each + ";"));
        }
        return statements;
    }

    private String status() {
        Execution execution = plan.trial().execution();
        return switch (execution.status()) {
            case SUCCEEDED -> ".hasSucceeded()";
            case FAILED ->
                execution.error() == null
                        ? ".hasFailed()"
                        : ".hasFailedWith(" + JavaText.literal(execution.error()) + ")";
            default -> "";
        };
    }

    private Set<String> details(List<CoverageElement> elements) {
        Set<String> details = new LinkedHashSet<>();
        List<CoverageElement> special = new ArrayList<>();
        List<CoverageElement> plain = new ArrayList<>();
        for (CoverageElement each : elements) {
            (isPlain(each) ? plain : special).add(each);
        }
        String path = path(plain);
        if (path != null) {
            details.add(path);
            plain.removeIf(this::isOnPath);
        }
        special.forEach(each -> details.add(detail(each)));
        Set<String> named = new LinkedHashSet<>();
        elements.stream().filter(each -> each.kind() != ElementKind.STATE).forEach(each -> named.add(each.state()));
        Map<String, List<String>> visited = new LinkedHashMap<>();
        for (CoverageElement each : plain) {
            if (each.kind() != ElementKind.STATE) {
                details.add(detail(each));
            } else if (!named.contains(each.state())) {
                State state = machine.chain(each).get(machine.chain(each).size() - 1);
                visited.computeIfAbsent(place(visitOf(each), machine.chain(each)), key -> new ArrayList<>())
                        .add(JavaText.literal(state.name()));
            }
        }
        visited.forEach((place, names) -> details.add(place + ".hasVisited(" + String.join(", ", names) + ")"));
        return details;
    }

    private static boolean isPlain(CoverageElement element) {
        return element.kind() == ElementKind.STATE
                || element.kind() == ElementKind.NEXT
                || element.kind() == ElementKind.END;
    }

    // --- the whole path, where that says it

    private @Nullable String path(List<CoverageElement> plain) {
        long onPath = plain.stream().filter(this::isOnPath).count();
        List<String> names = visits.stream()
                .filter(each -> each.frame().parent() == null)
                .map(each -> JavaText.literal(each.state().name()))
                .toList();
        return onPath < 2 || names.size() > LONGEST_PATH ? null : ".hasPath(" + String.join(", ", names) + ")";
    }

    /** Whether the path of the execution cannot be as it is without it. */
    private boolean isOnPath(CoverageElement element) {
        List<State> chain = machine.chain(element);
        if (chain.size() != 1 || !plan.walks(element)) {
            return false;
        }
        State state = chain.get(0);
        boolean onlyWay = state.errorHandling().catchers().stream()
                .noneMatch(each -> each.next().equals(state.next()));
        return element.kind() == ElementKind.STATE || (element.kind() == ElementKind.NEXT && onlyWay);
    }

    // --- one element

    /** A visit that walked it; null when none did. */
    private @Nullable Visited visitOf(CoverageElement element) {
        List<State> chain = machine.chain(element);
        return visits.stream()
                .filter(each ->
                        each.state() == chain.get(chain.size() - 1) && plan.walks(element) && walks(each, element))
                .findFirst()
                .orElse(null);
    }

    private String detail(CoverageElement element) {
        List<State> chain = machine.chain(element);
        if (element.kind() == ElementKind.MACHINE_TIMEOUT || chain.isEmpty()) {
            return ".hasTimedOut()";
        }
        State state = chain.get(chain.size() - 1);
        Visited visited = visitOf(element);
        String place = place(visited, chain);
        String name = JavaText.literal(state.name());
        if (state instanceof MapState map && map.distribution() != null) {
            String run = place + ".mapRun(" + name + ")";
            switch (element.kind()) {
                case MAP_NO_ITEM -> {
                    return run + ".hasItems(0)";
                }
                case MAP_ONE_ITEM -> {
                    return run + ".hasItems(1)";
                }
                case MAP_MANY_ITEMS -> {
                    return run + ".hasItems(" + Math.max(2, itemsOf(visited)) + ")";
                }
                case TOLERATED_FAILURE -> {
                    return run + ".hasSucceeded().hasFailedItems(" + Math.max(1, failedOf(visited)) + ")";
                }
                default -> {
                    // as any other state
                }
            }
        }
        return place + ".state(" + name + ")" + visit(visited) + outcome(element, visited);
    }

    private static String outcome(CoverageElement element, @Nullable Visited visited) {
        int index = indexOf(element);
        return switch (element.kind()) {
            case CHOICE_RULE -> ".matchedRule(" + index + ")";
            case DEFAULT -> ".tookDefault()";
            case CATCHER -> ".wasCaughtBy(" + index + ")";
            case RETRIER_USED -> ".wasRetriedBy(" + index + ")";
            case RETRIER_EXHAUSTED -> {
                if (visited == null) {
                    yield ".wasRetriedBy(" + index + ").hasFailed()";
                }
                String error = visited.visit().error();
                yield (error == null ? ".hasFailed()" : ".hasFailedWith(" + JavaText.literal(error) + ")")
                        + ".wasAttempted(" + visited.visit().attempts().size() + ")";
            }
            case STATE_TIMEOUT, HEARTBEAT_TIMEOUT -> ".hasTimedOut()" + took(visited);
            case MAP_NO_ITEM -> ".hasIterations(0)";
            case MAP_ONE_ITEM -> ".hasIterations(1)";
            case MAP_MANY_ITEMS ->
                ".hasIterations("
                        + (visited == null
                                ? 2
                                : Math.max(2, visited.visit().runs().size())) + ")";
            default -> ".hasSucceeded()";
        };
    }

    /** What tells a timeout from a missed heartbeat. */
    private static String took(@Nullable Visited visited) {
        Duration took = visited == null ? null : visited.visit().duration();
        if (took == null || !took.equals(Duration.ofSeconds(took.toSeconds()))) {
            return "";
        }
        return ".took(java.time.Duration." + (took.isZero() ? "ZERO" : "ofSeconds(" + took.toSeconds() + ")") + ")";
    }

    private static int indexOf(CoverageElement element) {
        String last = element.pointer().substring(element.pointer().lastIndexOf('/') + 1);
        return last.matches("\\d+") ? Integer.parseInt(last) : 0;
    }

    private static boolean walks(Visited at, CoverageElement element) {
        Integer rule = at.visit().matchedRule();
        int index = indexOf(element);
        return switch (element.kind()) {
            case NEXT, END -> at.visit().status() == VisitStatus.SUCCEEDED;
            case CHOICE_RULE -> Objects.equals(rule, index);
            case DEFAULT -> at.visit().tookDefault();
            case CATCHER -> at.visit().caught() != null && at.visit().caught().catcher() == index;
            case RETRIER_USED ->
                at.visit().attempts().stream()
                        .anyMatch(
                                each -> each.retried() != null && each.retried().retrier() == index);
            case RETRIER_EXHAUSTED -> at.visit().error() != null;
            case STATE_TIMEOUT, HEARTBEAT_TIMEOUT -> at.visit().timedOut();
            case MAP_NO_ITEM -> at.visit().runs().isEmpty();
            case MAP_ONE_ITEM -> at.visit().runs().size() == 1;
            case MAP_MANY_ITEMS -> at.visit().runs().size() > 1;
            default -> true;
        };
    }

    // --- where

    /** The way to the child execution that the visit is in. */
    private static String place(@Nullable Visited visited, List<State> chain) {
        StringBuilder place = new StringBuilder();
        if (visited != null) {
            for (Frame each = visited.frame();
                    each.parent() != null;
                    each = each.parent().frame()) {
                if (each.parent().state() instanceof MapState map && map.distribution() != null) {
                    place.insert(0, ".mapRun(" + JavaText.literal(map.name()) + ").child(" + each.number() + ")");
                }
            }
            return place.toString();
        }
        for (State each : chain.subList(0, chain.size() - 1)) {
            if (each instanceof MapState map && map.distribution() != null) {
                place.append(".mapRun(").append(JavaText.literal(map.name())).append(").child(0)");
            }
        }
        return place.toString();
    }

    /** Which visit, where the execution has several. */
    private String visit(@Nullable Visited visited) {
        if (visited == null) {
            return "";
        }
        List<Visited> same = visits.stream()
                .filter(each ->
                        each.state() == visited.state() && executionOf(each).equals(executionOf(visited)))
                .toList();
        return same.size() < 2 ? "" : ".visit(" + (same.indexOf(visited) + 1) + ")";
    }

    private static Frame executionOf(Visited visited) {
        Frame frame = visited.frame();
        while (frame.parent() != null
                && !(frame.parent().state() instanceof MapState map && map.distribution() != null)) {
            frame = frame.parent().frame();
        }
        return frame;
    }

    private long itemsOf(@Nullable Visited visited) {
        return mapRuns(visited)
                .mapToLong(each -> each.itemCounts().total())
                .findFirst()
                .orElse(0);
    }

    private long failedOf(@Nullable Visited visited) {
        return mapRuns(visited)
                .mapToLong(each -> each.itemCounts().failed())
                .findFirst()
                .orElse(0);
    }

    private Stream<MapRun> mapRuns(@Nullable Visited visited) {
        return visited == null || executionOf(visited).parent() != null
                ? Stream.empty()
                : plan.trial().execution().mapRuns().stream()
                        .filter(each -> each.stateName().equals(visited.state().name()));
    }
}
