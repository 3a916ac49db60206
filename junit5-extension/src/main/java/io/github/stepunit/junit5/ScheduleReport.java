package io.github.stepunit.junit5;

/** In which order a failed test ran. Attached to its failure as {@link ExecutionReport} is. */
final class ScheduleReport extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScheduleReport(long seed) {
        super(
                "What was simultaneous happened in the order of seed " + seed
                        + ".\n  again   @ShuffleSchedule(seed = " + seed + ", times = 1)"
                        + "\n  without the extension: machine.withShuffledSchedule(" + seed + ")",
                null,
                false,
                false);
    }
}
