package io.github.stepunit.junit5;

import io.github.stepunit.Execution;
import io.github.stepunit.explanation.Explanation;
import io.github.stepunit.history.ExecutionTree;

/**
 * What an execution of a failed test did. Not an error of its own: it is attached to the test's failure as a suppressed
 * exception, the one place that every IDE and build tool shows.
 */
final class ExecutionReport extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ExecutionReport(String message) {
        super(message, null, false, false);
    }

    static ExecutionReport ofPages(String message) {
        return new ExecutionReport(message);
    }

    /** Attaches the report of the execution, unless the failure shows it already, as StepUnit's assertions do. */
    static void attach(Execution execution, Throwable failure) {
        String tree = ExecutionTree.of(execution.history()).render();
        String firstLine = tree.lines().findFirst().orElse(tree);
        String message = failure.getMessage();
        if (message == null || !message.contains(firstLine)) {
            failure.addSuppressed(new ExecutionReport("The execution of `"
                    + execution.stateMachine().name() + "` went so far:\n\n" + tree + why(execution)));
        }
    }

    private static String why(Execution execution) {
        Explanation why = execution.explain();
        return why.isEmpty() ? "" : "\n\nWhy:\n" + why.toString().indent(2).stripTrailing();
    }
}
