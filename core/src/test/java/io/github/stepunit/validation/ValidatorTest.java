package io.github.stepunit.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.Diagnostic;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.validation.ValidationResult.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidatorTest {

    private static final String ORDERS =
            """
            {
              "StartAt": "Route",
              "States": {
                "Route": {
                  "Type": "Choice",
                  "Choices": [{"Variable": "$.kind", "StringEquals": "book", "Next": "Ship"}]
                },
                "Ship": {
                  "Type": "Pass",
                  "Parameters": {"id": "$.id"},
                  "End": true
                }
              }
            }
            """;

    private static ValidationResult validate(Validator validator, String text) {
        return validator.validate("orders.asl.json", text, StateMachineType.STANDARD);
    }

    private static List<String> codes(Validator validator, String text) {
        return validate(validator, text).warnings().stream()
                .map(Diagnostic::code)
                .toList();
    }

    @Test
    void a_warning_shows_place_line_and_remedy() {
        ValidationResult result = validate(Validator.standard(), ORDERS);
        assertThat(result.status()).isEqualTo(Status.OK);
        assertThat(result.report())
                .isEqualTo(
                        """
                        orders.asl.json has 2 warnings:

                        WARNING CHOICE_WITHOUT_DEFAULT: Choice without Default: when no rule matches, the execution fails with States.Runtime, which nothing catches. at /States/Route
                          orders.asl.json:4:5
                             4 |     "Route": {
                               |     ^
                          Add a "Default", for instance to a Fail state that says what was not expected.

                        WARNING NO_DOLLAR: No .$ on a field that appears to be a JSONPath or Intrinsic Function: "id" is the text "$.id" itself. at /States/Ship/Parameters/id
                          orders.asl.json:10:28
                            10 |       "Parameters": {"id": "$.id"},
                               |                            ^
                          Write "id.$".""");
    }

    @Test
    void what_AWS_refuses_is_an_error() {
        ValidationResult result =
                validate(Validator.standard(), ORDERS.replace("\"Next\": \"Ship\"", "\"Next\": \"Shop\""));
        assertThat(result.status()).isEqualTo(Status.FAIL);
        assertThat(result.errors())
                .extracting(Diagnostic::toAwsText)
                .containsExactly(
                        "MISSING_TRANSITION_TARGET: Missing 'Next' target: Shop at /States/Route/Choices[0]/Next",
                        "MISSING_TRANSITION_TARGET: State \"Ship\" is not reachable. at /States/Ship");
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void codes_can_be_switched_off_for_a_machine_or_a_state() {
        assertThat(codes(Validator.standard().without(WarningCode.NO_DOLLAR), ORDERS))
                .containsExactly("CHOICE_WITHOUT_DEFAULT");
        assertThat(codes(
                        Validator.standard()
                                .withoutAt("Ship", WarningCode.NO_DOLLAR)
                                .withoutAt("Ship", WarningCode.CHOICE_WITHOUT_DEFAULT),
                        ORDERS))
                .containsExactly("CHOICE_WITHOUT_DEFAULT");
        assertThat(codes(Validator.errorsOnly(), ORDERS)).isEmpty();
        assertThat(codes(Validator.errorsOnly().with(WarningCode.NO_DOLLAR), ORDERS))
                .containsExactly("NO_DOLLAR");
    }

    @Test
    void a_comment_switches_codes_off() {
        String ofMachine = ORDERS.replace(
                "\"StartAt\": \"Route\"",
                "\"Comment\": \"Orders. stepunit:off NO_DOLLAR, CHOICE_WITHOUT_DEFAULT\", \"StartAt\": \"Route\"");
        assertThat(codes(Validator.standard(), ofMachine)).isEmpty();
        String ofState =
                ORDERS.replace("\"Type\": \"Pass\"", "\"Comment\": \"stepunit:off NO_DOLLAR\", \"Type\": \"Pass\"");
        assertThat(codes(Validator.standard(), ofState)).containsExactly("CHOICE_WITHOUT_DEFAULT");
    }

    @Test
    void what_the_loader_had_to_guess_is_a_warning_too(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("pay.asl.json");
        Files.writeString(
                file,
                """
                {"StartAt": "Pay", "States": {"Pay": {"Type": "Task", "Resource": "${Function}", "End": true}}}
                """);
        StateMachine machine = StateMachine.load(file);
        assertThat(machine.validate().warnings()).extracting(Diagnostic::code).containsExactly("PLACEHOLDER_LEFT");
        assertThat(machine.validate(Validator.standard().without(WarningCode.PLACEHOLDER_LEFT))
                        .warnings())
                .isEmpty();
    }

    @Test
    void a_definition_without_problems_says_so() {
        ValidationResult result =
                validate(Validator.standard(), "{\"StartAt\": \"S\", \"States\": {\"S\": {\"Type\": \"Succeed\"}}}");
        assertThat(result.report()).isEmpty();
        assertThat(result).hasToString("orders.asl.json has no problems.");
    }
}
