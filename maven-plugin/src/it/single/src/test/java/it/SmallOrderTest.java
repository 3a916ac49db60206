package it;

import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMocks;
import org.junit.jupiter.api.Test;

@StepFunctionTest("statemachines/order.asl.json")
class SmallOrderTest {

    @Test
    void a_small_order_is_done(StateMachine machine, TaskMocks tasks) {
        tasks.mock("Charge card").returns("{'total': 5}");
        machine.start("{}");
    }
}
