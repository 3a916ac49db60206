package io.github.stepunit.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.validation.WarningCode;
import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.error.AssertJMultipleFailuresError;
import org.junit.jupiter.api.Test;

class StepUnitSoftAssertionsTest {

    static class OurSoftAssertions extends AbstractSoftAssertions implements StepUnitSoftAssertionsProvider {}

    @Test
    void failures_are_collected_also_behind_navigation() {
        Execution execution = Machines.shipped();
        StepUnitSoftAssertions softly = new StepUnitSoftAssertions();

        softly.assertThat(execution).as("order").hasFailed().hasPath("Done").hasSucceeded();
        softly.assertThat(execution)
                .state("Charge card")
                .wasAttempted(1)
                .wasRetried(7)
                .returnToExecution()
                .hasNeverVisited("Done");
        softly.assertThat(execution)
                .state("Ship all")
                .iteration(0)
                .hasPath("Pick")
                .state("Pick")
                .wasAttempted(3);
        softly.assertThat(execution)
                .state("Ship all")
                .iteration(9)
                .hasPath("Pick")
                .state("Pick")
                .wasVisited();
        softly.assertThat(execution).state("Nowhere").wasVisited();
        softly.assertThat(execution)
                .state("Print label")
                .hasSucceeded()
                .visit(9)
                .hasSucceeded();
        softly.then(execution).output().hasAt("$[0]", "x").at("$[7]").isEqualTo(1);
        softly.assertThat(1).isEqualTo(2);

        assertThat(softly.assertionErrorsCollected()).hasSize(15);
        assertThat(softly.assertionErrorsCollected().get(0)).hasMessageStartingWith("[order] \nExpecting execution");
    }

    @Test
    void failures_over_a_definition_are_collected_too() {
        StateMachine machine = StateMachine.of("{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}");
        StepUnitSoftAssertions softly = new StepUnitSoftAssertions();

        softly.assertThat(machine)
                .isInvalid()
                .hasDiagnostic(WarningCode.NO_DOLLAR)
                .hasNoWarnings();
        softly.assertThat(machine.validate()).isValid().hasDiagnosticAt(WarningCode.NO_PATH, "/States/A");

        assertThat(softly.assertionErrorsCollected()).hasSize(3);
    }

    @Test
    void going_on_to_a_value_that_is_absent_is_a_failure_like_any_other() {
        Execution execution = Machines.jammed();
        StepUnitSoftAssertions softly = new StepUnitSoftAssertions();

        softly.assertThat(execution).output().asString().isEqualTo("x");
        softly.assertThat(execution).output().as(String.class).isEqualTo("x");
        softly.assertThat(execution).outputAs(String.class).isEqualTo("x");
        softly.assertThat(Machines.shipped()).outputAs(Integer.class).isEqualTo(1);
        softly.assertThat(Machines.shipped()).output().at("$[7]").asString().startsWith("label");
        softly.assertThat(execution).state("Refund").output().asString().isEqualTo("x");
        softly.assertThat(execution)
                .state("Nowhere")
                .taskInput()
                .as(Integer.class)
                .isEqualTo(1);
        softly.assertThat(execution)
                .state("Ship all")
                .iteration(9)
                .output()
                .asString()
                .isEqualTo("x");

        assertThat(softly.assertionErrorsCollected()).hasSize(19);
    }

    @Test
    void going_on_to_a_value_collects_what_is_wrong_with_it() {
        StepUnitSoftAssertions softly = new StepUnitSoftAssertions();

        softly.assertThat(Machines.shipped()).output().at("$[0]").asString().isEqualTo("x");
        softly.assertThat(Machines.shipped())
                .output()
                .at("$[0]")
                .as(String.class)
                .isEqualTo("x");
        softly.assertThat(Machines.shipped()).outputAs(String[].class).isNull();

        assertThat(softly.assertionErrorsCollected()).hasSize(3);
    }

    @Test
    void snapshots_variables_and_ignored_paths_are_collected_too() {
        StepUnitSoftAssertions softly = new StepUnitSoftAssertions();

        softly.assertThat(Machines.counted())
                .hasVariable("total", 4)
                .variables()
                .ignoringPaths("$.total")
                .isEqualToJson("{'name': 'm'}")
                .returnToExecution()
                .state("Count")
                .tookEachTime()
                .firstVisit()
                .hasVariable("total", 1)
                .hasAssigned("total", 2)
                .input()
                .matchesSnapshot();

        assertThat(softly.assertionErrorsCollected()).hasSize(5);
    }

    @Test
    void they_combine_with_those_of_others() {
        OurSoftAssertions softly = new OurSoftAssertions();

        softly.assertThat(Machines.shipped()).hasFailed();

        assertThat(catchThrowableOfType(AssertJMultipleFailuresError.class, softly::assertAll))
                .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
                .hasMessageContaining("FAILED");
    }

    @Test
    void the_lambda_form_fails_at_its_end() {
        AssertionError error = catchThrowableOfType(
                AssertionError.class,
                () -> StepUnitSoftAssertions.assertSoftly(softly -> {
                    softly.assertThat(Machines.shipped()).hasFailed();
                    softly.assertThat(Machines.shipped()).state("Refund").wasVisited();
                }));

        assertThat(error).hasMessageContaining("2 failures");
    }
}
