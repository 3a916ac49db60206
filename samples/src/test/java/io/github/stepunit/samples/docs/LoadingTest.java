package io.github.stepunit.samples.docs;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.loader.DefinitionFile;
import io.github.stepunit.loader.LoadedDefinition;
import io.github.stepunit.task.TaskMock;
import io.github.stepunit.task.TaskMocks;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** The snippets of docs/loading.md. */
class LoadingTest {

    // #region annotation
    @StepFunctionTest(value = "templates/template.yaml", machine = "OrderWorkflow", parameters = "Stage=prod")
    void a_slow_payment_is_given_up(StateMachine orders, @MockTask("PaymentFunction") TaskMock payment) {
        payment.returns("{}").after(ofSeconds(31));

        assertThat(orders.start()).hasFailed().hasPath("Charge card", "Give up");
    }
    // #endregion

    @Test
    void file() {
        // #region file
        LoadedDefinition loaded = DefinitionFile.of(Path.of("templates/template.yaml"))
                .withParameter("Stage", "prod")
                .withSubstitution("PaymentTimeout", "60")
                .load("OrderWorkflow");
        StateMachine orders = StateMachine.of(loaded);
        // #endregion

        TaskMocks tasks = TaskMocks.of(orders.definition());
        tasks.mock("PaymentFunction").returns("{}").after(ofSeconds(59));
        assertThat(orders.withTasks(tasks).start()).hasSucceeded();

        StateMachine refunds = StateMachine.load(Path.of("templates/template.yaml"), "RefundWorkflow");
        Assertions.assertThat(refunds.type()).isEqualTo(StateMachineType.EXPRESS);
    }

    // #region cdk
    @StepFunctionTest(value = "templates/cdk.out", machine = "ShopStack/Orders")
    void the_output_of_the_CDK(StateMachine orders, @MockTask("ChargeFunction2DD5A2B8") TaskMock charge) {
        charge.returns("{'receipt': 'r-1'}");

        assertThat(orders.start()).hasOutputAt("$.receipt", "r-1");
    }
    // #endregion

    // #region terraform
    @StepFunctionTest("templates/plan.json")
    void a_plan_of_Terraform(StateMachine orders, @MockTask("charge") TaskMock charge) {
        charge.returns("{'receipt': 'r-1'}");

        assertThat(orders.start()).hasOutputAt("$.receipt", "r-1");
    }
    // #endregion
}
