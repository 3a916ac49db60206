package it;

import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMocks;
import org.junit.jupiter.api.Test;

@StepFunctionTest("statemachines/refund.asl.json")
class DeclinedTest {

    @Test
    void a_declined_card_fails(StateMachine machine, TaskMocks tasks) {
        tasks.mock("Charge card").fails("CardDeclined");
        machine.start("{}");
    }
}
