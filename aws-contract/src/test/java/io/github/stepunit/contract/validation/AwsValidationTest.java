package io.github.stepunit.contract.validation;

import static io.github.stepunit.contract.assertj.ContractAssertions.assertThat;
import static io.github.stepunit.contract.internal.AwsServer.error;
import static io.github.stepunit.contract.internal.AwsServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.AwsCallException;
import io.github.stepunit.contract.internal.AwsServer;
import io.github.stepunit.contract.internal.Versions;
import io.github.stepunit.definition.Diagnostic;
import io.github.stepunit.definition.Severity;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.validation.ValidationResult.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwsValidationTest {

    private static final AwsServer AWS = new AwsServer();
    private static final String ACTION = "ValidateStateMachineDefinition";
    private static final String VALID =
            """
            StartAt: A/B
            States:
              A/B:
                Type: Pass
                Result: $.orderId
                End: true
            """;
    private static final String DANGLING = VALID.replace("End: true", "Next: C");
    private static final String MISSING_TARGET =
            """
            {"severity": "ERROR", "code": "MISSING_TRANSITION_TARGET", "message": "Missing 'Next' target: C",
             "location": "/States/A/B/Next"}""";
    private static final String STATIC_RESULT =
            """
            {"severity": "WARNING", "code": "PASS_RESULT_IS_STATIC", "location": "/States/A/B/Result",
             "message": "The 'Result' field in a Pass state is a static value"}""";

    private final Path folder;
    private final AwsValidation validation = AwsValidation.with(AWS.client());

    AwsValidationTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void forget() {
        AWS.reset();
    }

    @AfterAll
    static void stop() {
        AWS.close();
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(folder.resolve("orders.asl.yaml"), yaml);
    }

    private static String answer(String result, boolean truncated, String... diagnostics) {
        return "{\"result\": \"" + result + "\", \"truncated\": " + truncated + ", \"diagnostics\": ["
                + String.join(", ", diagnostics) + "]}";
    }

    private static String sent(int index) {
        return AWS.requests(ACTION).get(index).getBodyAsString();
    }

    @Test
    void diagnostics_of_aws_have_their_places_in_the_file_that_is_edited() throws IOException {
        AWS.answers(ACTION, answer("FAIL", false, MISSING_TARGET, STATIC_RESULT));

        AwsValidationResult result = validation.validate(file(DANGLING));

        assertThat(result.status()).isEqualTo(Status.FAIL);
        assertThat(result.isTruncated()).isFalse();
        Diagnostic dangling = result.diagnostics().get(0);
        assertThat(dangling.severity()).isEqualTo(Severity.ERROR);
        assertThat(dangling.toAwsText())
                .isEqualTo("MISSING_TRANSITION_TARGET: Missing 'Next' target: C at /States/A/B/Next");
        assertThat(dangling.pointer()).hasToString("/States/A~1B/Next");
        assertThat(dangling.location()).hasToString(folder.resolve("orders.asl.yaml") + ":6:11");
        assertThat(result.validation().warnings())
                .extracting(Diagnostic::code)
                .containsExactly("PASS_RESULT_IS_STATIC");
    }

    @Test
    void sends_the_definition_as_json_with_its_type_and_nothing_else() throws IOException {
        AWS.answers(ACTION, answer("OK", false));

        validation.validate(AwsValidation.definition("{\"StartAt\": 1}", StateMachineType.EXPRESS));
        validation.validate(StateMachine.load(file(VALID)));

        assertThat(sent(0))
                .isEqualTo("{\"definition\":\"{\\\"StartAt\\\": 1}\",\"type\":\"EXPRESS\",\"severity\":\"WARNING\","
                        + "\"maxResults\":100}");
        assertThat(JsonText.parse(JsonText.parse(sent(1)).path("definition").textValue()))
                .isEqualTo(JsonText.parseLenient("{'StartAt': 'A/B', 'States': {'A/B': {'Type': 'Pass', 'Result':"
                        + " '$.orderId', 'End': true}}}"));
    }

    @Test
    void asks_for_the_errors_alone_when_warnings_may_have_taken_their_place() throws IOException {
        AWS.answersInTurn(ACTION, ok(answer("FAIL", true, STATIC_RESULT)), ok(answer("FAIL", false, MISSING_TARGET)));

        AwsValidationResult result = validation.validate(file(DANGLING));

        assertThat(result.isTruncated()).isTrue();
        assertThat(result.diagnostics()).extracting(Diagnostic::code).containsExactly("MISSING_TRANSITION_TARGET");
        assertThat(JsonText.parse(sent(0)).path("severity").textValue()).isEqualTo("WARNING");
        assertThat(JsonText.parse(sent(1)).path("severity").textValue()).isEqualTo("ERROR");
    }

    @ParameterizedTest
    @CsvSource({
        "/, ''",
        "/StartAt, /StartAt",
        "/States/A/B, /States/A~1B",
        "/States/A/B/Choices[2]/Next, /States/A~1B/Choices/2/Next",
        "/States/Gone/Next, /States/Gone/Next",
        "/States/Gone/Choices[1], /States/Gone/Choices/1",
        "//, '/~1'",
    })
    void locations_become_pointers(String location, String pointer) {
        assertThat(new AwsLocations("{\"States\": {\"A/B\": {}, \"A\": {}}}").pointer(location))
                .hasToString(pointer);
    }

    @Test
    void a_place_in_text_that_is_no_json_is_no_pointer() {
        assertThat(new AwsLocations("{").pointer("[Source: (String)\"{\"; line: 1, column: 2]"))
                .isNull();
    }

    @Test
    void what_aws_refuses_fails_the_assertion() throws IOException {
        AWS.answers(ACTION, answer("FAIL", false, MISSING_TARGET));
        Path file = file(DANGLING);

        assertThatThrownBy(() -> assertThat(validation.validate(file)).isValid())
                .hasMessage(
                        """

                        Expecting
                          FILE
                        to be accepted by AWS but:
                        AWS refuses FILE
                        FILE has 1 problem:

                        ERROR MISSING_TRANSITION_TARGET: Missing 'Next' target: C at /States/A/B/Next
                          FILE:6:11
                             6 |     Next: C
                               |           ^"""
                                .replace("FILE", file.toString()));
    }

    @Test
    void warnings_of_aws_can_fail_it_too() throws IOException {
        AWS.answers(ACTION, answer("OK", false, STATIC_RESULT));
        AwsValidationResult result = validation.validate(file(VALID));

        assertThat(result).isValid();
        assertThatThrownBy(() -> assertThat(result).isValidWithoutWarnings())
                .hasMessageContaining("to be accepted by AWS without a warning but:\nAWS accepts ")
                .hasMessageContaining("WARNING PASS_RESULT_IS_STATIC");
    }

    @Test
    void what_only_one_refuses_is_a_bug_report() throws IOException {
        AWS.answers(
                ACTION,
                answer(
                        "FAIL",
                        false,
                        "{\"severity\": \"ERROR\", \"code\": \"SOMETHING_NEW\", \"message\": \"Not known here\"}"));
        ValidatorComparison comparison = validation.compare(file(VALID.replace("    Result: $.orderId\n", "")));

        assertThatThrownBy(() -> assertThat(comparison).hasSameVerdict())
                .hasMessage(
                        """

                        Expecting AWS and StepUnit to have the same verdict of
                          %s
                        This is a bug of StepUnit. Please report it:

                        ### StepUnit accepts a definition that AWS refuses

                        | | verdict | diagnostics |
                        |---|---|---|
                        | AWS | FAIL | 1 |
                        | StepUnit | OK | 0 |

                        Only AWS says:

                        - `ERROR SOMETHING_NEW: Not known here`

                        State machine type: STANDARD; %s

                        Definition:

                        ~~~json
                        {
                          "StartAt": "A/B",
                          "States": {
                            "A/B": {
                              "Type": "Pass",
                              "End": true
                            }
                          }
                        }
                        ~~~
                        """
                                .formatted(folder.resolve("orders.asl.yaml"), Versions.describe()));
    }

    @Test
    void of_a_long_definition_a_bug_report_shows_the_states_it_is_about() {
        AWS.answers(ACTION, answer("OK", false));
        String asl = "{\"Comment\": \"" + "x".repeat(4000) + "\", \"StartAt\": \"A\", \"States\": {\"A\": {\"Type\":"
                + " \"Pass\", \"Next\": \"B\"}, \"B\": {\"Type\": \"Succeed\", \"Next\": \"A\"}}}";

        String report = validation
                .compare(AwsValidation.definition(asl, StateMachineType.STANDARD))
                .bugReport();

        assertThat(report)
                .startsWith("### StepUnit refuses a definition that AWS accepts\n")
                .contains("Only StepUnit says:\n\n- `ERROR SCHEMA_VALIDATION_FAILED: Field 'Next' is not supported at"
                        + " /States/B`\n")
                .endsWith(
                        """

                        The states that this is about (the definition has 4118 characters):

                        `/States/B`

                        ~~~json
                        {
                          "Type": "Succeed",
                          "Next": "A"
                        }
                        ~~~
                        """)
                .doesNotContain("\"A\": {");
    }

    @Test
    void both_say_the_same() throws IOException {
        AWS.answers(ACTION, answer("FAIL", false, MISSING_TARGET));

        ValidatorComparison comparison = validation.compare(file(DANGLING));

        assertThat(comparison.bugReport()).isNotEmpty();
        assertThat(comparison.isSameVerdict()).isTrue();
        assertThat(comparison.both()).extracting(Diagnostic::code).contains("MISSING_TRANSITION_TARGET");
    }

    @Test
    void of_a_list_that_aws_has_cut_nobody_knows_what_is_missing() throws IOException {
        AWS.answers(ACTION, answer("FAIL", true));

        assertThat(validation.compare(file(DANGLING)).onlyStepUnit()).isEmpty();
    }

    @Test
    void says_why_aws_did_not_answer() {
        AWS.stub(AwsServer.action(ACTION).willReturn(error(400, "AccessDeniedException", "not authorized")));

        assertThatThrownBy(() -> validation.validate(AwsValidation.definition("{}", StateMachineType.STANDARD)))
                .isInstanceOf(AwsCallException.class)
                .hasMessage(
                        "AWS gave no answer to ValidateStateMachineDefinition: AccessDeniedException: not authorized"
                                + " (HTTP 400, request id 11111111-2222-3333-4444-555555555555).\n  do      allow"
                                + " states:ValidateStateMachineDefinition; docs/contract.md has the policy.");
    }

    @Test
    void an_answer_without_a_verdict_is_none() {
        AWS.answers(ACTION, "{\"diagnostics\": []}");

        assertThatThrownBy(() -> validation.validate(AwsValidation.definition("{}", StateMachineType.STANDARD)))
                .isInstanceOf(AwsCallException.class)
                .hasMessageContaining("the answer has neither OK nor FAIL as its \"result\"");
    }

    @Test
    void throttling_is_retried_by_the_sdk() {
        AWS.answersInTurn(ACTION, error(400, "ThrottlingException", "Rate exceeded"), ok(answer("OK", false)));

        assertThat(validation.validate(AwsValidation.definition("{}", StateMachineType.STANDARD)))
                .isValid();
        assertThat(AWS.requests(ACTION)).hasSize(2);
    }

    @Test
    void waits_no_longer_than_told() {
        try (AwsServer slow = new AwsServer(Duration.ofMillis(200))) {
            slow.stub(
                    AwsServer.action(ACTION).willReturn(ok(answer("OK", false)).withFixedDelay(3_000)));

            assertThatThrownBy(() -> AwsValidation.with(slow.client())
                            .validate(AwsValidation.definition("{}", StateMachineType.STANDARD)))
                    .isInstanceOf(AwsCallException.class)
                    .hasMessageContaining("no answer in time");
        }
    }
}
