package io.github.stepunit.samples.docs;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofSeconds;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.ShuffleSchedule;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.junit5.VirtualTime;
import io.github.stepunit.task.TaskMock;
import io.github.stepunit.task.TaskMocks;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** More snippets of docs/time-and-steering.md. */
class TimeTest {

    // #region virtual-time
    @Nested
    @StepFunctionTest("statemachines/expense-approval.asl.json")
    @VirtualTime(start = "2026-03-29T00:30:00Z") // the night in which Europe's clocks go forward
    class InTheNightOfTheChange {

        @Test
        void three_hours_are_three_hours(
                StateMachine approval,
                @MockTask("Ask manager") TaskMock manager,
                @MockTask("Pay out") TaskMock payOut) {
            manager.returns("{'by': 'Ada'}").after(ofHours(3));
            payOut.succeeds();

            Execution execution = approval.start("{'expenseId': 'e-7', 'amount': 120}");

            assertThat(execution).hasSucceeded().endedAt(Instant.parse("2026-03-29T03:30:00Z"));
        }
    }
    // #endregion

    // #region shuffle
    @Nested
    @StepFunctionTest("statemachines/order-saga.asl.json")
    class InAnyOrder {

        @ShuffleSchedule(times = 50)
        void whichever_fails_first_the_card_is_refunded_once(StateMachine saga, TaskMocks tasks) {
            tasks.mock("Reserve stock").returns("{'reservationId': 'res-1'}");
            tasks.mock("Charge card").returns("{'receipt': 'r-1'}");
            tasks.mock("Book courier").fails("NoCourier").always().after(ofSeconds(5));
            tasks.mock("Write invoice").fails("OutOfPaper").always().after(ofSeconds(5));
            tasks.mock("refund-card").succeeds();
            tasks.mock("release-stock").succeeds();

            Execution execution = saga.start("{'orderId': 'o-42', 'total': 99.5}");

            assertThat(execution).hasFailed().hasVisitedTimes("Refund card", 1);
        }
    }
    // #endregion
}
