package it;

import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMocks;
import org.junit.jupiter.api.Test;

@StepFunctionTest("statemachines/order.asl.json")
class LargeOrderTest {

    @Test
    void a_large_order_is_done(StateMachine machine, TaskMocks tasks) {
        tasks.mock("Charge card").returns("{'total': 500}");
        machine.start("{}");
    }
}
