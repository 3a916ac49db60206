package io.github.stepunit.samples;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** A manager approves by mail, rejects by mail, or is on holiday. */
@StepFunctionTest("statemachines/expense-approval.asl.json")
class ExpenseApprovalTest {

    private static final String EXPENSE = "{'expenseId': 'e-7', 'amount': 120}";

    @MockTask("Ask manager")
    TaskMock manager;

    @MockTask("Ask head of department")
    TaskMock head;

    @BeforeEach
    void paying_and_mailing_work(
            @MockTask("dynamodb:updateItem") TaskMock payOut, @MockTask("sqs:sendMessage") TaskMock mail) {
        payOut.returns("{}").always();
        mail.returns("{'MessageId': 'm-1'}").always();
    }

    @Nested
    class Scripted {

        // #region scripted
        @Test
        void approved_after_three_hours(StateMachine approval) {
            manager.returns("{'by': 'Ada'}").after(ofHours(3));

            Execution execution = approval.start(EXPENSE);

            assertThat(execution)
                    .hasSucceeded()
                    .hasPath("Ask manager", "Pay out")
                    .hasOutputAt("$.approval.by", "Ada")
                    .took(ofHours(3));
        }

        @Test
        void rejected(StateMachine approval) {
            manager.fails("Rejected", "Too expensive").after(ofHours(1));

            Execution execution = approval.start(EXPENSE);

            assertThat(execution)
                    .hasFailedWith("Rejected", "Expense e-7 was not approved")
                    .hasNeverVisited("Pay out");
        }

        @Test
        void nobody_opens_the_mail_for_a_day_so_the_head_of_department_decides(StateMachine approval) {
            manager.neverAnswers();
            head.returns("{'by': 'Grace'}").after(ofHours(2));

            Execution execution = approval.start(EXPENSE);

            assertThat(execution)
                    .hasSucceeded()
                    .hasPath("Ask manager", "Ask head of department", "Pay out")
                    .took(ofHours(24 + 2));
            assertThat(execution).state("Ask manager").hasTimedOut().wasCaughtBy(1);
        }
        // #endregion

        @Test
        void the_mail_is_opened_every_day_but_nobody_decides(StateMachine approval) {
            manager.neverAnswers().withHeartbeats(ofHours(20), ofHours(40), ofHours(60));

            Execution execution = approval.start(EXPENSE);

            assertThat(execution)
                    .hasFailedWith("States.Timeout")
                    .hasPath("Ask manager", "Tell employee", "Not approved")
                    .took(ofDays(3));
        }

        @Test
        void nobody_answers_at_all(StateMachine approval) {
            manager.neverAnswers();
            head.neverAnswers();

            Execution execution = approval.start(EXPENSE);

            assertThat(execution).hasFailedWith("States.Timeout").took(ofDays(1 + 7));
        }
    }

    @Nested
    class SteeredByHand {

        @BeforeEach
        void the_test_answers() {
            manager.answersByHand();
        }

        // #region by-hand
        @Test
        void the_link_in_the_mail_approves(StateMachine approval) {
            Execution execution = approval.startPaused(EXPENSE);

            String token = execution.runUntilTaskToken("Ask manager");
            assertThat(execution).isRunning();

            execution
                    .advance(ofHours(3))
                    .sendTaskSuccess(token, "{'by': 'Ada'}")
                    .runToEnd();

            assertThat(execution)
                    .hasSucceeded()
                    .hasOutputAt("$.approval.by", "Ada")
                    .took(ofHours(3));
        }
        // #endregion

        // #region steered
        @Test
        void the_second_link_rejects(StateMachine approval) {
            Execution execution = approval.startPaused(EXPENSE);

            String token = execution.runUntilTaskToken("Ask manager");
            execution.sendTaskFailure(token, "Rejected", "Too expensive").runToEnd();

            assertThat(execution).hasFailedWith("Rejected");
        }

        @Test
        void opening_the_mail_gives_the_manager_another_day(StateMachine approval) {
            Execution execution = approval.startPaused(EXPENSE);
            String token = execution.runUntilTaskToken("Ask manager");

            execution.advance(ofHours(23)).sendTaskHeartbeat(token).advance(ofHours(23));
            assertThat(execution).isRunning().hasNeverVisited("Ask head of department");

            execution.sendTaskSuccess(token, "{'by': 'Ada'}").runToEnd();
            assertThat(execution).hasSucceeded();
        }
        // #endregion

        @Test
        void the_mail_holds_the_expense_and_the_token(StateMachine approval) {
            Execution execution = approval.startPaused(EXPENSE);
            String token = execution.runUntilTaskToken("Ask manager");

            assertThat(execution)
                    .state("Ask manager")
                    .hasTaskInputAt("$.Subject", "Expense e-7 of 120 EUR")
                    .hasTaskInputAt("$.Message.taskToken", token);
        }

        @Test
        void the_employee_withdraws_the_expense(StateMachine approval) {
            Execution execution = approval.startPaused(EXPENSE);
            execution.runUntilTaskToken("Ask manager");

            execution.stop("Withdrawn", "by the employee");

            assertThat(execution).wasAborted();
        }
    }
}
