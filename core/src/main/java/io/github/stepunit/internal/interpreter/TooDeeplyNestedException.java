package io.github.stepunit.internal.interpreter;

/** Leaves whatever is being done when workflows start one another without end; caught where the executions are driven. */
final class TooDeeplyNestedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ExecutionRun execution;

    TooDeeplyNestedException(ExecutionRun execution) {
        super("Nested too deeply.", null, false, false);
        this.execution = execution;
    }

    /** Ends the outermost execution, and the innermost with it. */
    void end(ExecutionRun root) {
        String cause = NestedWorkflows.DEEPEST
                + " executions have started one another, which is StepUnit's limit and not"
                + " AWS's. Does a workflow start itself without end? The last one was started by \""
                + execution.settings().stateMachineName() + "\". A mock of the Task that starts it ends the chain.";
        if (!root.hasEnded()) {
            root.failWithoutState(cause);
        }
        if (!execution.hasEnded()) {
            execution.failWithoutState(cause);
        }
    }
}
