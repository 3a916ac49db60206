package io.github.stepunit.history;

import static io.github.stepunit.history.HistoryEventType.*;
import static io.github.stepunit.history.Scope.EXECUTION;

/** Histories that several tests look at. */
final class SampleHistories {

    private SampleHistories() {}

    /** A throttled Task, caught after two retries, then a Choice. */
    static HistoryFixture retriedAndCaught() {
        return new HistoryFixture()
                .enter(EXECUTION, TASK_STATE_ENTERED, "Charge card", "{'orderId':42}")
                .schedule(EXECUTION, "{'FunctionName':'charge'}", null)
                .add(EXECUTION, TASK_STARTED, new HistoryEventDetails.TaskStarted("lambda", "invoke"))
                .taskFails(EXECUTION, "Throttled", "slow down")
                .after(1)
                .retry(2, 1, "Throttled")
                .after(2)
                .taskFails(EXECUTION, "Throttled", "slow\ndown")
                .after(2)
                .retry(3, 2, "Throttled")
                .taskFails(EXECUTION, "Card.Declined", "no money")
                .exit(
                        EXECUTION,
                        TASK_STATE_EXITED,
                        "Charge card",
                        "{'Error':'Card.Declined','Cause':'no money'}",
                        new Trace.Caught(1, "Card.Declined", "no money", null))
                .enter(CHOICE_STATE_ENTERED, "Route")
                .exit(EXECUTION, CHOICE_STATE_EXITED, "Route", "{}", new Trace.RuleMatched(2))
                .enter(CHOICE_STATE_ENTERED, "Route")
                .exit(EXECUTION, CHOICE_STATE_EXITED, "Route", "{}", new Trace.DefaultTaken())
                .enter(SUCCEED_STATE_ENTERED, "Done")
                .exit(SUCCEED_STATE_EXITED, "Done")
                .succeed("{}");
    }

    /** A Map of three items one of which fails, while another is at work. */
    static HistoryFixture failingMap() {
        Scope zero = HistoryFixture.iteration("Ship all", 0);
        Scope one = HistoryFixture.iteration("Ship all", 1);
        Scope two = HistoryFixture.iteration("Ship all", 2);
        HistoryFixture fixture = new HistoryFixture()
                .enter(MAP_STATE_ENTERED, "Ship all")
                .add(EXECUTION, MAP_STATE_STARTED, new HistoryEventDetails.MapStateStarted(3));
        long started = fixture.last();
        fixture.iteration(zero, MAP_ITERATION_STARTED, null).pass(zero, "Print label");
        fixture.iteration(zero, MAP_ITERATION_SUCCEEDED, null);
        fixture.from(started)
                .iteration(one, MAP_ITERATION_STARTED, null)
                .enter(one, WAIT_STATE_ENTERED, "Cool down", "1");
        fixture.from(started)
                .after(5)
                .iteration(two, MAP_ITERATION_STARTED, null)
                .enter(two, FAIL_STATE_ENTERED, "Jam", "2");
        long jam = fixture.last();
        fixture.iteration(two, MAP_ITERATION_FAILED, new Trace.Uncaught("Ship all[2]/Jam", "Printer.Jam", null));
        return fixture.from(jam)
                .add(
                        EXECUTION,
                        MAP_STATE_FAILED,
                        HistoryEventDetails.none(),
                        new Trace.Uncaught("Ship all[2]/Jam", "Printer.Jam", null))
                .fail("Printer.Jam", "paper");
    }

    /** A Parallel state whose second branch fails in the first attempt. */
    static HistoryFixture retriedParallel() {
        Scope left = HistoryFixture.branch("Both", 0);
        Scope right = HistoryFixture.branch("Both", 1);
        HistoryFixture fixture =
                new HistoryFixture().enter(PARALLEL_STATE_ENTERED, "Both").add(EXECUTION, PARALLEL_STATE_STARTED);
        long started = fixture.last();
        fixture.enter(left, WAIT_STATE_ENTERED, "Left", "{}");
        fixture.from(started).enter(right, TASK_STATE_ENTERED, "Right", "{}").schedule(right, "{}", null);
        fixture.after(3).taskFails(right, "Boom", null);
        long boom = fixture.last();
        fixture.add(right, TASK_STATE_ABORTED).from(boom).after(4);
        fixture.add(
                EXECUTION,
                PARALLEL_STATE_STARTED,
                HistoryEventDetails.none(),
                new Trace.Retried(0, 2, java.time.Duration.ofSeconds(4), "Boom"));
        started = fixture.last();
        fixture.enter(left, WAIT_STATE_ENTERED, "Left", "{}").exit(left, WAIT_STATE_EXITED, "Left", "{}", null);
        fixture.from(started)
                .enter(right, TASK_STATE_ENTERED, "Right", "{}")
                .schedule(right, "{}", null)
                .taskSucceeds(right, "1")
                .exit(right, TASK_STATE_EXITED, "Right", "1", null);
        long last = fixture.last();
        fixture.add(EXECUTION, PARALLEL_STATE_SUCCEEDED);
        return fixture.from(last)
                .exit(EXECUTION, PARALLEL_STATE_EXITED, "Both", "[{},1]", null)
                .succeed("[{},1]");
    }
}
