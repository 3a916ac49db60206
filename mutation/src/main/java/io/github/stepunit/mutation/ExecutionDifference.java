package io.github.stepunit.mutation;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.MapRun;
import io.github.stepunit.history.Scope;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.internal.text.JavaText;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds an assertion that holds for one execution and fails for another. */
final class ExecutionDifference {

    private static final int LONGEST_PATH = 8;

    private final String subject;
    private final Execution original;
    private final Execution mutant;
    private final JsonDifference json = new JsonDifference();

    private ExecutionDifference(String subject, Execution original, Execution mutant) {
        this.subject = subject;
        this.original = original;
        this.mutant = mutant;
    }

    /** As a statement of Java; null when the two are alike in all that can be asserted. */
    static @Nullable String assertion(Execution original, Execution mutant) {
        String call = new ExecutionDifference("assertThat(execution)", original, mutant).find();
        return call == null ? null : call + ";";
    }

    private @Nullable String find() {
        String inVisits = inVisits();
        if (inVisits != null) {
            return inVisits;
        }
        String atEnd = atEnd();
        if (atEnd != null) {
            return atEnd;
        }
        String inMapRuns = inMapRuns();
        return inMapRuns != null ? inMapRuns : inNested();
    }

    private @Nullable String inVisits() {
        List<StateVisit> before = original.history().visits();
        List<StateVisit> after = mutant.history().visits();
        VisitDifference inVisit = new VisitDifference(json, original.startTime());
        for (int i = 0; i < before.size(); i++) {
            StateVisit visit = before.get(i);
            if (i >= after.size() || !visit.path().equals(after.get(i).path())) {
                return path(before, i);
            }
            String call = inVisit.call(visit, after.get(i));
            if (call != null) {
                return state(before, visit) + call;
            }
        }
        return before.size() < after.size() ? path(before, before.size() - 1) : null;
    }

    /** The path of the machine in which the two part; of a long one, what the other has not or has alone. */
    private String path(List<StateVisit> before, int at) {
        if (before.isEmpty()) {
            return end();
        }
        Scope scope = before.get(at).scope();
        List<String> names = names(before, scope);
        if (names.size() <= LONGEST_PATH) {
            return scope(scope) + ".hasPath(" + literals(names) + ")";
        }
        List<String> others = names(mutant.history().visits(), scope);
        for (String name : names) {
            if (!others.contains(name)) {
                return scope(scope) + ".hasVisited(" + JavaText.literal(name) + ")";
            }
        }
        for (String name : others) {
            if (!names.contains(name)) {
                return scope(scope) + ".hasNeverVisited(" + JavaText.literal(name) + ")";
            }
        }
        return scope(scope) + ".hasPath(" + literals(names) + ")";
    }

    private static List<String> names(List<StateVisit> visits, Scope scope) {
        return visits.stream()
                .filter(each -> each.scope().equals(scope))
                .map(StateVisit::name)
                .toList();
    }

    private static String literals(List<String> names) {
        return names.stream().map(JavaText::literal).collect(Collectors.joining(", "));
    }

    private String state(List<StateVisit> visits, StateVisit visit) {
        boolean isAgain =
                visits.stream().filter(each -> each.path().equals(visit.path())).count() > 1;
        return scope(visit.scope()) + ".state(" + JavaText.literal(visit.name()) + ")"
                + (isAgain ? ".visit(" + visit.number() + ")" : "");
    }

    private String scope(Scope scope) {
        if (scope.parent() == null) {
            return subject;
        }
        String kind = scope.kind() == Scope.Kind.BRANCH ? "branch" : "iteration";
        return scope(scope.parent()) + ".state(" + JavaText.literal(scope.state()) + ")." + kind + "(" + scope.index()
                + ")";
    }

    private @Nullable String atEnd() {
        if (original.status() != mutant.status() || !Objects.equals(original.error(), mutant.error())) {
            return end();
        }
        if (original.status() == ExecutionStatus.SUCCEEDED && mutant.status() == ExecutionStatus.SUCCEEDED) {
            String call = json.call("Output", original.output(), mutant.output());
            if (call != null) {
                return subject + call;
            }
        }
        if (!Objects.equals(original.cause(), mutant.cause()) && original.cause() != null) {
            return subject + ".hasCause(" + JavaText.literal(Objects.requireNonNull(original.cause())) + ")";
        }
        Duration took = original.duration();
        return took.equals(mutant.duration()) ? null : subject + ".took(" + VisitDifference.duration(took) + ")";
    }

    private String end() {
        return subject
                + switch (original.status()) {
                    case SUCCEEDED -> ".hasSucceeded()";
                    case FAILED ->
                        original.error() == null
                                ? ".hasFailed()"
                                : ".hasFailedWith(" + JavaText.literal(Objects.requireNonNull(original.error())) + ")";
                    case TIMED_OUT -> ".hasTimedOut()";
                    default -> ".hasStatus(ExecutionStatus." + original.status() + ")";
                };
    }

    private @Nullable String inMapRuns() {
        List<MapRun> before = original.mapRuns();
        List<MapRun> after = mutant.mapRuns();
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            String run = subject + ".mapRun(" + JavaText.literal(before.get(i).stateName()) + ")";
            if (before.get(i).status() != after.get(i).status()) {
                return run + ".hasStatus(MapRunStatus." + before.get(i).status() + ")";
            }
            if (before.get(i).itemCounts().failed() != after.get(i).itemCounts().failed()) {
                return run + ".hasFailedItems(" + before.get(i).itemCounts().failed() + ")";
            }
            List<Execution> children = before.get(i).children();
            for (int j = 0;
                    j < Math.min(children.size(), after.get(i).children().size());
                    j++) {
                String inChild = new ExecutionDifference(
                                run + ".child(" + j + ")",
                                children.get(j),
                                after.get(i).children().get(j))
                        .find();
                if (inChild != null) {
                    return inChild;
                }
            }
        }
        return null;
    }

    private @Nullable String inNested() {
        List<Execution> before = original.nestedExecutions();
        List<Execution> after = mutant.nestedExecutions();
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            String nested = "assertThat(execution.nestedExecutions().get(" + i + "))";
            String found = new ExecutionDifference(nested, before.get(i), after.get(i)).find();
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
