package io.github.stepunit.benchmarks;

import java.util.List;
import java.util.function.Supplier;

/**
 * A row of the table: a workload on StepUnit, by hand, and on the fastest other tool.
 *
 * @param id its number, as in the issue
 * @param workload what is run
 * @param unit what is counted
 * @param countOfRun how many of that unit one run is
 * @param otherTool the fastest other tool
 * @param otherPerSecond what that tool does in a second, as published
 * @param requiredMultiple how much faster StepUnit has to be
 */
record Comparison(
        String id,
        Supplier<Workload> workload,
        String unit,
        long countOfRun,
        String otherTool,
        double otherPerSecond,
        int requiredMultiple) {

    private static final String TRANSITIONS = "transitions/s";
    private static final String EXECUTIONS = "executions/s";
    private static final String AWS_LOCAL = "aws-local-stepfunctions";

    /**
     * The other tools' figures were measured on another machine of 2 cores and are published with the workloads
     * (shared/workloads/README.md, the table "Performance workloads, and what other tools take"): the best of each row.
     */
    static final List<Comparison> ALL = List.of(
            transitions("W1", () -> Workloads.linear(1_000), AWS_LOCAL, 43_000, 30),
            transitions("W2", () -> Workloads.loop(10_000), "floci", 47_000, 30),
            transitions("W3", () -> Workloads.mapOfPass(10_000), "@wmfs/statebox", 14_800, 30),
            transitions("W3t", () -> Workloads.mapOfTasks(10_000), AWS_LOCAL, 21_700, 30),
            transitions("W4", () -> Workloads.parallel(50), AWS_LOCAL, 37_900, 30),
            // 0.17 ms and 0.11 ms for an execution
            executions("W5", Workloads::retry, AWS_LOCAL, 1_000 / 0.17, 30),
            executions("W5", Workloads::retryWithOwnMocks, AWS_LOCAL, 1_000 / 0.17, 30),
            executions("W5a", Workloads::noRetry, AWS_LOCAL, 1_000 / 0.11, 30),
            executions("W5a", Workloads::noRetryWithOwnMocks, AWS_LOCAL, 1_000 / 0.11, 30),
            transitions("W6", () -> Workloads.jsonataLoop(5_000), "floci", 13_900, 30),
            // No other tool was measured on this: it must do as many states as W7, which converts nothing either.
            transitions("W6f", () -> Workloads.jsonataField(200), AWS_LOCAL, 158, 1_000),
            transitions("W7", () -> Workloads.payload(200), AWS_LOCAL, 158, 1_000),
            transitions("W7", () -> Workloads.unlimitedPayload(200), AWS_LOCAL, 158, 1_000));

    /** How many times slower than the ceiling it may be: the JSONata library alone leaves less to do than plain Java. */
    double highestRatio() {
        return id.startsWith("W6") ? 4 : 8;
    }

    private static Comparison transitions(
            String id, Supplier<Workload> workload, String otherTool, double otherPerSecond, int requiredMultiple) {
        Workload sized = workload.get();
        return new Comparison(
                id,
                workload,
                TRANSITIONS,
                sized.transitions() * sized.executions(),
                otherTool,
                otherPerSecond,
                requiredMultiple);
    }

    private static Comparison executions(
            String id, Supplier<Workload> workload, String otherTool, double otherPerSecond, int requiredMultiple) {
        return new Comparison(
                id, workload, EXECUTIONS, workload.get().executions(), otherTool, otherPerSecond, requiredMultiple);
    }
}
