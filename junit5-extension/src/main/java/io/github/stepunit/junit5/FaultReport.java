package io.github.stepunit.junit5;

import io.github.stepunit.fault.Fault;

/** What went wrong in a run of a sweep that failed. Attached to its failure as {@link ExecutionReport} is. */
final class FaultReport extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private FaultReport(String message) {
        super(message, null, false, false);
    }

    /** Build tools show a failure without the name of the run; unless it says itself which fault it is about. */
    static void attach(Fault fault, Throwable failure) {
        String message = failure.getMessage();
        if (message == null || !message.contains("fault    " + fault)) {
            failure.addSuppressed(new FaultReport(FaultSweepErrors.failedWith(fault)));
        }
    }
}
