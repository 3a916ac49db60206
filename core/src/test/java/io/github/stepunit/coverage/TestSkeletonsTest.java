package io.github.stepunit.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.StateMachineDefinition;
import org.junit.jupiter.api.Test;

class TestSkeletonsTest {

    @Test
    void mocks_answer_what_a_Parallel_state_takes_from_its_branches() {
        StateMachineDefinition definition = StateMachine.of(
                        """
                {"StartAt": "Check", "States": {
                  "Check": {"Type": "Parallel", "Next": "Done",
                    "ResultSelector": {"identity.$": "$[0].Payload.approved", "address.$": "$[1].Payload.valid"},
                    "Branches": [
                      {"StartAt": "Identity", "States": {"Identity": {"Type": "Task", "End": true,
                        "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "identity"}}}},
                      {"StartAt": "Address", "States": {"Address": {"Type": "Task", "End": true,
                        "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "address"}}}}]},
                  "Done": {"Type": "Succeed"}}}
                """)
                .definition();
        CoverageElement done = DefinitionElements.of(definition).stream()
                .filter(each -> each.label().equals("Done"))
                .findFirst()
                .orElseThrow();

        assertThat(new TestSkeletons(definition).of(done).method())
                .isEqualTo(
                        """
                @Test
                void walks_done(StateMachine machine, TaskMocks tasks) {
                    tasks.mock("Identity").returns("{'approved':'approved'}");
                    tasks.mock("Address").returns("{'valid':'valid'}");

                    Execution execution = machine.start("{}");

                    assertThat(execution).hasVisited("Done");
                }
                """);
    }
}
