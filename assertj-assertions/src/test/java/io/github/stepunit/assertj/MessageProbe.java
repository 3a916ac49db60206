package io.github.stepunit.assertj;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MessageProbe {
    static void show(String name, ThrowingCallable c) throws Exception {
        String text;
        try {
            c.call();
            text = "NO FAILURE";
        } catch (Throwable t) {
            text = t instanceof AssertionError ? t.getMessage() : t.toString();
        }
        java.nio.file.Files.writeString(
                java.nio.file.Path.of("/tmp/aj/messages.txt"),
                "@@@ " + name + "\n" + text + "\n",
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
    }

    @Test
    void probe() throws Exception {
        java.nio.file.Files.deleteIfExists(java.nio.file.Path.of("/tmp/aj/messages.txt"));
        var s = Machines.shipped();
        var r = Machines.rejected();
        var j = Machines.jammed();
        var l = Machines.looped();
        var w = Machines.waiting();
        show("status", () -> assertThat(j).hasSucceeded());
        show("status_running", () -> assertThat(w).hasSucceeded());
        show("error", () -> assertThat(r).hasFailedWith("Card.Declined"));
        show("error_none", () -> assertThat(s).hasError("Card.Declined"));
        show("cause", () -> assertThat(r).hasCause("x"));
        show("cause_containing", () -> assertThat(r).hasCauseContaining("x"));
        show(
                "path_departs",
                () -> assertThat(r).as("the order").hasPath("Validate", "Charge card", "Any lines?", "Done"));
        show("path_short", () -> assertThat(r).hasPath("Validate", "Charge card", "Refund", "Give up", "Done"));
        show("path_long", () -> assertThat(r).hasPath("Validate", "Charge card"));
        show("path_inner", () -> assertThat(s).hasPath("Validate", "Pick"));
        show("in_order", () -> assertThat(l).hasPathContaining("Count", "Enough?", "Count", "Count", "Count"));
        show("in_order_none", () -> assertThat(r).visitedInOrder("Ship all", "Pick"));
        show("visited", () -> assertThat(r).hasVisited("Ship all"));
        show("unknown", () -> assertThat(r).hasNeverVisited("Refnd"));
        show("unknown_far", () -> assertThat(r).state("Teleport").wasVisited());
        show("never", () -> assertThat(r).hasNeverVisited("Refund"));
        show("times", () -> assertThat(l).hasVisitedTimes("Wait", 4));
        show("choose", () -> assertThat(s).state("Print label").hasSucceeded());
        show("visit_number", () -> assertThat(s).state("Print label").visit(3).hasSucceeded());
        show("took", () -> assertThat(s).tookExactly(ofSeconds(90)));
        show("state_took", () -> assertThat(s).state("Charge card").tookAtMost(ofSeconds(5)));
        show("started", () -> assertThat(s).state("Any lines?").startedAfter(ofSeconds(1)));
        show("ended", () -> assertThat(w).endedAt(w.now()));
        show("output", () -> assertThat(s).hasOutput("['label of 1', 'label of 3', {'a b': 1}]"));
        show("output_at", () -> assertThat(s).state("Charge card").hasOutputAt("$.charge", "{'receipt': 'r-2'}"));
        show("output_at_missing", () -> assertThat(s).state("Charge card").hasOutputAt("$.charge.receiptId", "r-2"));
        show("output_none", () -> assertThat(j).hasOutputAt("$.receipt", "r-1"));
        show("json_nothing", () -> assertThat(s).output().hasNothingAt("$[0]"));
        show("json_as", () -> assertThat(s).output().as(Integer.class));
        show("json_path_bad", () -> assertThat(s).hasOutputAt("receipt", 1));
        show("attempts", () -> assertThat(s).state("Charge card").wasAttempted(2));
        show("retries", () -> assertThat(s).state("Validate").wasRetried(1));
        show("waits", () -> assertThat(s).state("Charge card").waitedBetweenAttempts(ofSeconds(1), ofSeconds(1)));
        show("retrier", () -> assertThat(s).state("Charge card").wasRetriedBy(1));
        show("rule", () -> assertThat(s).state("Any lines?").matchedRule(0));
        show("default", () -> assertThat(s).state("Any lines?").tookDefault());
        show("catcher", () -> assertThat(r).state("Charge card").wasCaughtBy(0));
        show("failed_with", () -> assertThat(s).state("Charge card").failedWith("Card.Declined"));
        show("iteration", () -> assertThat(s).state("Ship all").iteration(2).hasPath("Pick"));
        show(
                "iteration_path",
                () -> assertThat(s).state("Ship all").iteration(1).hasPath("Pick"));
        show("iterations", () -> assertThat(s).state("Ship all").hasIterations(1));
        show("scope_unknown", () -> assertThat(s).state("Ship all").iteration(1).hasVisited("Done"));
        show("return_scope", () -> assertThat(s).state("Ship all").returnToScope());
    }
}
