package io.github.stepunit.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.definition.StateMachineType;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One readable example, and its harmless neighbour, for each warning. */
class WarningsTest {

    private static final String LAMBDA =
            "'Type': 'Task', 'Resource': 'arn:aws:lambda:us-east-1:123456789012:function:f', 'End': true";

    private static final String INVOKE = "'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'Parameters':"
            + " {'FunctionName': 'f', 'Payload.$': '$'}";

    /** A machine that begins with state S and may go on to T. */
    private static String state(String fields, String... further) {
        String more = further.length == 0 ? "" : ", " + String.join(", ", further);
        return "{'StartAt': 'S', 'States': {'S': {" + fields + "}" + more + "}}";
    }

    private static List<String> warnings(Validator validator, String definition, StateMachineType type) {
        ValidationResult result = validator.validate("test", definition.replace('\'', '"'), type);
        assertThat(result.errors()).isEmpty();
        return result.warnings().stream()
                .map(each -> each.code() + " "
                        + (each.pointer() == null ? "" : each.pointer().toAwsLocation()))
                .toList();
    }

    private static List<String> warnings(String definition) {
        return warnings(Validator.standard(), definition, StateMachineType.STANDARD);
    }

    private static void warns(String definition, String... expected) {
        assertThat(warnings(definition)).containsExactly(expected);
    }

    private static void isSilent(String definition) {
        assertThat(warnings(definition)).isEmpty();
    }

    @Nested
    class Payloads {

        @Test
        void a_path_without_dollar_is_text() {
            warns(
                    state("'Type': 'Pass', 'End': true, 'Parameters': {'id': '$.id'}"),
                    "NO_DOLLAR /States/S/Parameters/id");
            warns(
                    state("'Type': 'Pass', 'End': true, 'Parameters': {'ids': ['$.id']}"),
                    "NO_DOLLAR /States/S/Parameters/ids[0]");
            warns(
                    state("'Type': 'Pass', 'End': true, 'Parameters': {'id': 'States.UUID()'}"),
                    "NO_DOLLAR /States/S/Parameters/id");
            isSilent(state("'Type': 'Pass', 'End': true, 'Parameters': {'id.$': '$.id', 'price': '$5', 'a': '$x'}"));
            isSilent(state("'Type': 'Pass', 'End': true, 'Parameters': {'expression': '$.milliseconds / 1000'}"));
            isSilent(state("'Type': 'Pass', 'End': true, 'Parameters': {'InputPathsMap': {'a': '$.detail.a'}}"));
        }

        @Test
        void a_literal_that_looks_like_a_path_wants_the_field_that_takes_paths() {
            warns(state("'Type': 'Fail', 'Error': 'E', 'Cause': '$.message'"), "NO_PATH /States/S/Cause");
            warns(
                    state(
                            "'Type': 'Choice', 'Default': 'T', 'Choices': [{'Not': {'Variable': '$.a', 'StringEquals':"
                                    + " '$.b'}, 'Next': 'T'}]",
                            "'T': {'Type': 'Succeed'}"),
                    "NO_PATH /States/S/Choices[0]/Not/StringEquals");
            isSilent(state("'Type': 'Fail', 'CausePath': '$.message', 'Error': '$'"));
        }

        @Test
        void the_result_of_a_pass_state_is_static() {
            warns(
                    state("'Type': 'Pass', 'End': true, 'Result': {'a': {'id.$': '$.id'}}"),
                    "PASS_RESULT_IS_STATIC /States/S/Result/a/id.$");
            isSilent(state("'Type': 'Pass', 'End': true, 'Result': {'id': 'text', 'price': '$5'}"));
        }

        @Test
        void what_a_function_returns_is_in_the_payload() {
            warns(
                    state(INVOKE + ", 'End': true, 'ResultSelector': {'a.$': '$.body'}"),
                    "RESULT_HAS_NO_FIELD /States/S/ResultSelector/a.$");
            warns(state(INVOKE + ", 'End': true, 'OutputPath': '$.body'"), "RESULT_HAS_NO_FIELD /States/S/OutputPath");
            warns(
                    state(
                            INVOKE + ", 'ResultPath': '$.r', 'Next': 'T'",
                            "'T': {'Type': 'Pass', 'End': true, 'Parameters': {'a.$': '$.r.body', 'b.$': '$.x.body'}}"),
                    "RESULT_HAS_NO_FIELD /States/T/Parameters/a.$");
            warns(
                    state(
                            INVOKE + ", 'Next': 'C'",
                            "'C': {'Type': 'Choice', 'Default': 'T', 'Choices': [{'Variable': '$.ok', 'BooleanEquals':"
                                    + " true, 'Next': 'T'}]}",
                            "'T': {'Type': 'Succeed'}"),
                    "RESULT_HAS_NO_FIELD /States/C/Choices[0]/Variable");
            isSilent(state(
                    INVOKE + ", 'OutputPath': '$.Payload', 'Next': 'T'",
                    "'T': {'Type': 'Pass', 'End': true, 'Parameters': {'a.$': '$.body'}}"));
            isSilent(state(
                    INVOKE + ", 'ResultPath': null, 'Next': 'T'",
                    "'T': {'Type': 'Pass', 'End': true, 'Parameters': {'a.$': '$.body'}}"));
            isSilent(state(
                    INVOKE + ", 'ResultPath': '$.r', 'Next': 'T'",
                    "'T': {'Type': 'Pass', 'End': true, 'Parameters': {'a.$': '$.r.Payload.body', 'b.$': '$.body'}}"));
        }

        @Test
        void in_JSONata_too() {
            String invoke = "'QueryLanguage': 'JSONata', 'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke',"
                    + " 'Arguments': {'FunctionName': 'f'}, 'End': true, ";
            warns(state(invoke + "'Output': '{% $states.result.body %}'"), "RESULT_HAS_NO_FIELD /States/S/Output");
            isSilent(state(invoke + "'Output': '{% $states.result.Payload.body %}'"));
        }
    }

    @Nested
    class ErrorHandlers {

        private String retried(String resource, String error) {
            return state("'Type': 'Task', 'Resource': '" + resource
                    + "', 'Parameters': {'TableName': 't', 'Key': {}}, 'End': true, 'Retry': [{'ErrorEquals': ['"
                    + error
                    + "']}]");
        }

        @Test
        void a_resource_raises_errors_of_its_own_only() {
            String place = "ERROR_NEVER_RAISED /States/S/Retry[0]/ErrorEquals[0]";
            String optimized = "arn:aws:states:::dynamodb:getItem";
            String sdk = "arn:aws:states:::aws-sdk:dynamodb:getItem";
            warns(retried(optimized, "DynamoDb.ProvisionedThroughputExceededException"), place);
            warns(retried(optimized, "ProvisionedThroughputExceededException"), place);
            warns(retried(optimized, "DynamoDB.ProvisionedThroughputExceeded"), place);
            isSilent(retried(optimized, "DynamoDB.ProvisionedThroughputExceededException"));
            warns(retried(sdk, "DynamoDB.ProvisionedThroughputExceededException"), place);
            isSilent(retried(sdk, "DynamoDb.ProvisionedThroughputExceededException"));
            warns(retried("arn:aws:states:::aws-sdk:comprehend:detectSentiment", "InternalServerException"), place);
            isSilent(retried(
                    "arn:aws:states:::aws-sdk:comprehend:detectSentiment", "Comprehend.InternalServerException"));
        }

        /** What a survey of published machines found. */
        @Test
        void names_that_published_machines_wait_for_in_vain() {
            String place = "ERROR_NEVER_RAISED /States/S/Retry[0]/ErrorEquals[0]";
            warns(retried("arn:aws:states:::aws-sdk:glue:startCrawler", "Glue.AWSGlueException"), place);
            isSilent(retried("arn:aws:states:::aws-sdk:glue:startCrawler", "Glue.GlueException"));
            warns(retried("arn:aws:states:::dynamodb:getItem", "ThrottlingException"), place);
            warns(retried("arn:aws:states:::dynamodb:getItem", "DynamoDb.RequestLimitExceeded"), place);
            warns(
                    state("'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke.waitForTaskToken', 'End': true,"
                            + " 'TimeoutSeconds': 9, 'Parameters': {'FunctionName': 'f', 'Payload': {'t.$':"
                            + " '$$.Task.Token'}}, 'Retry': [{'ErrorEquals': ['Lambda.UnknownError']}]"),
                    place);
        }

        @Test
        void a_function_raises_what_it_likes_but_names_of_States_are_fixed() {
            isSilent(state(LAMBDA + ", 'Retry': [{'ErrorEquals': ['MyError', 'Lambda.Unknown']}]"));
            warns(
                    state(LAMBDA + ", 'Retry': [{'ErrorEquals': ['States.TaskFailedId']}]"),
                    "ERROR_NEVER_RAISED /States/S/Retry[0]/ErrorEquals[0]");
            warns(
                    state(LAMBDA + ", 'Retry': [{'ErrorEquals': ['Lambda.UnknownError']}]"),
                    "ERROR_NEVER_RAISED /States/S/Retry[0]/ErrorEquals[0]");
        }

        @Test
        void a_Parallel_fails_with_what_its_branches_fail_with() {
            String parallel = "'Type': 'Parallel', 'End': true, 'Branches': [{'StartAt': 'B', 'States': {'B': {'Type':"
                    + " 'Fail', 'Error': 'Declined'}}}], 'Retry': [{'ErrorEquals': ['%s']}]";
            isSilent(state(parallel.formatted("Declined")));
            warns(state(parallel.formatted("Refused")), "ERROR_NEVER_RAISED /States/S/Retry[0]/ErrorEquals[0]");
        }

        @Test
        void nothing_retries_or_catches_States_Runtime() {
            warns(
                    state(LAMBDA + ", 'Retry': [{'ErrorEquals': ['States.Runtime']}]"),
                    "ERROR_NEVER_CAUGHT /States/S/Retry[0]/ErrorEquals[0]");
            isSilent(state(LAMBDA + ", 'Retry': [{'ErrorEquals': ['States.ALL']}]"));
        }

        @Test
        void the_first_entry_that_matches_counts() {
            warns(
                    state(LAMBDA + ", 'Retry': [{'ErrorEquals': ['A', 'B']}, {'ErrorEquals': ['B']}]"),
                    "RETRIER_NEVER_USED /States/S/Retry[1]");
            isSilent(state(LAMBDA + ", 'Retry': [{'ErrorEquals': ['A', 'B']}, {'ErrorEquals': ['B', 'C']}]"));
            isSilent(state(LAMBDA + ", 'Retry': [{'ErrorEquals': ['States.TaskFailed']}, {'ErrorEquals':"
                    + " ['States.Timeout']}]"));
        }

        @Test
        void a_state_behind_a_dead_catcher_is_dead() {
            warns(
                    state(
                            LAMBDA + ", 'Catch': [{'ErrorEquals': ['States.TaskFailed'], 'Next': 'T'}, {'ErrorEquals':"
                                    + " ['A'], 'Next': 'U'}]",
                            "'T': {'Type': 'Succeed'}",
                            "'U': {'Type': 'Succeed'}"),
                    "CATCHER_NEVER_USED /States/S/Catch[1]",
                    "STATE_NEVER_REACHED /States/U");
        }

        @Test
        void States_TaskFailed_is_no_timeout() {
            warns(
                    state(
                            LAMBDA + ", 'TimeoutSeconds': 5, 'Catch': [{'ErrorEquals': ['States.TaskFailed'], 'Next':"
                                    + " 'T'}]",
                            "'T': {'Type': 'Succeed'}"),
                    "TIMEOUT_NOT_CAUGHT /States/S/Catch[0]/ErrorEquals[0]");
            isSilent(state(
                    LAMBDA + ", 'TimeoutSeconds': 5, 'Catch': [{'ErrorEquals': ['States.TaskFailed',"
                            + " 'States.Timeout'], 'Next': 'T'}]",
                    "'T': {'Type': 'Succeed'}"));
        }
    }

    @Nested
    class Choices {

        private String choice(String rules) {
            return state("'Type': 'Choice', 'Choices': [" + rules + "]", "'T': {'Type': 'Succeed'}");
        }

        @Test
        void a_choice_may_match_nothing() {
            warns(choice("{'Variable': '$.a', 'StringEquals': 'x', 'Next': 'T'}"), "CHOICE_WITHOUT_DEFAULT /States/S");
            isSilent(choice("{'Variable': '$.a', 'BooleanEquals': true, 'Next': 'T'},"
                    + " {'Variable': '$.a', 'BooleanEquals': false, 'Next': 'T'}"));
            isSilent(choice("{'Variable': '$.a', 'NumericLessThan': 1, 'Next': 'T'},"
                    + " {'Variable': '$.a', 'NumericGreaterThanEquals': 1, 'Next': 'T'}"));
            isSilent(choice("{'Variable': '$.a', 'StringEquals': 'x', 'Next': 'T'},"
                    + " {'Not': {'Variable': '$.a', 'StringEquals': 'x'}, 'Next': 'T'}"));
        }

        @Test
        void in_JSONata_too() {
            isSilent(choice("{'Condition': '{% $states.input.a %}', 'Next': 'T'},"
                            + " {'Condition': '{% $not($states.input.a) %}', 'Next': 'T'}")
                    .replace("'Type': 'Choice'", "'QueryLanguage': 'JSONata', 'Type': 'Choice'"));
            isSilent(choice("{'Condition': '{% $states.input.a = 1 %}', 'Next': 'T'},"
                            + " {'Condition': '{% $states.input.a != 1 %}', 'Next': 'T'}")
                    .replace("'Type': 'Choice'", "'QueryLanguage': 'JSONata', 'Type': 'Choice'"));
        }

        @Test
        void the_first_rule_that_matches_is_taken() {
            warns(
                    state(
                            "'Type': 'Choice', 'Default': 'T', 'Choices': [{'Variable': '$.a', 'IsNull': true, 'Next':"
                                    + " 'T'}, {'Variable': '$.a', 'IsNull': true, 'Next': 'U'}]",
                            "'T': {'Type': 'Succeed'}",
                            "'U': {'Type': 'Succeed'}"),
                    "CHOICE_RULE_NEVER_USED /States/S/Choices[1]",
                    "STATE_NEVER_REACHED /States/U");
        }
    }

    @Nested
    class Callbacks {

        private String callback(String more) {
            return state(
                    "'Type': 'Task', 'Resource': 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', 'End': true, "
                            + more);
        }

        @Test
        void a_callback_needs_a_timeout() {
            String parameters = "'Parameters': {'QueueUrl': 'q', 'MessageBody.$': '$$.Task.Token'}";
            warns(callback(parameters), "CALLBACK_WITHOUT_TIMEOUT /States/S");
            isSilent(callback(parameters + ", 'HeartbeatSeconds': 10"));
            isSilent(callback(parameters).replace("{'StartAt'", "{'TimeoutSeconds': 60, 'StartAt'"));
            warns(
                    state("'Type': 'Task', 'Resource': 'arn:aws:states:us-east-1:1:activity:a', 'End': true"),
                    "CALLBACK_WITHOUT_TIMEOUT /States/S");
        }

        @Test
        void a_callback_passes_its_token() {
            warns(
                    callback("'TimeoutSeconds': 9, 'Parameters': {'QueueUrl': 'q', 'MessageBody.$': '$'}"),
                    "TASK_TOKEN_NOT_PASSED /States/S/Parameters");
            isSilent(callback("'TimeoutSeconds': 9, 'Parameters': {'QueueUrl': 'q', 'MessageBody.$': '$$'}"));
            isSilent(callback("'TimeoutSeconds': 9, 'Parameters': {'QueueUrl': 'q', 'MessageBody.$':"
                    + " 'States.Format(\\\\'{}\\\\', $$.Task.Token)'}".replace("\\\\'", "\\u0027")));
        }

        @Test
        void in_JSONata_too() {
            String jsonata = "'QueryLanguage': 'JSONata', 'TimeoutSeconds': 9, 'Arguments': ";
            warns(
                    callback(jsonata + "{'QueueUrl': 'q', 'MessageBody': '{% $states.context.Execution.Id %}'}"),
                    "TASK_TOKEN_NOT_PASSED /States/S/Arguments");
            isSilent(callback(jsonata + "{'QueueUrl': 'q', 'MessageBody': '{% $states.context.Task.Token %}'}"));
            isSilent(callback(jsonata + "{'QueueUrl': 'q', 'MessageBody': '{% $string($states.context) %}'}"));
        }

        @Test
        void a_heartbeat_comes_before_the_timeout() {
            warns(
                    state(LAMBDA + ", 'TimeoutSeconds': 60, 'HeartbeatSeconds': 60"),
                    "HEARTBEAT_NOT_BELOW_TIMEOUT /States/S/HeartbeatSeconds");
        }
    }

    @Nested
    class Times {

        private final Validator validator = Validator.standard();

        @Test
        void an_Express_execution_lasts_five_minutes() {
            String wait = state("'Type': 'Wait', 'Seconds': 600, 'End': true");
            assertThat(warnings(validator, wait, StateMachineType.EXPRESS))
                    .containsExactly("WAIT_OUTLASTS_TIMEOUT /States/S/Seconds");
            isSilent(wait);
            warns(
                    wait.replace("{'StartAt'", "{'TimeoutSeconds': 60, 'StartAt'"),
                    "WAIT_OUTLASTS_TIMEOUT /States/S/Seconds");
        }

        @Test
        void retries_must_fit_in() {
            String task = state(
                    LAMBDA + ", 'Retry': [{'ErrorEquals': ['States.ALL'], 'IntervalSeconds': 10, 'MaxAttempts': 6}]");
            assertThat(warnings(validator, task, StateMachineType.EXPRESS))
                    .containsExactly("RETRIES_OUTLAST_TIMEOUT /States/S/Retry[0]");
            isSilent(task);
            isSilent(state(LAMBDA
                    + ", 'Retry': [{'ErrorEquals': ['States.ALL'], 'MaxAttempts': 1000, 'MaxDelaySeconds': 60}]"));
            warns(
                    state(LAMBDA + ", 'Retry': [{'ErrorEquals': ['States.ALL'], 'MaxAttempts': 99999999}]"),
                    "RETRIES_OUTLAST_TIMEOUT /States/S/Retry[0]");
        }
    }

    @Nested
    class Graphs {

        @Test
        void a_loop_needs_a_way_out() {
            warns(
                    state(
                            "'Type': 'Choice', 'Default': 'T', 'Choices': [{'Variable': '$.a', 'IsNull': true, 'Next':"
                                    + " 'L'}]",
                            "'T': {'Type': 'Succeed'}",
                            "'L': {'Type': 'Pass', 'Next': 'M'}",
                            "'M': {'Type': 'Wait', 'Seconds': 1, 'Next': 'L'}"),
                    "ENDLESS_LOOP /States/L");
        }

        @Test
        void a_loop_without_a_wait_is_reported_when_asked_for() {
            String loop = state(
                    "'Type': 'Pass', 'Next': 'C'",
                    "'C': {'Type': 'Choice', 'Default': 'T', 'Choices': [{'Variable': '$.a', 'IsNull': true, 'Next':"
                            + " 'S'}]}",
                    "'T': {'Type': 'Succeed'}");
            isSilent(loop);
            assertThat(warnings(
                            Validator.standard().with(WarningCode.LOOP_WITHOUT_WAIT), loop, StateMachineType.STANDARD))
                    .containsExactly("LOOP_WITHOUT_WAIT /States/S");
            assertThat(warnings(
                            Validator.standard().with(WarningCode.LOOP_WITHOUT_WAIT),
                            loop.replace("'Type': 'Pass'", "'Type': 'Wait', 'Seconds': 1"),
                            StateMachineType.STANDARD))
                    .isEmpty();
        }
    }

    @Nested
    class Variables {

        @Test
        void a_variable_is_assigned_to_be_read() {
            warns(
                    state("'Type': 'Pass', 'End': true, 'Assign': {'total.$': '$.total'}"),
                    "VARIABLE_NEVER_READ /States/S/Assign/total.$");
            isSilent(state(
                    "'Type': 'Pass', 'Assign': {'total.$': '$.total'}, 'Next': 'T'",
                    "'T': {'Type': 'Succeed', 'OutputPath': '$total'}"));
        }

        @Test
        void a_variable_is_read_where_it_has_been_assigned() {
            warns(
                    state("'Type': 'Succeed', 'OutputPath': '$total'"),
                    "POSSIBLY_UNDEFINED_VARIABLE /States/S/OutputPath");
            warns(
                    state(
                            "'Type': 'Choice', 'Default': 'T', 'Choices': [{'Variable': '$.a', 'IsNull': true, 'Assign':"
                                    + " {'x': 1}, 'Next': 'T'}]",
                            "'T': {'Type': 'Pass', 'End': true, 'Parameters': {'x.$': '$x'}}"),
                    "POSSIBLY_UNDEFINED_VARIABLE /States/T/Parameters/x.$");
            isSilent(state(
                    "'Type': 'Choice', 'Assign': {'x': 2}, 'Default': 'T', 'Choices': [{'Variable': '$.a', 'IsNull':"
                            + " true, 'Assign': {'x': 1}, 'Next': 'T'}]",
                    "'T': {'Type': 'Pass', 'End': true, 'Parameters': {'x.$': '$x'}}"));
        }

        @Test
        void an_expression_may_bind_variables_of_its_own_and_ask_whether_one_exists() {
            String jsonata = "'QueryLanguage': 'JSONata', 'Type': 'Pass', 'End': true, 'Output': ";
            isSilent(state(jsonata + "'{% ($x := 1; $map([1], function($v, $i) { $v + $x + $i })) %}'"));
            isSilent(state(jsonata + "'{% $map(['$y'], $string) %}'".replace("'$y'", "\\u0022$y\\u0022")));
            isSilent(state(jsonata + "'{% $exists($x) ? $x : 0 %}'"));
            warns(state(jsonata + "'{% $x + 1 %}'"), "POSSIBLY_UNDEFINED_VARIABLE /States/S/Output");
        }

        @Test
        void variables_do_not_leave_a_branch() {
            String branch = "'Type': 'Parallel', 'Next': 'T', 'Branches': [{'StartAt': 'B', 'States': {'B': {'Type':"
                    + " 'Pass', 'Assign': {'x': 1}, 'End': true}}}]";
            warns(
                    state(branch, "'T': {'Type': 'Pass', 'End': true, 'Parameters': {'x.$': '$x'}}"),
                    "POSSIBLY_UNDEFINED_VARIABLE /States/T/Parameters/x.$");
            warns(
                    state(
                            branch.replace("'Next': 'T'", "'Assign': {'x': 1}, 'Next': 'T'"),
                            "'T': {'Type': 'Pass', 'End': true, 'Parameters': {'x.$': '$x'}}"),
                    "DUPLICATE_VARIABLE_NAME /States/S/Branches[0]/States/B/Assign/x");
        }
    }

    @Nested
    class Resources {

        @Test
        void placeholders_are_left() {
            warns(
                    state("'Type': 'Task', 'Resource': '${Function}', 'End': true"),
                    "PLACEHOLDER_LEFT /States/S/Resource");
            warns(
                    state("'Type': 'Pass', 'Parameters': {'table': '${Table}', 'again': '${Table}'}, 'End': true"),
                    "PLACEHOLDER_LEFT /States/S/Parameters/table");
        }

        @Test
        void other_interpreters_have_resources_of_their_own() {
            warns(
                    state("'Type': 'Task', 'Resource': 'go://localhost/Deploy', 'End': true"),
                    "RESOURCE_NOT_ON_AWS /States/S/Resource");
        }

        @Test
        void actions_are_those_of_the_aws_sdk() {
            String call = "'Type': 'Task', 'Parameters': {}, 'End': true, 'Resource': 'arn:aws:states:::aws-sdk:";
            warns(state(call + "s3:getObjects'"), "RESOURCE_NOT_ON_AWS /States/S/Resource");
            warns(state(call + "rds:startDbInstance'"), "RESOURCE_NOT_ON_AWS /States/S/Resource");
            warns(state(call + "rds:startDBInstance'"));
            // Retired by AWS, and younger than the table: nobody can tell.
            warns(state(call + "lookoutvision:startModel'"));
        }

        @Test
        void what_few_tasks_have_is_reported_when_asked_for() {
            Validator strict =
                    Validator.standard().with(WarningCode.LAMBDA_WITHOUT_RETRY, WarningCode.TASK_WITHOUT_TIMEOUT);
            assertThat(warnings(strict, state(LAMBDA), StateMachineType.STANDARD))
                    .containsExactly("LAMBDA_WITHOUT_RETRY /States/S", "TASK_WITHOUT_TIMEOUT /States/S");
            assertThat(warnings(
                            strict,
                            state(LAMBDA + ", 'TimeoutSeconds': 9, 'Retry': [{'ErrorEquals': ['States.TaskFailed']}]"),
                            StateMachineType.STANDARD))
                    .isEmpty();
        }
    }
}
