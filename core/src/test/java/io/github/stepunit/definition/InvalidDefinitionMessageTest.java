package io.github.stepunit.definition;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** The message that a user sees, as whole text. */
class InvalidDefinitionMessageTest {

    @Test
    void a_mistyped_target_is_shown_with_its_place_and_the_probable_name() {
        assertMessage(
                """
                {
                  "StartAt": "Route",
                  "States": {
                    "Route": {
                      "Type": "Pass",
                      "Next": "Chek"
                    },
                    "Check": {
                      "Type": "Succeed",
                      "Outputpath": "$.a"
                    }
                  }
                }
                """,
                """
                orders.asl.json has 3 problems:

                ERROR MISSING_TRANSITION_TARGET: Missing 'Next' target: Chek at /States/Route/Next
                  orders.asl.json:6:15
                     6 |       "Next": "Chek"
                       |               ^
                  Did you mean "Check"?

                ERROR MISSING_TRANSITION_TARGET: State "Check" is not reachable. at /States/Check
                  orders.asl.json:8:5
                     8 |     "Check": {
                       |     ^
                  Let a transition lead to it, or remove it.

                ERROR SCHEMA_VALIDATION_FAILED: Field 'Outputpath' is not supported at /States/Check
                  orders.asl.json:10:21
                    10 |       "Outputpath": "$.a"
                       |                     ^
                  Did you mean "OutputPath"?""");
    }

    private static void assertMessage(String definition, String message) {
        assertThatExceptionOfType(InvalidDefinitionException.class)
                .isThrownBy(
                        () -> StateMachineDefinition.parse("orders.asl.json", definition, StateMachineType.STANDARD))
                .withMessage(message);
    }
}
