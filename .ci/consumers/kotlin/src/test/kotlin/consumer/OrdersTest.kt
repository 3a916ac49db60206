package consumer

import io.github.stepunit.StateMachine
import io.github.stepunit.assertj.StepUnitAssertions.assertThat
import io.github.stepunit.junit5.MockTask
import io.github.stepunit.junit5.StepFunctionTest
import io.github.stepunit.task.TaskMock
import java.time.Duration.ofSeconds
import org.junit.jupiter.api.Nested
import org.junit.jupiter.api.Test

@StepFunctionTest("orders.asl.json")
class OrdersTest {

    @MockTask("Charge card")
    lateinit var charge: TaskMock

    @Test
    fun `a throttled charge is retried`(orders: StateMachine) {
        charge.fails("Lambda.TooManyRequestsException").times(1).thenReturns("""{"receipt": "r-1"}""")

        assertThat(orders.start("{}")).hasSucceeded().hasOutputAt("$.receipt", "r-1").took(ofSeconds(1))
    }

    @Nested
    inner class WhenDeclined {

        @Test
        fun `the order is declined`(orders: StateMachine, @MockTask("Charge card") payment: TaskMock) {
            payment.fails("CardDeclined")

            assertThat(orders.start("{}")).hasFailedWith("CardDeclined")
        }
    }
}
