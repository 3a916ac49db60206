package io.github.stepunit.samples.docs;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.github.stepunit.definition.StateMachineType.EXPRESS;
import static io.github.stepunit.definition.StateMachineType.STANDARD;
import static io.github.stepunit.validation.WarningCode.CHOICE_WITHOUT_DEFAULT;
import static io.github.stepunit.validation.WarningCode.NO_DOLLAR;
import static io.github.stepunit.validation.WarningCode.TASK_WITHOUT_TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.Diagnostic;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.junit5.Validation;
import io.github.stepunit.junit5.Validation.Warnings;
import io.github.stepunit.validation.ValidationResult;
import io.github.stepunit.validation.Validator;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The snippets of docs/diagnostics.md. */
class ValidationTest {

    // #region annotation
    @Nested
    @StepFunctionTest(
            value = "statemachines/order.asl.json",
            validation = @Validation(warnings = Warnings.FAIL, without = CHOICE_WITHOUT_DEFAULT))
    class OrderTest {
        // #endregion

        @Test
        void has_no_warnings(StateMachine orders) {
            assertThat(orders.validate().warnings()).isEmpty();
        }
    }

    // #region assertion
    @Test
    void the_order_machine_is_fine() {
        assertThat(StateMachine.validate(Path.of("statemachines/order.asl.json"), STANDARD))
                .isValid()
                .hasNoWarnings();
    }

    @Test
    void a_doubtful_machine_is_not() {
        assertThat(StateMachine.of(Doubtful.DEFINITION))
                .hasDiagnosticAt(NO_DOLLAR, "/States/Remember/Parameters/order")
                .hasDiagnostic(CHOICE_WITHOUT_DEFAULT);
    }
    // #endregion

    // #region api
    @Test
    void an_express_machine_must_not_wait_for_an_hour() {
        ValidationResult result = Validator.standard()
                .with(TASK_WITHOUT_TIMEOUT)
                .without(CHOICE_WITHOUT_DEFAULT)
                .validate(
                        "nap.asl.json",
                        """
                        {"StartAt": "Nap", "States": {"Nap": {"Type": "Wait", "Seconds": 3600, "End": true}}}
                        """,
                        EXPRESS);

        assertThat(result.status()).isEqualTo(ValidationResult.Status.OK);
        assertThat(result.warnings()).extracting(Diagnostic::code).containsExactly("WAIT_OUTLASTS_TIMEOUT");
    }
    // #endregion
}
