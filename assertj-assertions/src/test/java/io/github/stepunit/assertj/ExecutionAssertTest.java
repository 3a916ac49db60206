package io.github.stepunit.assertj;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.github.stepunit.assertj.StepUnitAssertions.then;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

class ExecutionAssertTest {

    record Charge(String receipt) {}

    @Test
    void a_shipped_order_reads_like_the_story_it_tells() {
        assertThat(Machines.shipped())
                .as("order 42")
                .hasSucceeded()
                .hasStatus(ExecutionStatus.SUCCEEDED)
                .hasPath("Validate", "Charge card", "Any lines?", "Ship all", "Done")
                .hasPathContaining("Validate", "Ship all")
                .hasVisitedInOrder("Validate", "Ship all", "Pick", "Pick", "Print label", "Done")
                .hasVisited("Print label", "Done")
                .hasVisitedTimes("Print label", 2)
                .hasNeverVisited("Refund", "Give up")
                .hasOutput("['label of 1', 'label of 2']")
                .hasOutput(List.of("label of 1", "label of 2"))
                .hasOutputAt("$[1]", "label of 2")
                .took(ofSeconds(6))
                .tookAtMost(ofSeconds(6))
                .tookAtLeast(ofSeconds(6))
                .endedAt(StateMachine.DEFAULT_START.plusSeconds(6))
                .satisfies(execution -> assertThat(execution.error()).isNull());
        then(Machines.shipped()).output().at("$[0]").asString().startsWith("label");
        assertThat(Machines.shipped()).outputAs(String[].class).isEqualTo(new String[] {"label of 1", "label of 2"});
    }

    @Test
    void states_are_reached_by_name_and_lead_back() {
        assertThat(Machines.shipped())
                .state("Charge card")
                .hasSucceeded()
                .wasVisited()
                .wasVisitedTimes(1)
                .wasAttempted(3)
                .wasRetried(2)
                .wasRetriedBy(0)
                .waitedBetweenAttempts(ofSeconds(1), ofSeconds(2))
                .hasInput("{'orderId': 42, 'lines': [1, 2.0]}")
                .hasTaskInputAt("$.FunctionName", "charge")
                .hasTaskInputAt("$.Payload.orderId", 42)
                .hasOutputAt("$.charge", Map.of("receipt", "r-1"))
                .took(ofSeconds(6))
                .tookAtMost(ofSeconds(7))
                .tookAtLeast(ofSeconds(6))
                .startedAfter(ofSeconds(0))
                .returnToExecution()
                .state("Any lines?")
                .matchedRule(1)
                .returnToExecution()
                .state("Ship all")
                .hasIterations(2)
                .iteration(1)
                .hasPath("Pick", "Print label")
                .state("Print label")
                .wasNeverRetried()
                .hasInput("2")
                .returnToScope()
                .hasVisited("Pick")
                .returnToState()
                .iteration(0)
                .returnToExecution()
                .state("Refund")
                .wasNeverVisited();
    }

    @Test
    void failures_and_catchers_are_told() {
        assertThat(Machines.rejected())
                .hasFailed()
                .hasFailedWith("Order.Rejected")
                .hasFailedWith("Order.Rejected", "not 100% sure")
                .hasCauseContaining("sure")
                .state("Charge card")
                .hasFailed()
                .hasFailedWith("Card.Declined")
                .hasFailedWith("Card.Declined", "no money")
                .wasCaughtBy(1)
                .wasAttempted(1)
                .output()
                .hasAt("$.error.Error", "Card.Declined")
                .hasSomethingAt("$.error.Cause")
                .hasNothingAt("$.charge");
        assertThat(Machines.jammed())
                .hasFailedWith("Printer.Jam")
                .state("Ship all")
                .hasFailedWith("Printer.Jam", "paper")
                .iteration(1)
                .state("Print label")
                .hasFailedWith("Printer.Jam", "paper")
                .returnToExecution()
                .state("Ship all")
                .iteration(0)
                .state("Print label")
                .wasAborted();
    }

    @Test
    void loops_and_branches_are_told_apart() {
        assertThat(Machines.looped())
                .hasPath("Wait", "Count", "Enough?", "Wait", "Count", "Enough?", "Wait", "Count", "Enough?", "Both")
                .hasPathContaining("Count", "Count", "Both")
                .state("Count")
                .wasVisitedTimes(3)
                .firstVisit()
                .hasOutputAt("$.n", 1)
                .visit(2)
                .hasOutputAt("$.n", 2)
                .lastVisit()
                .hasOutputAt("$.n", 3.0)
                .returnToExecution()
                .state("Enough?")
                .visit(1)
                .tookDefault()
                .lastVisit()
                .matchedRule(0)
                .returnToExecution()
                .state("Both")
                .hasBranches(2)
                .branch(1)
                .hasPath("Pause", "Right")
                .hasVisitedInOrder("Pause", "Right")
                .returnToExecution();
    }

    @Test
    void branches_and_iterations_have_outcomes_of_their_own() {
        assertThat(Machines.shipped())
                .state("Ship all")
                .iteration(1)
                .hasSucceeded()
                .hasOutput("'label of 2'")
                .hasOutput((Object) "label of 2")
                .hasOutputAt("$", "label of 2")
                .took(ofSeconds(0))
                .output()
                .asString()
                .endsWith("2");
        assertThat(Machines.jammed())
                .state("Ship all")
                .iteration(1)
                .hasFailed()
                .hasFailedWith("Printer.Jam")
                .hasFailedWith("Printer.Jam", "paper")
                .returnToState()
                .iteration(0)
                .wasAborted();
        assertThat(Machines.looped())
                .state("Both")
                .branch(1)
                .hasSucceeded()
                .hasOutput((Object) "r")
                .took(ofSeconds(5))
                .tookAtMost(ofSeconds(5))
                .tookAtLeast(ofSeconds(5));
        Execution pausing = StateMachine.of(Machines.LOOP).startPaused("{'n': 2}");
        pausing.advance(ofSeconds(32));
        assertThat(pausing)
                .state("Both")
                .branch(0)
                .hasSucceeded()
                .returnToState()
                .branch(1)
                .isRunning();
    }

    @Test
    void a_branch_that_has_not_come_to_its_end_is_aborted_by_its_sibling() {
        Execution execution = StateMachine.of(
                        """
                {"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
                  {"StartAt": "First", "States": {"First": {"Type": "Pass", "Next": "Choose"},
                    "Choose": {"Type": "Choice", "Default": "Last",
                      "Choices": [{"Variable": "$.n", "IsPresent": true, "Next": "Last"}]},
                    "Last": {"Type": "Wait", "Seconds": 1, "End": true}}},
                  {"StartAt": "Fails", "States": {"Fails": {"Type": "Fail", "Error": "E"}}}]}}}
                """)
                .start("{}");

        assertThat(execution)
                .state("Both")
                .branch(0)
                .wasAborted()
                .returnToState()
                .branch(1)
                .hasFailedWith("E");
    }

    @Test
    void a_running_execution_can_be_looked_at() {
        Execution execution = Machines.waiting();

        assertThat(execution).isRunning().state("Wait").lastVisit().isRunning();
        execution.stop("Stopped", null);
        assertThat(execution)
                .wasAborted()
                .hasError("Stopped")
                .state("Wait")
                .visit(2)
                .wasAborted();
    }

    @Test
    void null_is_no_execution() {
        assertThatThrownBy(() -> assertThat((Execution) null).hasSucceeded())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Expecting actual not to be null");
    }

    @Test
    void a_redriven_execution_says_so() {
        assertThat(Machines.redriven()).hasSucceeded().wasRedriven(1).isNotRedrivable();
        assertThat(Machines.redriven())
                .state("T")
                .wasVisitedTimes(1)
                .wasAttempted(2)
                .wasNeverRetried();
        assertThat(Machines.rejected()).wasRedriven(0).isRedrivable();
    }

    @Test
    void nested_executions_can_be_looked_into() {
        assertThat(Machines.nesting())
                .hasNestedExecutions(1)
                .nestedExecution("Call")
                .hasPath("P")
                .hasOutput((Object) "done");
    }

    @Test
    void a_redundant_delivery_can_be_seen() {
        assertThat(Machines.deliveredTwice()).state("T").wasDeliveredTwice().wasAttempted(1);
    }

    @Test
    void what_is_ignored_does_not_count() {
        assertThat(Machines.rejected())
                .state("Charge card")
                .output()
                .ignoringPaths("$..Cause", "$.orderId", "$.nowhere")
                .isEqualToJson("{'error': {'Error': 'Card.Declined'}}")
                .hasAt("$.orderId", 42)
                .at("$.orderId")
                .isEqualTo(42);
        assertThat(Machines.rejected())
                .state("Charge card")
                .output()
                .ignoringPaths("$.orderId")
                .ignoringPaths("$..Cause")
                .isEqualToJson("{'error': {'Error': 'Card.Declined'}}");
        assertThat(Machines.shipped())
                .output()
                .ignoringPaths("$[1:]")
                .isEqualToJson("['label of 1']")
                .ignoringPaths("$")
                .isEqualToJson("{}")
                .returnToExecution()
                .hasSucceeded();
    }

    @Test
    void variables_are_those_of_their_time_and_scope() {
        assertThat(Machines.counted())
                .hasVariable("total", 3)
                .hasVariable("name", "n")
                .state("Count")
                .firstVisit()
                .hasVariable("total", 0)
                .hasAssigned("total", 1)
                .lastVisit()
                .hasVariable("total", 2)
                .returnToExecution()
                .state("Enough?")
                .firstVisit()
                .hasAssignedNothing();
        assertThat(Machines.counted())
                .state("Count")
                .firstVisit()
                .assigned()
                .hasAt("$.total", 1)
                .hasNothingAt("$.name");
        assertThat(Machines.counted()).variables().hasNothingAt("$.own");
        assertThat(Machines.counted())
                .state("Each")
                .iteration(1)
                .hasVariable("own", "b")
                .hasVariable("total", 3)
                .state("Use")
                .hasVariable("own", "b")
                .variables()
                .isEqualToJson("{'total': 3, 'name': 'n', 'own': 'b'}");
        assertThat(Machines.counted())
                .state("Each")
                .iteration(0)
                .state("Keep")
                .variables()
                .hasNothingAt("$.own");
    }

    @Test
    void each_wait_of_a_loop_is_there() {
        assertThat(Machines.looped()).state("Wait").tookEachTime(ofSeconds(30), ofSeconds(30), ofSeconds(30));
    }

    @Test
    void an_ide_can_show_the_two_values_side_by_side() {
        assertThatThrownBy(() -> assertThat(Machines.shipped()).hasOutput("['label of 1']"))
                .isInstanceOfSatisfying(AssertionFailedError.class, failure -> {
                    assertThat(failure.getExpected().getStringRepresentation()).isEqualTo("[\n  \"label of 1\"\n]");
                    assertThat(failure.getActual().getStringRepresentation())
                            .isEqualTo("[\n  \"label of 1\",\n  \"label of 2\"\n]");
                });
    }
}
