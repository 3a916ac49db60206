package io.github.stepunit.fault;

import io.github.stepunit.Execution;
import io.github.stepunit.history.ExecutionTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep has found.
 *
 * @param stateMachine the name of the machine
 * @param results one for each run with a fault, in the order of the runs
 * @param leftOut how many faults were not tried, because the sweep had run as many as it may
 * @param max how many it may run
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record FaultSweepReport(String stateMachine, List<Result> results, int leftOut, int max) {

    /** Broken runs that are shown with their path; others are named only. */
    private static final int SHOWN = 10;

    /** Copies the list. */
    public FaultSweepReport {
        results = List.copyOf(results);
    }

    /**
     * One run.
     *
     * @param fault what went wrong
     * @param executions what the scenario started, with what these started in turn
     * @param failure why the run is broken: what the scenario threw, or that an execution did not end as it should; null
     *     when it is not
     */
    @API(status = API.Status.EXPERIMENTAL, since = "0.1")
    public record Result(Fault fault, List<Execution> executions, @Nullable Throwable failure) {

        /** Copies the list. */
        public Result {
            executions = List.copyOf(executions);
        }

        /** Whether something that must always hold did not. */
        public boolean isBroken() {
            return failure != null;
        }
    }

    /** The broken runs. */
    public List<Result> broken() {
        return results.stream().filter(Result::isBroken).toList();
    }

    /**
     * Checks that none is broken.
     *
     * @throws AssertionError when there are; the message is {@link #text}
     */
    public void verify() {
        List<Result> broken = broken();
        if (!broken.isEmpty()) {
            AssertionError error = new AssertionError(text());
            broken.stream().limit(SHOWN).forEach(each -> error.addSuppressed(each.failure()));
            throw error;
        }
    }

    /** How many runs there were and which are broken, with their paths. */
    public String text() {
        List<Result> broken = broken();
        StringBuilder text = new StringBuilder("Fault sweep of `")
                .append(stateMachine)
                .append("`: ")
                .append(count(results.size(), "fault"))
                .append(" at ")
                .append(count(places().size(), "Task visit"))
                .append(", ")
                .append(broken.isEmpty() ? "none" : broken.size())
                .append(" broken.");
        if (leftOut > 0) {
            text.append('\n').append(FaultErrors.cut(leftOut, max));
        }
        for (int i = 0; i < Math.min(broken.size(), SHOWN); i++) {
            append(text, i + 1, broken.get(i));
        }
        if (broken.size() > SHOWN) {
            text.append("\n\nand ");
            text.append(broken.stream()
                    .skip(SHOWN)
                    .map(each -> each.fault().toString())
                    .collect(Collectors.joining("\n    ")));
        }
        return text.toString();
    }

    private Set<String> places() {
        Set<String> places = new LinkedHashSet<>();
        results.forEach(each -> places.add(each.fault().place().toString()));
        return places;
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static void append(StringBuilder text, int number, Result result) {
        text.append("\n\n").append(number).append(". ").append(result.fault());
        String message = String.valueOf(result.failure() == null ? "" : messageOf(result.failure()));
        List<String> lines = new ArrayList<>(message.strip()
                .lines()
                .filter(line -> !line.equals(FaultErrors.faultLine(result.fault())))
                .toList());
        for (Execution execution : result.executions()) {
            String tree = ExecutionTree.of(execution.history()).render();
            // The library's own messages show the path already.
            if (!message.contains(tree.lines().findFirst().orElse(tree))) {
                lines.add("");
                lines.addAll(tree.lines().toList());
            }
        }
        lines.forEach(line -> text.append('\n').append(line.isEmpty() ? "" : "   " + line));
    }

    private static String messageOf(Throwable failure) {
        return failure instanceof AssertionError && failure.getMessage() != null
                ? failure.getMessage()
                : failure.toString();
    }

    @Override
    public String toString() {
        return text();
    }
}
