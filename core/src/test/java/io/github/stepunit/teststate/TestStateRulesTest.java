package io.github.stepunit.teststate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.json.JsonText;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What AWS's TestState refuses, in its words. */
class TestStateRulesTest {

    private static final String PARALLEL =
            "{'Type': 'Parallel', 'End': true, 'Branches': [{'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}}]}";
    private static final String MAP =
            "{'Type': 'Map', 'End': true, 'ItemProcessor': {'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}}}";

    private static TestState task(String resource) {
        return TestState.of(
                "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::" + resource + "', 'Parameters': {}}");
    }

    private static TestState start() {
        return task("aws-sdk:sfn:startExecution");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        start().withMockResult("{}").withMockError("E"),
                        "A test mock should have only one of the following fields: [result, errorOutput]."),
                Arguments.of(
                        TestState.of("{'Type': 'Pass', 'End': true}").withMockResult("{}"),
                        "State type 'Pass' is not supported when a mock is specified"),
                Arguments.of(
                        start().withMockResult("{}").revealingSecrets(),
                        "TestState does not support RevealSecrets when a mock is specified."),
                Arguments.of(start().withMockResult("{"), "Mocked result must be valid JSON"),
                Arguments.of(TestState.of(PARALLEL).withMockResult("{}"), "Mocked result must be an array."),
                Arguments.of(
                        TestState.of(PARALLEL).withMockResult("[1, 2]"),
                        "Mocked result must contain the same number of items as number of Parallel branches."),
                Arguments.of(
                        TestState.of(PARALLEL),
                        "TestState API does not support Map or Parallel states."
                                + " Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]"),
                Arguments.of(
                        TestState.of(MAP).withMapIterationFailureCount(1),
                        "TestState does not support MapIterationFailureCount when a mock is not specified."),
                Arguments.of(
                        TestState.of(MAP).withMockResult("[1]").withMapIterationFailureCount(2),
                        "Map iteration failure count must be less than or equal to the number of Map iterations"),
                Arguments.of(
                        TestState.of("{'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}}".replace('\'', '"'), "B"),
                        "State not found in definition"),
                Arguments.of(
                        TestState.of(MAP).withMockError("E").withErrorCausedByState("B"),
                        "State not found in definition"),
                Arguments.of(
                        start().withMockResult("{}").withContext("{'Map': {}}"),
                        "Invalid Context object provided: 'Map' field is not supported when mocking a Context object"),
                Arguments.of(
                        start().withMockResult("{}").withContext("{'Execution': {'pokemon': 1}}"),
                        "Invalid Context object provided: Field 'pokemon' is not allowed"),
                Arguments.of(
                        start().withMockResult("{}").withContext("{'Execution': {'Id': 1}}"),
                        "Invalid Context object provided: Execution.Id must be a string"),
                Arguments.of(
                        start().withMockResult("{}").withContext("{'Task': {'Token': 't'}}"),
                        "Invalid Context object provided: Context object contains 'Task' when state is not a Task state"
                                + " with a '.sync' or '.waitForTaskToken' service integration pattern"),
                Arguments.of(
                        start().atRetry(-1).withMockResult("{}"),
                        "1 validation error detected: Value at 'stateConfiguration.retrierRetryCount' failed to satisfy"
                                + " constraint: Member must have value greater than or equal to 0"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refuses(TestState test, String message) {
        assertThat(catchThrowableOfType(TestStateException.class, test::run)).hasMessage(message);
    }

    static Stream<Arguments> wrongResults() {
        return Stream.of(
                Arguments.of("events:putEvents", "{'Entries': 'x'}", "Field 'Entries' must be an array"),
                Arguments.of("events:putEvents", "{'Entries': [{'EventId': 1}]}", "Field 'EventId' must be a string"),
                Arguments.of("lambda:invoke", "{'StatusCode': '200'}", "Field 'StatusCode' must be a number"),
                Arguments.of(
                        "aws-sdk:s3:getObject",
                        "{'StorageClass': 'x'}",
                        "Field 'StorageClass' is not an expected value"),
                Arguments.of(
                        "aws-sdk:lambda:getFunction",
                        "{'Configuration': {'MemorySize': 1}}",
                        "Field 'MemorySize' is less than the minimum value"),
                Arguments.of(
                        "aws-sdk:lambda:getFunction",
                        "{'Configuration': {'MemorySize': 10241}}",
                        "Field 'MemorySize' exceeds the maximum value"),
                Arguments.of(
                        "aws-sdk:kms:encrypt",
                        "{'CiphertextBlob': ''}",
                        "Field 'CiphertextBlob' is smaller than the minimum length"),
                Arguments.of("aws-sdk:dynamodb:getItem", "{'Item': []}", "Field 'Item' must be an object"),
                Arguments.of("dynamodb:getItem", "{'Item': {'id': {'S': 1}}}", "Field 'S' must be a string"),
                Arguments.of("states:startExecution", "{}", "Required field 'ExecutionArn' is missing"),
                // What polls a job decides.
                Arguments.of(
                        "states:startExecution.sync",
                        "{'ExecutionArn': 'a'}",
                        "Required field 'StateMachineArn' is missing"),
                Arguments.of("batch:submitJob.sync", "{'Jobs': 1}", "Field 'Jobs' must be an array"));
    }

    private static void check(String resource, FieldValidationMode mode, String result) {
        TaskResource task = Objects.requireNonNull(TaskResource.parse("arn:aws:states:::" + resource));
        MockResultRules.check(task, mode, JsonText.parseLenient(result));
    }

    @ParameterizedTest
    @MethodSource("wrongResults")
    void refuses_a_result_that_the_service_cannot_give(String resource, String result, String problem) {
        assertThat(catchThrowableOfType(
                        TestStateException.class, () -> check(resource, FieldValidationMode.STRICT, result)))
                .hasMessage("Mock result schema validation error: " + problem)
                .returns("ValidationException", TestStateException::code);
        check(resource, FieldValidationMode.NONE, result);
    }

    static Stream<Arguments> acceptedResults() {
        return Stream.of(
                Arguments.of("events:putEvents", "{'random': 'json'}"),
                Arguments.of("lambda:invoke", "{'Payload': {'any': ['json']}}"),
                Arguments.of("sqs:sendMessage.waitForTaskToken", "{'MessageId': 1}"),
                Arguments.of("http:invoke", "{'StatusCode': 'x'}"),
                Arguments.of("apigateway:invoke", "{'StatusCode': 'x'}"),
                Arguments.of("aws-sdk:nosuchservice:doIt", "{'x': 1}"));
    }

    @ParameterizedTest
    @MethodSource("acceptedResults")
    void accepts_what_the_models_say_nothing_about(String resource, String result) {
        check(resource, FieldValidationMode.STRICT, result);
    }

    @Test
    void only_strict_misses_members() {
        check("states:startExecution", FieldValidationMode.PRESENT, "{}");
        assertThat(start().withMockResult("{'ExecutionArn': 'a', 'StartDate': '2025-01-01'}")
                        .run()
                        .status())
                .isEqualTo(TestStateStatus.SUCCEEDED);
        assertThat(catchThrowableOfType(TestStateException.class, () -> start().withMockResult("{}")
                        .run()))
                .hasMessage("Mock result schema validation error: Required field 'ExecutionArn' is missing");
    }
}
