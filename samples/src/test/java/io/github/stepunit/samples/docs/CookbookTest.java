package io.github.stepunit.samples.docs;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.github.stepunit.task.TaskFailure.httpStatus;
import static java.time.Duration.ofSeconds;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMock;

/** What docs/cookbook.md quotes and no other test says. */
class CookbookTest {

    // #region http
    @StepFunctionTest("statemachines/exchange-rate.asl.json")
    void a_busy_endpoint_is_asked_again(StateMachine rates, @MockTask("Ask bank") TaskMock bank) {
        bank.fails(httpStatus(503)).times(2).thenReturns("{'rate': 1.08}");

        Execution execution = rates.start("{'currency': 'USD'}");

        assertThat(execution).hasSucceeded().hasOutputAt("$.rate", 1.08).took(ofSeconds(5 + 10));
        assertThat(execution).state("Ask bank").hasTaskInputAt("$.QueryParameters.currency", "USD");
    }
    // #endregion

    @StepFunctionTest("statemachines/order.asl.json")
    void the_mail_names_the_order(
            StateMachine orders, @MockTask("Charge card") TaskMock charge, @MockTask("Tell customer") TaskMock mail) {
        charge.fails("CardDeclined", "Insufficient funds");
        mail.succeeds();

        // #region sent
        Execution execution = orders.start("{'orderId': 42}");

        assertThat(execution).state("Tell customer").hasTaskInputAt("$.Message", "Order 42: your card was declined.");
        // #endregion
    }
}
