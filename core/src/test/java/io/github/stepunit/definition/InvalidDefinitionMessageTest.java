package io.github.stepunit.definition;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

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

    @Test
    void one_problem_is_shown_alone() {
        assertMessage(
                """
                {
                  "StartAt": "Wait",
                  "States": {
                    "Wait": {
                      "Type": "Wait",
                      "Seconds": -1,
                      "End": true
                    }
                  }
                }
                """,
                """
                orders.asl.json has 1 problem:

                ERROR SCHEMA_VALIDATION_FAILED: Minimum value is 0 at /States/Wait/Seconds
                  orders.asl.json:6:18
                     6 |       "Seconds": -1,
                       |                  ^""");
    }

    @Test
    void a_state_that_leads_nowhere_is_told_what_to_add() {
        assertMessage(
                """
                {"StartAt": "A", "States": {
                \t"A": {"Type": "pass"},
                \t"B": {"Type": "Task", "Resource": "the function"}}}
                """,
                """
                orders.asl.json has 4 problems:

                ERROR SCHEMA_VALIDATION_FAILED: The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map] at /States/A/Type
                  orders.asl.json:2:16
                     2 |  "A": {"Type": "pass"},
                       |                ^
                  Did you mean "Pass"?

                ERROR SCHEMA_VALIDATION_FAILED: This object should have only one of the following fields: [Next, End] at /States/B
                  orders.asl.json:3:2
                     3 |  "B": {"Type": "Task", "Resource": "the function"}}}
                       |  ^
                  Add "Next" or "End": true.

                ERROR MISSING_TRANSITION_TARGET: State "B" is not reachable. at /States/B
                  orders.asl.json:3:2
                     3 |  "B": {"Type": "Task", "Resource": "the function"}}}
                       |  ^
                  Let a transition lead to it, or remove it.

                ERROR SCHEMA_VALIDATION_FAILED: Value is not a valid resource ARN at /States/B/Resource
                  orders.asl.json:3:36
                     3 |  "B": {"Type": "Task", "Resource": "the function"}}}
                       |                                    ^
                  A Resource is an ARN, such as arn:aws:states:::lambda:invoke.""");
    }

    @Test
    void a_duplicate_field_names_both_places() {
        assertMessage(
                """
                {"StartAt": "A",
                 "StartAt": "B",
                 "States": {"B": {"Type": "Succeed"}}}
                """,
                """
                orders.asl.json has 1 problem:

                ERROR INVALID_JSON_DESCRIPTION: Duplicate field 'StartAt' at /StartAt
                  orders.asl.json:2:2
                     2 |  "StartAt": "B",
                       |  ^
                  It stands at orders.asl.json:1:13 already.""");
    }

    @Test
    void comments_are_explained() {
        assertMessage(
                """
                {
                  // the first state
                  "StartAt": "A"
                }
                """,
                """
                orders.asl.json has 1 problem:

                ERROR INVALID_JSON_DESCRIPTION: Unexpected character ('/' (code 47)): maybe a (non-standard) comment? (not recognized as one since Feature 'ALLOW_COMMENTS' not enabled for parser)
                  orders.asl.json:2:3
                     2 |   // the first state
                       |   ^
                  JSON has no comments and no trailing commas, and AWS refuses them.""");
    }

    @Test
    void a_definition_in_YAML_is_recognised() {
        assertMessage(
                """
                StartAt: A
                States:
                  A:
                    Type: Succeed
                """,
                """
                orders.asl.json has 1 problem:

                ERROR INVALID_JSON_DESCRIPTION: Unrecognized token 'StartAt': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')
                  orders.asl.json:1:8
                     1 | StartAt: A
                       |        ^
                  This looks like a definition in YAML. Load it as a file: StateMachine.load(Path.of("…")).""");
    }

    @Test
    void a_template_is_recognised() {
        assertMessage(
                """
                {"AWSTemplateFormatVersion": "2010-09-09",
                 "Resources": {}}
                """,
                """
                orders.asl.json has 1 problem:

                ERROR SCHEMA_VALIDATION_FAILED: These fields are required: [States, StartAt] at /
                  orders.asl.json:1:1
                     1 | {"AWSTemplateFormatVersion": "2010-09-09",
                       | ^
                  This looks like a CloudFormation or SAM template. Load it as a file: StateMachine.load(Path.of("…"), "name of the machine").""");
    }

    @Test
    void an_empty_text_is_called_so() {
        assertMessage(
                " ",
                """
                orders.asl.json has 1 problem:

                ERROR SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object
                  The text is empty.""");
    }

    @Test
    void of_a_long_line_only_the_part_around_the_problem_is_shown() {
        String filler = "x".repeat(200);
        assertMessage(
                "{\"Comment\":\"" + filler
                        + "\",\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Pass\",\"Comment\":1,\"End\":true}},"
                        + "\"TimeoutSeconds\":1}" + " ".repeat(50),
                """
                orders.asl.json has 1 problem:

                ERROR SCHEMA_VALIDATION_FAILED: Expected value of type [STRING] at /States/A/Comment
                  orders.asl.json:1:268
                     1 | …xxxxx","StartAt":"A","States":{"A":{"Type":"Pass","Comment":1,"End":true}},"TimeoutSeconds":1}                          …
                       |                                                              ^""");
    }

    @Test
    void a_great_many_problems_are_cut() {
        StringBuilder definition = new StringBuilder("{\"StartAt\": \"S\", \"States\": {\"S\": {\"Type\": \"Succeed\"");
        for (int i = 0; i < 60; i++) {
            definition.append(",\n\"Field").append(i).append("\": 1");
        }
        assertThatExceptionOfType(InvalidDefinitionException.class)
                .isThrownBy(() -> StateMachineDefinition.parse(
                        "orders.asl.json", definition.append("}}}").toString(), StateMachineType.STANDARD))
                .withMessageStartingWith("orders.asl.json has 60 problems:")
                .withMessageEndingWith("… and 10 more.")
                .satisfies(e -> assertThat(e.diagnostics()).hasSize(60));
    }

    /** Each suggestion looks at every name: for all of them it would take minutes. */
    @Test
    void many_thousand_mistyped_targets_on_one_line_are_told_at_once() {
        StringBuilder definition = new StringBuilder("{\"StartAt\": \"State 0\", \"States\": {");
        for (int i = 0; i < 15_000; i++) {
            definition
                    .append(i == 0 ? "" : ", ")
                    .append("\"State ")
                    .append(i)
                    .append("\": {\"Type\": \"Pass\", \"Next\": \"Stale ")
                    .append(i)
                    .append("\"}");
        }
        String text = definition.append("}}").toString();
        assertThatExceptionOfType(InvalidDefinitionException.class)
                .isThrownBy(() -> assertTimeout(
                        ofSeconds(10), () -> StateMachineDefinition.parse("x", text, StateMachineType.STANDARD)))
                .withMessageContaining("Did you mean \"State 0\"?")
                .satisfies(e -> assertThat(e.diagnostics())
                        .filteredOn(each -> String.valueOf(each.remedy()).startsWith("Did you mean"))
                        .hasSize(100));
    }

    private static void assertMessage(String definition, String message) {
        assertThatExceptionOfType(InvalidDefinitionException.class)
                .isThrownBy(
                        () -> StateMachineDefinition.parse("orders.asl.json", definition, StateMachineType.STANDARD))
                .withMessage(message);
    }
}
