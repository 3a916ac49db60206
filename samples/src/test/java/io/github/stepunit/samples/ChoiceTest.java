package io.github.stepunit.samples;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Choice state tutorial of AWS: one test for each way through. */
@StepFunctionTest("statemachines/choice.asl.json")
class ChoiceTest {

    @MockTask("FirstState")
    TaskMock first;

    @MockTask("NextState")
    TaskMock next;

    @BeforeEach
    void each_task_passes_on_what_it_gets() {
        first.runs(input -> input);
        next.runs(input -> input).always();
    }

    @Test
    void one_is_the_first_match(StateMachine machine, @MockTask("FirstMatchState") TaskMock onFirstMatch) {
        onFirstMatch.returns("{'matched': 'first'}");

        Execution execution = machine.start("{'foo': 1}");

        assertThat(execution)
                .hasSucceeded()
                .hasPath("FirstState", "ChoiceState", "FirstMatchState", "NextState")
                .hasOutput("{'matched': 'first'}");
    }

    // #region ways
    @Test
    void two_is_the_second_match(StateMachine machine, @MockTask("SecondMatchState") TaskMock onSecondMatch) {
        onSecondMatch.returns("{'matched': 'second'}");

        Execution execution = machine.start("{'foo': 2}");

        assertThat(execution)
                .hasSucceeded()
                .hasPath("FirstState", "ChoiceState", "SecondMatchState", "NextState")
                .hasOutput("{'matched': 'second'}");
        assertThat(execution).state("ChoiceState").matchedRule(1);
    }

    @Test
    void anything_else_fails(StateMachine machine) {
        Execution execution = machine.start("{'foo': 3}");

        assertThat(execution)
                .hasFailedWith("DefaultStateError", "No Matches!")
                .hasPath("FirstState", "ChoiceState", "DefaultState")
                .hasNeverVisited("NextState");
        assertThat(execution).state("ChoiceState").tookDefault();
    }
    // #endregion
}
