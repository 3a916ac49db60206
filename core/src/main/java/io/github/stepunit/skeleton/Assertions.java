package io.github.stepunit.skeleton;

import io.github.stepunit.Execution;
import io.github.stepunit.MapRun;
import io.github.stepunit.coverage.CoverageElement;
import io.github.stepunit.coverage.ElementKind;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.State;
import io.github.stepunit.history.Trace;
import io.github.stepunit.internal.text.JavaText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final Walk walk;
    private final List<Visited> visits;

    private Assertions(Machine machine, Plan plan) {
        this.machine = machine;
        this.plan = plan;
        this.walk = plan.trial().walk();
        this.visits = walk.visits();
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

    static boolean isPlain(CoverageElement element) {
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
                .filter(each -> each.state() == chain.get(chain.size() - 1)
                        && plan.walks(element)
                        && WalkedBy.visit(walk, each, element))
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
                    return run + (visited == null ? ".hasSucceeded()" : "") + ".hasItems(0)";
                }
                case MAP_ONE_ITEM -> {
                    return run + ".hasItems(1)";
                }
                case MAP_MANY_ITEMS -> {
                    return run + ".hasItems(" + (visited == null ? 2 : WalkedBy.items(walk, visited)) + ")";
                }
                case TOLERATED_FAILURE -> {
                    return run + ".hasSucceeded().hasFailedItems(" + failedOf(visited) + ")";
                }
                default -> {
                    // as any other state
                }
            }
        }
        return place + ".state(" + name + ")" + visit(visited) + outcome(element, visited);
    }

    private static String outcome(CoverageElement element, @Nullable Visited visited) {
        return switch (element.kind()) {
            case CHOICE_RULE -> ".matchedRule(" + WalkedBy.indexOf(element) + ")";
            case DEFAULT -> ".tookDefault()";
            case CATCHER -> ".wasCaughtBy(" + WalkedBy.indexOf(element) + ")";
            case RETRIER_USED -> ".wasRetriedBy(" + WalkedBy.indexOf(element) + ")";
            case RETRIER_EXHAUSTED -> {
                if (visited == null) {
                    yield ".wasRetriedBy(" + WalkedBy.indexOf(element) + ").hasFailed()";
                }
                String error = visited.visit().error();
                yield (error == null ? ".hasFailed()" : ".hasFailedWith(" + JavaText.literal(error) + ")")
                        + ".wasAttempted(" + visited.visit().attempts().size() + ")";
            }
            case STATE_TIMEOUT, HEARTBEAT_TIMEOUT -> timedOut(element, visited);
            // One that fails before it knows its items has none, too.
            case MAP_NO_ITEM -> (visited == null ? ".hasSucceeded()" : "") + ".hasIterations(0)";
            case MAP_ONE_ITEM -> ".hasIterations(1)";
            case MAP_MANY_ITEMS ->
                ".hasIterations("
                        + (visited == null
                                ? 2
                                : Math.max(2, visited.visit().runs().size())) + ")";
            default -> ".hasSucceeded()";
        };
    }

    private static String timedOut(CoverageElement element, @Nullable Visited visited) {
        int attempt = visited == null ? -1 : WalkedBy.timedOut(visited, element);
        if (visited == null
                || attempt < 0
                || attempt == visited.visit().attempts().size() - 1) {
            return ".hasTimedOut()" + took(visited);
        }
        // A later attempt went otherwise, and the state as a whole with it.
        Trace.Retried retried = visited.visit().attempts().get(attempt + 1).retried();
        return (retried == null ? "" : ".wasRetriedBy(" + retried.retrier() + ")") + took(visited);
    }

    /** What tells a timeout from a missed heartbeat. */
    private static String took(@Nullable Visited visited) {
        Duration took = visited == null ? null : visited.visit().duration();
        if (took == null || !took.equals(Duration.ofSeconds(took.toSeconds()))) {
            return "";
        }
        return ".took(java.time.Duration." + (took.isZero() ? "ZERO" : "ofSeconds(" + took.toSeconds() + ")") + ")";
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

    private long failedOf(@Nullable Visited visited) {
        MapRun run = visited == null ? null : walk.mapRun(visited);
        return run == null ? 1 : run.itemCounts().failed();
    }
}
