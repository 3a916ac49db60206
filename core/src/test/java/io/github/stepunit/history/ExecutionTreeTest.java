package io.github.stepunit.history;

import static io.github.stepunit.history.HistoryEventType.*;
import static io.github.stepunit.history.Scope.EXECUTION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExecutionTreeTest {

    @Test
    void shows_times_retries_catchers_and_rules() {
        ExecutionHistory history = SampleHistories.retriedAndCaught().history();

        assertThat(ExecutionTree.of(history)
                        .marking(history.visits().get(1), "expected Refund here")
                        .render())
                .isEqualTo(
                        """
                        SUCCEEDED at +00:00:05 -> {}
                          +00:00:00  Charge card, 3 attempts, failed with Card.Declined: no money, caught by catcher 1 -> {"Error":"Card.Declined","Cause":"no money"}
                            +00:00:00  attempt 1, failed with Throttled: slow down
                            +00:00:01  attempt 2, 1s later by retrier 0, failed with Throttled: slow\\ndown
                            +00:00:05  attempt 3, 2s later by retrier 0, failed with Card.Declined: no money
                          +00:00:05  Route, rule 2 -> {}   <-- expected Refund here
                          +00:00:05  Route, visit 2, Default -> {}
                          +00:00:05  Done -> {}""");
    }

    @Test
    void shows_iterations_below_their_state() {
        assertThat(ExecutionTree.of(SampleHistories.failingMap().history())
                        .markingEnd("expected Ship here")
                        .render())
                .isEqualTo(
                        """
                        FAILED at +00:00:05 with Printer.Jam: paper
                          +00:00:00  Ship all, failed with Printer.Jam: paper <- {}
                            iteration 0
                              +00:00:00  Print label -> {}
                            iteration 1
                              +00:00:00  Cool down, aborted <- 1
                            iteration 2
                              +00:00:05  Jam, failed with Printer.Jam: paper <- 2
                          <-- expected Ship here""");
    }

    @Test
    void shows_branches_below_the_attempt_that_started_them() {
        assertThat(ExecutionTree.of(SampleHistories.retriedParallel().history()))
                .hasToString(
                        """
                        SUCCEEDED at +00:00:07 -> [{},1]
                          +00:00:00  Both, 2 attempts -> [{},1]
                            +00:00:00  attempt 1, failed with Boom
                              branch 0
                                +00:00:00  Left, aborted <- {}
                              branch 1
                                +00:00:00  Right, failed with Boom <- {}
                            +00:00:07  attempt 2, 4s later by retrier 0, succeeded
                              branch 0
                                +00:00:07  Left -> {}
                              branch 1
                                +00:00:07  Right -> 1""");
    }

    @Test
    void cuts_payloads_and_shows_more_of_the_marked_one() {
        String payload = "{'text':'" + "x".repeat(600) + "'}";
        ExecutionHistory history = new HistoryFixture()
                .enter(EXECUTION, WAIT_STATE_ENTERED, "First", payload)
                .exit(EXECUTION, WAIT_STATE_EXITED, "First", payload, null)
                .enter(EXECUTION, WAIT_STATE_ENTERED, "Second", payload)
                .history();

        assertThat(ExecutionTree.of(history)
                        .marking(history.visits().get(1), "here")
                        .render())
                .isEqualTo("RUNNING, last event at +00:00:00\n"
                        + "  +00:00:00  First -> {\"text\":\"" + "x".repeat(71) + "...\n"
                        + "  +00:00:00  Second, still running <- {\"text\":\"" + "x".repeat(491)
                        + "...   <-- here");
    }

    @Test
    void leaves_out_the_middle_of_a_long_path_but_not_the_marked_visit() {
        HistoryFixture fixture = new HistoryFixture();
        for (int i = 0; i < 1000; i++) {
            fixture.pass(EXECUTION, "Again");
        }
        ExecutionHistory history = fixture.history();

        String text = ExecutionTree.of(history)
                .marking(history.visits().get(500), "here")
                .render();

        assertThat(text.lines()).hasSizeLessThan(60);
        assertThat(text)
                .contains("\n  +00:00:00  Again, visit 27 -> {}\n  ... 468 lines left out ...\n")
                .contains("\n  +00:00:00  Again, visit 501 -> {}   <-- here\n")
                .endsWith("\n  +00:00:00  Again, visit 1000 -> {}");
    }

    @Test
    void an_execution_that_has_not_started_has_no_path() {
        assertThat(ExecutionTree.of(new ExecutionHistory(java.util.List.of())))
                .hasToString("(nothing has happened yet)");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, +00:00:00, 0s",
        "PT0.25S, +00:00:00.250, 0.250s",
        "PT1M4S, +00:01:04, 1m 4s",
        "PT51H, +2d 03:00:00, 2d 3h",
        "PT1M, +00:01:00, 1m"
    })
    void virtual_time_is_short(Duration time, String offset, String length) {
        assertThat(VirtualTime.offset(time)).isEqualTo(offset);
        assertThat(VirtualTime.length(time)).isEqualTo(length);
    }
}
