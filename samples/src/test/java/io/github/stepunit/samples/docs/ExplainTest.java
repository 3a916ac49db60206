package io.github.stepunit.samples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMocks;

/** The snippets of docs/explain.md. */
class ExplainTest {

    @StepFunctionTest("statemachines/order.asl.json")
    void by_hand(StateMachine orders, TaskMocks tasks) {
        tasks.mock("Charge card").fails("Card.Declined", "Insufficient funds");

        // #region explain
        Execution execution = orders.start("{'orderId': 42}");

        System.out.println(execution.explain());
        System.out.println(execution.toTree());
        System.out.println(execution.toMermaid());
        // #endregion

        assertThat(execution.explain().lines())
                .first()
                .asString()
                .startsWith("\"Charge card\" failed with Card.Declined");
        assertThat(execution.toMermaid()).startsWith("flowchart TD\n");
    }
}
