package io.github.stepunit.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One tiny definition for each rule of AWS's validator. Definitions are written with single quotes. */
class DefinitionRulesTest {

    private static final String SVF = "SCHEMA_VALIDATION_FAILED: ";

    /** A machine with the one state S. */
    private static String state(String fields) {
        return "{'StartAt': 'S', 'States': {'S': {" + fields + "}}}";
    }

    private static String task(String fields) {
        return state("'Type': 'Task', 'Resource': 'arn:aws:lambda:us-east-1:123456789012:function:f', 'End': true, "
                + fields);
    }

    private static String pass(String fields) {
        return state("'Type': 'Pass', 'End': true, " + fields);
    }

    private static String map(String fields) {
        return state("'Type': 'Map', 'End': true, 'ItemProcessor': {'StartAt': 'I', 'States': {'I': {'Type': 'Pass',"
                + " 'End': true}}}, " + fields);
    }

    private static String choice(String rule) {
        return "{'StartAt': 'S', 'States': {'S': {'Type': 'Choice', 'Choices': [" + rule
                + "]}, 'T': {'Type': 'Succeed'}}}";
    }

    private static List<String> problems(String definition) {
        return problems(definition, StateMachineType.STANDARD);
    }

    private static List<String> problems(String definition, StateMachineType type) {
        try {
            StateMachineDefinition.parse("test", definition.replace('\'', '"'), type);
            return List.of();
        } catch (InvalidDefinitionException e) {
            return e.diagnostics().stream().map(Diagnostic::toAwsText).toList();
        }
    }

    private static void accepts(String definition) {
        assertThat(problems(definition)).isEmpty();
    }

    private static void refuses(String definition, String... problems) {
        assertThat(problems(definition)).containsExactly(problems);
    }

    @Nested
    class Document {

        @Test
        void text_that_is_no_JSON_is_answered_as_Jackson_does() {
            refuses(
                    "not a definition",
                    "INVALID_JSON_DESCRIPTION: Unrecognized token 'not': was expecting (JSON String, Number, Array,"
                            + " Object or token 'null', 'true' or 'false')\n at [Source: (String)\"not a definition\";"
                            + " line: 1, column: 4]");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "  \n", "1", "[]", "null", "'text'"})
        void a_definition_is_an_object(String text) {
            refuses(text, SVF + "Definition must be a valid JSON object");
        }

        @Test
        void start_and_states_are_required() {
            refuses("{}", SVF + "These fields are required: [States, StartAt] at /");
        }

        @Test
        void nothing_may_follow() {
            assertThat(problems(pass("'Comment': ''") + "}")).hasSize(1);
            refuses(
                    pass("'Comment': ''") + " 1",
                    "INVALID_JSON_DESCRIPTION: Unexpected text after the end of the definition");
        }

        @Test
        void a_field_stands_once_in_an_object() {
            refuses(
                    pass("'Comment': 'a', 'Comment': 'b'"),
                    "INVALID_JSON_DESCRIPTION: Duplicate field 'Comment' at /States/S/Comment");
            refuses(
                    "{'StartAt': 'S', 'States': {'S': {'Type': 'Succeed'}, 'S': {'Type': 'Fail'}}}",
                    "DUPLICATE_STATE_NAME: Duplicate State name: S at /States/S");
        }

        @Test
        void nesting_has_a_limit() {
            refuses("[".repeat(100_000), "TOO_DEEPLY_NESTED: The definition is nested more than 500 levels deep");
        }

        @Test
        void length_has_a_limit() {
            refuses(" ".repeat(1_048_577), SVF + "Definition has 1048577 characters; AWS takes at most 1048576.");
        }

        @Test
        void a_byte_order_mark_is_ignored() {
            accepts("\uFEFF" + pass("'Comment': ''"));
        }

        @Test
        void the_fields_of_the_machine_are_checked() {
            refuses(
                    "{'StartAt': 'S', 'Version': '2.0', 'QueryLanguage': 'JSONPath', 'TimeoutSeconds': -1,"
                            + " 'states': {}, 'Comment': 1, 'States': {'S': {'Type': 'Succeed'}}}",
                    SVF + "Value should be one of the following: [1.0] at /Version",
                    SVF + "Minimum value is 0 at /TimeoutSeconds",
                    SVF + "Field 'states' is not supported at /",
                    SVF + "Expected value of type [STRING] at /Comment");
        }
    }

    @Nested
    class Transitions {

        @Test
        void targets_must_exist_and_are_all_called_Next() {
            refuses(
                    """
                    {'StartAt': 'S',
                     'States': {
                       'S': {'Type': 'Choice',
                             'Choices': [{'Variable': '$.a', 'IsNull': true, 'Next': 'A'},
                                         {'Variable': '$.a', 'IsNull': true, 'Next': 'T'}],
                             'Default': 'B'},
                       'T': {'Type': 'Task', 'Resource': 'arn:aws:lambda:us-east-1:1:function:f',
                             'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'C'}],
                             'Next': 'D'},
                       'E': {'Type': 'Fail'}}}
                    """,
                    "MISSING_TRANSITION_TARGET: Missing 'Next' target: A at /States/S/Choices[0]/Next",
                    "MISSING_TRANSITION_TARGET: Missing 'Next' target: B at /States/S/Default",
                    "MISSING_TRANSITION_TARGET: Missing 'Next' target: C at /States/T/Catch[0]/Next",
                    "MISSING_TRANSITION_TARGET: Missing 'Next' target: D at /States/T/Next",
                    "MISSING_TRANSITION_TARGET: State \"E\" is not reachable. at /States/E");
        }

        @Test
        void the_first_state_must_exist() {
            refuses(
                    "{'StartAt': 'X', 'States': {'S': {'Type': 'Succeed'}}}",
                    "MISSING_TRANSITION_TARGET: Missing 'Next' target: X at /StartAt");
        }

        @Test
        void a_machine_must_be_able_to_end() {
            refuses(
                    "{'StartAt': 'S', 'States': {'S': {'Type': 'Pass', 'Next': 'S'}, 'U': {'Type': 'Pass',"
                            + " 'Next': 'S'}}}",
                    "MISSING_END_STATE: Workflow has no terminal state");
        }

        @Test
        void next_or_end_is_needed_but_not_both() {
            refuses(
                    state("'Type': 'Pass'"),
                    SVF + "This object should have only one of the following fields: [Next, End] at /States/S");
            refuses(
                    pass("'Next': 'S'"),
                    SVF + "There should only be one of the following fields: [Next, End] at /States/S");
            refuses(state("'Type': 'Succeed', 'End': true"), SVF + "Field 'End' is not supported at /States/S");
        }

        @Test
        void transitions_do_not_leave_a_branch() {
            refuses(
                    """
                    {'StartAt': 'P',
                     'States': {
                       'P': {'Type': 'Parallel', 'Next': 'Q',
                             'Branches': [{'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Next': 'Q'}}}]},
                       'Q': {'Type': 'Succeed'}}}
                    """,
                    "MISSING_TRANSITION_TARGET: Missing 'Next' target: Q at /States/P/Branches[0]/States/A/Next");
        }

        @Test
        void names_are_unique_across_the_machine_and_at_most_80_characters_long() {
            refuses(
                    "{'StartAt': 'P', 'States': {'P': {'Type': 'Parallel', 'End': true, 'Branches': [{'StartAt': 'P',"
                            + " 'States': {'P': {'Type': 'Succeed'}}}]}}}",
                    "DUPLICATE_STATE_NAME: Duplicate State name: P at /States/P/Branches[0]/States/P");
            String name = "n".repeat(81);
            refuses(
                    "{'StartAt': '" + name + "', 'States': {'" + name + "': {'Type': 'Succeed'}}}",
                    "INVALID_STATE_NAME: State name '" + name
                            + "' exceeds the 80-character limit allowed by the service at /States/" + name);
        }
    }

    @Nested
    class Fields {

        @Test
        void the_type_is_one_of_eight() {
            refuses(
                    state("'Type': 'task', 'End': true"),
                    SVF + "The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice,"
                            + " Parallel, Map] at /States/S/Type");
            refuses(state("'Comment': ''"), SVF + "These fields are required: [Type] at /States/S");
            refuses("{'StartAt': 'S', 'States': {'S': 1}}", SVF + "Expected value of type [OBJECT] at /States/S");
        }

        @ParameterizedTest
        @CsvSource({
            "Pass,Retry",
            "Pass,Arguments",
            "Choice,Next",
            "Choice,ResultPath",
            "Wait,Parameters",
            "Wait,ResultPath",
            "Succeed,Assign",
            "Fail,InputPath",
            "Fail,Assign",
            "Parallel,TimeoutSeconds",
            "Map,TimeoutSeconds",
            "Map,Branches",
            "Task,ItemsPath"
        })
        void a_type_has_its_own_fields_only(String type, String field) {
            assertThat(problems(state("'Type': '" + type + "', '" + field + "': {}")))
                    .contains(SVF + "Field '" + field + "' is not supported at /States/S");
        }

        @Test
        void fields_of_JSONata_need_its_query_language() {
            refuses(
                    pass("'Output': {}"),
                    SVF + "The QueryLanguage is set to 'JSONPath', but field 'Output' is only supported for the"
                            + " 'JSONata' QueryLanguage at /States/S");
        }

        @ParameterizedTest
        @CsvSource({"0,Minimum value is 1", "100000000,Maximum value is 99999999", "1.5,Expected value of type Integer"
        })
        void numbers_have_ranges(String value, String message) {
            refuses(task("'TimeoutSeconds': " + value), SVF + message + " at /States/S/TimeoutSeconds");
        }

        @ParameterizedTest
        @ValueSource(strings = {"TimeoutSeconds", "HeartbeatSeconds"})
        void a_literal_and_its_path_exclude_each_other(String field) {
            refuses(
                    task("'" + field + "': 5, '" + field + "Path': '$.n'"),
                    SVF + "There should only be one of the following fields: [" + field + ", " + field
                            + "Path] at /States/S");
        }

        @Test
        void paths_are_checked() {
            refuses(pass("'InputPath': 'a'"), SVF + "Value must be a valid JSONPath. at /States/S/InputPath");
            refuses(
                    pass("'ResultPath': 'a'"),
                    SVF + "Value is not a Reference Path: Reference path didn't start with '$' at"
                            + " /States/S/ResultPath");
            refuses(pass("'ResultPath': '$.a[*]'"), SVF + "Value is not a Reference Path at /States/S/ResultPath");
            refuses(pass("'ResultPath': '$$.a'"), SVF + "Value is not a Reference Path at /States/S/ResultPath");
            refuses(pass("'ResultPath': '$a'"), SVF + "Value is not a Reference Path at /States/S/ResultPath");
            accepts(pass("'InputPath': null, 'OutputPath': null, 'ResultPath': null"));
        }

        @Test
        void templates_are_checked_and_placed_at_the_object_that_holds_the_field() {
            String message = " must be a valid JSONPath or a valid intrinsic function call at /States/S/Parameters";
            refuses(pass("'Parameters': {'a.$': 'x'}"), SVF + "The value for the field 'a.$'" + message);
            refuses(
                    pass("'Parameters': {'a': {'b.$': 'States.Nothing()'}}"),
                    SVF + "The value for the field 'b.$'" + message + "/a");
            accepts(pass("'Parameters': 1, 'Result': {'a.$': 'x'}"));
        }

        @Test
        void variables_have_names_of_their_own() {
            refuses(
                    pass("'Assign': {'states.$': '$'}"),
                    "RESERVED_VARIABLE_NAME: Cannot assign to reserved variable '$states'. at /States/S/Assign");
            refuses(
                    pass("'Assign': {'a.b': 1}"),
                    "INVALID_VARIABLE_NAME: Invalid variable name 'a.b': the variable name contains invalid"
                            + " characters. at /States/S/Assign");
            refuses(pass("'Assign': 1"), SVF + "Expected value of type [OBJECT] at /States/S/Assign");
            accepts(pass("'Assign': {'näme_1': 1, 'b.$': '$.b'}"));
        }
    }

    @Nested
    class Tasks {

        private List<String> resource(String arn, StateMachineType type) {
            return problems(state("'Type': 'Task', 'End': true, 'Parameters': {}, 'Resource': '" + arn + "'"), type)
                    .stream()
                    .filter(each -> each.endsWith("/Resource"))
                    .toList();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "ChargeCard", "rn:aws:states:::lambda:invoke", "arn:aws:lambda"})
        void a_resource_is_an_ARN(String arn) {
            assertThat(resource(arn, StateMachineType.STANDARD))
                    .containsExactly(SVF + "Value is not a valid resource ARN at /States/S/Resource");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "arn:aws:states:::dynamodb:query",
                    "arn:aws:states:::dynamo:getItem",
                    "arn:aws:states:::sqs:sendMessage.sync",
                    "arn:aws:states:::batch:submitJob.waitForTaskToken",
                    "arn:aws:states:::ecs:runTask.sync:2",
                    "arn:aws:states:::sagemaker:createModel.sync",
                    "arn:aws:states:::athena:getQueryResults.sync",
                    "arn:aws:states:::aws-sdk:s3:getObject.sync",
                    "arn:aws:states:::aws-sdk:s3:GetObject",
                    "arn:aws:states:::aws-sdk:cognito-idp:listUsers",
                    "arn:aws:states:us-east-1:123456789012:stateMachine:m",
                    "arn:aws:s3:::bucket"
                })
        void an_unknown_resource_is_not_recognized(String arn) {
            assertThat(resource(arn, StateMachineType.STANDARD))
                    .containsExactly(SVF + "The resource provided " + arn
                            + " is not recognized. The value is not a valid resource ARN, or the resource is not"
                            + " available in this region. at /States/S/Resource");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "arn:aws:states:::aws-sdk:s3:listBuckets",
                    "arn:aws-cn:states:::aws-sdk:s3:listBuckets.waitForTaskToken",
                    "arn:aws:states:::bedrock:invokeModel",
                    "arn:aws:states:::bedrock-agentcore:whatever",
                    "arn:aws:states:::http:invoke",
                    "${FunctionArn}",
                    "<ARN>",
                    "__tbd__",
                    "arn:${AWS::Partition}:states:::aws-sdk:s3:listBuckets",
                    "arn:aws:states:::${Service}:invoke",
                    "go://localhost/OfAnotherInterpreter",
                    "arn:aws:states:::athena:startQueryExecution.sync",
                    "arn:aws:states:us-east-1:123456789012:activity:a"
                })
        void known_resources_are_accepted(String arn) {
            assertThat(resource(arn, StateMachineType.STANDARD)).isEmpty();
        }

        @Test
        void express_machines_only_request_and_respond() {
            String state = "Express state machine does not support ";
            assertThat(resource("arn:aws:states:us-east-1:1:activity:a", StateMachineType.EXPRESS))
                    .containsExactly(SVF + state + "Activity ARN at /States/S/Resource");
            assertThat(resource("arn:aws:states:::batch:submitJob.sync", StateMachineType.EXPRESS))
                    .containsExactly(SVF + state + "'.sync' service integration at /States/S/Resource");
            assertThat(resource("arn:aws:states:::aws-sdk:s3:getObject.waitForTaskToken", StateMachineType.EXPRESS))
                    .containsExactly(SVF + state + "'.waitForTaskToken' service integration  at /States/S/Resource");
        }

        @Test
        void integrations_need_the_fields_of_their_request() {
            refuses(
                    state("'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage'"),
                    SVF + "Parameters field is required for resource ARN: arn:aws:states:::sqs:sendMessage at"
                            + " /States/S");
            refuses(
                    state("'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage',"
                            + " 'Parameters': {'QueueUrl.$': '$.url'}"),
                    SVF + "The field 'MessageBody' is required but was missing at /States/S/Parameters");
            refuses(
                    state("'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::ecs:runTask.sync',"
                            + " 'Parameters': {'TaskDefinition': 't', 'Count': 2}"),
                    SVF + "The field 'Count' is not supported by Step Functions at /States/S/Parameters");
            accepts(state("'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sqs:sendMessage',"
                    + " 'QueryLanguage': 'JSONata', 'Arguments': '{% $states.input %}'"));
        }

        @Test
        void credentials_name_a_role() {
            refuses(
                    task("'Credentials': {}"),
                    SVF + "The field 'RoleArn' is required but was missing at /States/S/Credentials");
            refuses(task("'Credentials': 'role'"), SVF + "Expected value of type [OBJECT] at /States/S/Credentials");
            refuses(
                    state("'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:us-east-1:1:activity:a',"
                            + " 'Credentials': {'RoleArn': 'r'}"),
                    SVF + "The field 'Credentials' is not supported for activities at /States/S");
            accepts(task("'Credentials': {'RoleArn.$': '$.role'}"));
        }

        @Test
        void a_resource_is_required() {
            refuses(state("'Type': 'Task', 'End': true"), SVF + "These fields are required: [Resource] at /States/S");
        }
    }

    @Nested
    class ErrorHandlers {

        @Test
        void retriers_are_checked() {
            refuses(
                    task(
                            """
                    'Retry': [
                      {'ErrorEquals': [],
                       'IntervalSeconds': -1,
                       'MaxAttempts': 100000000,
                       'BackoffRate': 0.9,
                       'MaxDelaySeconds': 31622401,
                       'JitterStrategy': 'SOME',
                       'Next': 'S'},
                      {},
                      1]
                    """),
                    SVF + "Value cannot be empty at /States/S/Retry[0]/ErrorEquals",
                    SVF + "Minimum value is 0 at /States/S/Retry[0]/IntervalSeconds",
                    SVF + "Maximum value is 99999999 at /States/S/Retry[0]/MaxAttempts",
                    SVF + "Minimum value is 1.0 at /States/S/Retry[0]/BackoffRate",
                    SVF + "Maximum value is 31622400 at /States/S/Retry[0]/MaxDelaySeconds",
                    SVF + "Value should be one of the following: [NONE, FULL] at /States/S/Retry[0]/JitterStrategy",
                    SVF + "Field 'Next' is not supported at /States/S/Retry[0]",
                    SVF + "These fields are required: [ErrorEquals] at /States/S/Retry[1]",
                    SVF + "Expected value of type [OBJECT] at /States/S/Retry[2]");
            accepts(task("'Retry': [{'ErrorEquals': ['E'], 'IntervalSeconds': 0, 'BackoffRate': 1, 'Comment': ''}]"));
        }

        @Test
        void catchers_are_checked() {
            refuses(
                    task("'Catch': [{}]"),
                    SVF + "These fields are required: [ErrorEquals, Next] at /States/S/Catch[0]");
            refuses(
                    task("'Catch': [{'ErrorEquals': [1], 'Next': 'S', 'Output': 1}]"),
                    SVF + "Expected value of type [STRING] at /States/S/Catch[0]/ErrorEquals[0]",
                    SVF + "The QueryLanguage is set to 'JSONPath', but field 'Output' is only supported for the"
                            + " 'JSONata' QueryLanguage at /States/S/Catch[0]");
        }

        @Test
        void all_errors_stand_alone_and_last() {
            String message = SVF + "States.ALL must appear alone and at end of list at /States/S/";
            refuses(task("'Retry': [{'ErrorEquals': ['States.ALL', 'E']}]"), message + "Retry[0]/ErrorEquals");
            refuses(
                    task("'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'S'}, {'ErrorEquals': ['E'], 'Next':"
                            + " 'S'}]"),
                    message + "Catch[0]/ErrorEquals");
        }
    }

    @Nested
    class Waits {

        @Test
        void a_wait_has_exactly_one_end() {
            String fields = "[SecondsPath, Seconds, TimestampPath, Timestamp] at /States/S";
            refuses(
                    state("'Type': 'Wait', 'End': true"),
                    SVF + "This object should have only one of the following fields: " + fields);
            refuses(
                    state("'Type': 'Wait', 'End': true, 'Seconds': 1, 'SecondsPath': '$.s'"),
                    SVF + "There should only be one of the following fields: " + fields);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2016-13-05T21:29:29Z", "2016-12-05 21:29:29Z", "2016-12-05T21:29:29", "2016-12-05t21:29:29z",
                    "05-12-2016T21:29:29Z", "2016-12-05T21:29Z", "2016-02-30T00:00:00Z", ""
                })
        void a_timestamp_is_one_of_RFC_3339(String timestamp) {
            refuses(
                    state("'Type': 'Wait', 'End': true, 'Timestamp': '" + timestamp + "'"),
                    SVF + "String does not match RFC3339 timestamp at /States/S/Timestamp");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2016-12-05T21:29:29Z", "2016-12-05T21:29:29.123456789+02:00"})
        void timestamps_may_have_fractions_and_offsets(String timestamp) {
            accepts(state("'Type': 'Wait', 'End': true, 'Timestamp': '" + timestamp + "'"));
        }

        @Test
        void seconds_have_a_range() {
            accepts(state("'Type': 'Wait', 'End': true, 'Seconds': 0"));
            refuses(
                    state("'Type': 'Wait', 'End': true, 'Seconds': '1'"),
                    SVF + "Expected value of type Integer at /States/S/Seconds");
        }
    }

    @Nested
    class Choices {

        @Test
        void there_is_a_rule() {
            refuses(state("'Type': 'Choice'"), SVF + "These fields are required: [Choices] at /States/S");
            assertThat(problems(choice(""))).contains(SVF + "Value cannot be empty at /States/S/Choices");
        }

        @Test
        void a_rule_has_a_target() {
            assertThat(problems(choice("{'Variable': '$.a', 'IsNull': true}")))
                    .contains(SVF + "These fields are required: [Next] at /States/S/Choices[0]");
        }

        @Test
        void a_rule_has_one_test() {
            String message = SVF + "The object must have only one of the following fields, [And, Or, Not, Variable,"
                    + " Condition] at /States/S/Choices[0]";
            refuses(choice("{'Next': 'T'}"), message);
            refuses(choice("{'Next': 'T', 'And': [], 'Or': []}"), message);
            assertThat(problems(choice("{'Next': 'T', 'Variable': '$.a'}")))
                    .singleElement()
                    .asString()
                    .startsWith(SVF + "This object should have only one of the following fields: [StringEquals,");
            assertThat(problems(choice("{'Next': 'T', 'Variable': '$.a', 'IsNull': true, 'IsString': true}")))
                    .singleElement()
                    .asString()
                    .startsWith(SVF + "There should only be one of the following fields: [StringEquals,");
        }

        @Test
        void nested_tests_have_no_target() {
            refuses(
                    choice("{'Next': 'T', 'Not': {'Variable': '$.a', 'IsNull': true, 'Next': 'T'}}"),
                    SVF + "Field 'Next' is not supported at /States/S/Choices[0]/Not");
            refuses(choice("{'Next': 'T', 'And': []}"), SVF + "Value cannot be empty at /States/S/Choices[0]/And");
            refuses(
                    choice("{'Next': 'T', 'Not': {'Variable': '$.a', 'IsNull': true}, 'IsString': true}"),
                    SVF + "Field 'IsString' is not supported at /States/S/Choices[0]");
        }

        @ParameterizedTest
        @CsvSource({
            "StringEquals,1,Expected value of type [STRING]",
            "NumericEquals,'\"1\"',Expected value of type Number",
            "BooleanEquals,null,Expected value of type [BOOLEAN]",
            "TimestampEquals,'\"x\"',String does not match RFC3339 timestamp",
            "IsPresent,1,Expected value of type [BOOLEAN]",
            "StringEqualsPath,'\"x\"',Value is not a Reference Path: Reference path didn't start with '$'"
        })
        void operands_have_types(String operator, String operand, String message) {
            refuses(
                    choice("{'Next': 'T', 'Variable': '$.a', '" + operator + "': " + operand + "}"),
                    SVF + message + " at /States/S/Choices[0]/" + operator);
        }

        @Test
        void conditions_are_for_JSONata() {
            refuses(
                    choice("{'Next': 'T', 'Condition': '{% true %}'}"),
                    SVF + "The QueryLanguage is set to 'JSONPath', but field 'Condition' is only supported for the"
                            + " 'JSONata' QueryLanguage at /States/S/Choices[0]");
        }
    }

    @Nested
    class Containers {

        @Test
        void a_parallel_has_branches() {
            refuses(
                    state("'Type': 'Parallel', 'End': true, 'Branches': []"),
                    SVF + "Value cannot be empty at /States/S/Branches");
            refuses(
                    state("'Type': 'Parallel', 'End': true, 'Branches': [{'QueryLanguage': 'JSONPath'}]"),
                    SVF + "These fields are required: [States, StartAt] at /States/S/Branches[0]",
                    SVF + "Field 'QueryLanguage' is not supported at /States/S/Branches[0]");
        }

        @Test
        void a_map_has_one_processor() {
            String fields = "[ItemProcessor, Iterator] at /States/S";
            refuses(
                    state("'Type': 'Map', 'End': true"),
                    SVF + "This object should have only one of the following fields: " + fields);
            refuses(map("'Iterator': {}"), SVF + "There should only be one of the following fields: " + fields);
        }

        @Test
        void an_inline_map_has_no_execution_type() {
            refuses(
                    state("'Type': 'Map', 'End': true, 'ItemProcessor': {'ProcessorConfig': {'Mode': 'INLINE',"
                            + " 'ExecutionType': 'EXPRESS'}, 'StartAt': 'I', 'States': {'I': {'Type': 'Succeed'}}}"),
                    SVF + "Field 'ExecutionType' is not supported at /States/S/ItemProcessor/ProcessorConfig");
        }

        @Test
        void the_numbers_of_a_map_are_checked() {
            refuses(map("'MaxConcurrency': -1"), SVF + "Minimum value is 0 at /States/S/MaxConcurrency");
            refuses(
                    map("'ToleratedFailurePercentage': 101"),
                    SVF + "Maximum value is 100.0 at /States/S/ToleratedFailurePercentage");
            refuses(
                    map("'MaxConcurrencyPath': '$$.Execution.Input.n'"),
                    SVF + "Value is not a Reference Path at /States/S/MaxConcurrencyPath");
            accepts(map("'ItemsPath': '$$.Execution.Input.items', 'MaxConcurrencyPath': '$n',"
                    + " 'ToleratedFailureCount': 0"));
        }

        @Test
        void a_processor_need_not_be_able_to_end() {
            accepts(state("'Type': 'Map', 'End': true, 'Iterator': {'StartAt': 'I', 'States': {'I': {'Type': 'Pass',"
                    + " 'Next': 'I'}}}"));
        }
    }

    @Nested
    class Failures {

        @Test
        void texts_and_paths_exclude_each_other() {
            refuses(
                    state("'Type': 'Fail', 'Error': 'E', 'ErrorPath': '$.e'"),
                    SVF + "There should only be one of the following fields: [Error, ErrorPath] at /States/S");
            accepts(state("'Type': 'Fail'"));
        }

        @Test
        void of_functions_only_those_that_give_a_string_are_taken() {
            refuses(
                    state("'Type': 'Fail', 'ErrorPath': 'States.Array($.e)'"),
                    SVF + "The value for the field 'ErrorPath' must be a valid JSONPath or a valid intrinsic function"
                            + " call at /States/S/ErrorPath");
            refuses(
                    state("'Type': 'Fail', 'CausePath': 'States.Format($.e'"),
                    SVF + "The value for the field 'CausePath' must be a valid JSONPath or a valid intrinsic function"
                            + " call at /States/S/CausePath");
            accepts(state("'Type': 'Fail', 'ErrorPath': 'States.UUID()', 'CausePath': '$.Cause'"));
        }
    }

    @Nested
    class Unsupported {

        @Test
        void an_inline_map_may_have_fields_that_mean_nothing_to_it() {
            accepts(map("'Label': 'l', 'ItemReader': {'Resource': 'arn:aws:states:::s3:listObjectsV2'}"));
            refuses(map("'ItemReader': {}"), SVF + "These fields are required: [Resource] at /States/S/ItemReader");
        }

        @Test
        void the_machine_cannot_be_downgraded_to_JSONPath() {
            refuses(
                    "{'StartAt': 'S', 'QueryLanguage': 'JSONata', 'States': {'S': {'Type': 'Pass', 'QueryLanguage':"
                            + " 'JSONPath', 'End': true}}}",
                    SVF + "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine at"
                            + " /States/S");
        }

        @Test
        void other_languages_count_as_JSONata() {
            refuses(
                    pass("'QueryLanguage': 'jsonpath'"),
                    SVF + "Value should be one of the following: [JSONPath, JSONata] at /States/S/QueryLanguage");
        }
    }
}
