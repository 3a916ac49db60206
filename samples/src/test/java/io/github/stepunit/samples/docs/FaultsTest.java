package io.github.stepunit.samples.docs;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofHours;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.fault.FaultKind;
import io.github.stepunit.fault.FaultSweepReport;
import io.github.stepunit.junit5.FaultSweep;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMock;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What docs/failures.md quotes. */
class FaultsTest {

    @Nested
    // #region start
    @StepFunctionTest("statemachines/order.asl.json")
    class OrderFaultsTest {

        @BeforeEach
        void everything_works(
                @MockTask("Charge card") TaskMock charge,
                @MockTask("Ship") TaskMock ship,
                @MockTask("Tell customer") TaskMock mail) {
            charge.returns("{'receipt': 'r-1'}");
            ship.succeeds();
            mail.succeeds();
        }

        @FaultSweep(input = "{'orderId': 42}")
        void ends_as_its_definition_promises(Execution execution) {}
    }
    // #endregion

    @Nested
    @StepFunctionTest("statemachines/expense-approval.asl.json")
    class ApprovalFaultsTest {

        @BeforeEach
        void everything_works(
                @MockTask("Ask manager") TaskMock manager,
                @MockTask("Ask head of department") TaskMock head,
                @MockTask("Pay out") TaskMock pay,
                @MockTask("Tell employee") TaskMock mail) {
            manager.answersByHand();
            head.returns("{'by': 'Grace'}");
            pay.succeeds();
            mail.succeeds();
        }

        // #region scenario
        Execution approved_by_link(StateMachine approval) {
            Execution execution = approval.startPaused("{'expenseId': 'e-7', 'amount': 120}");
            String token = execution.runUntilTaskToken("Ask manager");
            return execution
                    .advance(ofHours(3))
                    .sendTaskSuccess(token, "{'by': 'Ada'}")
                    .runToEnd();
        }

        @FaultSweep(
                scenario = "approved_by_link",
                without = {FaultKind.ACCESS_DENIED, FaultKind.UNREACHABLE})
        void nothing_is_paid_without_approval(Execution execution) {
            if (execution.history().visits().stream()
                    .noneMatch(visit -> visit.name().equals("Ask manager"))) {
                assertThat(execution).hasNeverVisited("Pay out");
            }
        }
        // #endregion
    }

    @Test
    void a_sweep_without_junit() {
        // #region plain
        StateMachine orders = StateMachine.load(Path.of("statemachines/order.asl.json"));

        FaultSweepReport report = io.github.stepunit.fault.FaultSweep.of(orders, (machine, tasks) -> {
                    tasks.mock("Charge card").returns("{'receipt': 'r-1'}");
                    tasks.mock("Ship").succeeds();
                    tasks.mock("Tell customer").succeeds();
                    machine.start("{'orderId': 42}");
                })
                .withoutKinds(FaultKind.ANSWER_LOST)
                .atMost(200)
                .run();

        report.verify();
        // #endregion
        Assertions.assertThat(report.results()).hasSizeGreaterThan(15);
    }
}
