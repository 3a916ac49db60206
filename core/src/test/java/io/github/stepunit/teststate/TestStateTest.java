package io.github.stepunit.teststate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.history.DataFlowStep;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskMocks;
import io.github.stepunit.task.UnmockedTaskException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One state alone, rule by rule. */
class TestStateTest {

    private static final String CHARGE =
            """
            {'Type': 'Task', 'Resource': 'arn:aws:states:::lambda:invoke', 'InputPath': '$.order',
             'Parameters': {'FunctionName': 'charge', 'Payload.$': '$'},
             'ResultSelector': {'receipt.$': '$.Payload.receipt'}, 'ResultPath': '$.payment', 'OutputPath': '$.payment',
             'Assign': {'paid.$': '$.Payload.receipt'},
             'Retry': [{'ErrorEquals': ['Throttled'], 'IntervalSeconds': 2, 'MaxAttempts': 2, 'BackoffRate': 3}],
             'Catch': [{'ErrorEquals': ['Declined'], 'Next': 'Refund', 'ResultPath': '$.error'}],
             'Next': 'Ship'}
            """;

    private static final String MACHINE =
            """
            {"StartAt": "All", "States": {
              "All": {"Type": "Map", "ItemsPath": "$.lines", "End": true,
                "ItemSelector": {"line.$": "$$.Map.Item.Value", "at.$": "$$.Map.Item.Index"},
                "ItemProcessor": {"StartAt": "Pick", "States": {
                  "Pick": {"Type": "Pass", "Next": "Print", "Parameters": {
                    "index.$": "$$.Map.Item.Index", "value.$": "$$.Map.Item.Value"}},
                  "Print": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:print",
                    "End": true}}}}}}
            """;

    private static TestState charge() {
        return TestState.of(CHARGE).withInput("{'order': {'id': 42}}");
    }

    private static JsonNode json(String text) {
        return JsonText.parseLenient(text);
    }

    private static InspectionData inspected(TestStateResult result) {
        return Objects.requireNonNull(result.inspectionData(), "inspectionData");
    }

    private static @Nullable JsonNode after(TestStateResult result, DataFlowStep step) {
        return inspected(result).after(step);
    }

    @Test
    void a_mocked_result_goes_through_the_whole_data_flow() {
        TestStateResult result = charge().withMockResult("{'StatusCode': 200, 'Payload': {'receipt': 'r-1'}}")
                .run();

        assertThat(result.status()).isEqualTo(TestStateStatus.SUCCEEDED);
        assertThat(result.nextState()).isEqualTo("Ship");
        assertThat(result.output()).isEqualTo(json("{'receipt': 'r-1'}"));
        assertThat(after(result, DataFlowStep.INPUT)).isEqualTo(json("{'order': {'id': 42}}"));
        assertThat(after(result, DataFlowStep.AFTER_INPUT_PATH)).isEqualTo(json("{'id': 42}"));
        assertThat(after(result, DataFlowStep.AFTER_PARAMETERS))
                .isEqualTo(json("{'FunctionName': 'charge', 'Payload': {'id': 42}}"));
        assertThat(after(result, DataFlowStep.RESULT))
                .isEqualTo(json("{'StatusCode': 200, 'Payload': {'receipt': 'r-1'}}"));
        assertThat(after(result, DataFlowStep.AFTER_RESULT_SELECTOR)).isEqualTo(json("{'receipt': 'r-1'}"));
        assertThat(after(result, DataFlowStep.AFTER_RESULT_PATH))
                .isEqualTo(json("{'order': {'id': 42}, 'payment': {'receipt': 'r-1'}}"));
        assertThat(inspected(result).variables()).containsEntry("paid", json("\"r-1\""));
    }

    @Test
    void an_error_is_retried_after_the_interval_of_that_retry() {
        TestState throttled = charge().withMockError("Throttled", "slow down");

        assertThat(inspected(throttled.run()).errorDetails())
                .isEqualTo(new ErrorDetails(null, 0, Duration.ofSeconds(2)));
        TestStateResult second = throttled.atRetry(1).run();

        assertThat(second.status()).isEqualTo(TestStateStatus.RETRIABLE);
        assertThat(second.error()).isEqualTo("Throttled");
        assertThat(second.cause()).isEqualTo("slow down");
        assertThat(second.output()).isNull();
        assertThat(second.nextState()).isNull();
        assertThat(inspected(second).errorDetails()).isEqualTo(new ErrorDetails(null, 0, Duration.ofSeconds(6)));
    }

    @Test
    void an_error_fails_when_its_retrier_is_used_up() {
        TestStateResult result = charge().withMockError("Throttled").atRetry(2).run();

        assertThat(result.status()).isEqualTo(TestStateStatus.FAILED);
        assertThat(inspected(result).errorDetails()).isEqualTo(new ErrorDetails(null, 0, null));
    }

    @Test
    void an_error_is_caught_with_its_output_and_its_target() {
        TestStateResult result = charge().withMockError("Declined", "no money").run();

        assertThat(result.status()).isEqualTo(TestStateStatus.CAUGHT_ERROR);
        assertThat(result.nextState()).isEqualTo("Refund");
        assertThat(result.output())
                .isEqualTo(json("{'order': {'id': 42}, 'error': {'Error': 'Declined', 'Cause': 'no money'}}"));
        assertThat(inspected(result).errorDetails()).isEqualTo(new ErrorDetails(0, null, null));
        assertThat(inspected(result).steps())
                .containsOnlyKeys(DataFlowStep.INPUT, DataFlowStep.AFTER_INPUT_PATH, DataFlowStep.AFTER_PARAMETERS);
    }

    @Test
    void an_expression_that_fails_is_the_error_of_the_state() {
        TestStateResult result = charge().withInput("{}")
                .withMockResult("{}")
                .withFieldValidation(FieldValidationMode.NONE)
                .run();

        assertThat(result.status()).isEqualTo(TestStateStatus.FAILED);
        assertThat(result.error()).isEqualTo("States.Runtime");
        assertThat(inspected(result).steps()).containsOnlyKeys(DataFlowStep.INPUT);
    }

    @Test
    void a_task_without_a_mock_is_answered_by_the_tasks() {
        TaskMocks tasks = new TaskMocks();
        tasks.mock("StateName").returns("{'receipt': 'r-9'}");

        assertThat(charge().withTasks(tasks).run().output()).isEqualTo(json("{'receipt': 'r-9'}"));
        assertThatThrownBy(() -> charge().withTasks(new TaskMocks()).run()).isInstanceOf(UnmockedTaskException.class);
        assertThatThrownBy(() -> charge().run())
                .isInstanceOf(TestStateException.class)
                .hasMessage("RoleArn must be specified when testing a Task state");
    }

    @Test
    void a_machine_tests_its_states_with_its_own_surroundings() {
        TestStateResult result = StateMachine.of(MACHINE)
                .named("labels")
                .testState("Print")
                .withMockResult("\"label\"")
                .run();

        assertThat(result.stateName()).isEqualTo("Print");
        assertThat(result.output()).isEqualTo(json("\"label\""));
        assertThat(result.nextState()).isNull();
        assertThatThrownBy(() -> StateMachine.of(MACHINE).testState("Pink"))
                .hasMessageContaining("Did you mean \"Pick\"?");
    }

    @Test
    void a_state_inside_of_a_map_works_for_its_input_as_the_item() {
        TestStateResult result =
                TestState.of(MACHINE, "Pick").withInput("{'sku': 'tea'}").run();

        assertThat(result.output()).isEqualTo(json("{'index': 0, 'value': {'sku': 'tea'}}"));
        assertThat(result.nextState()).isEqualTo("Print");
    }

    @Test
    void a_mocked_map_shows_its_items_and_their_inputs() {
        TestStateResult result = TestState.of(MACHINE, "All")
                .withInput("{'lines': ['a', 'b']}")
                .withMockResult("[1, 2]")
                .run();

        assertThat(result.output()).isEqualTo(json("[1, 2]"));
        assertThat(after(result, DataFlowStep.AFTER_ITEMS_PATH)).isEqualTo(json("['a', 'b']"));
        assertThat(after(result, DataFlowStep.AFTER_ITEM_SELECTOR))
                .isEqualTo(json("[{'line': 'a', 'at': 0}, {'line': 'b', 'at': 1}]"));
        assertThat(inspected(result).maxConcurrency()).isZero();
    }

    @Test
    void a_mocked_distributed_map_shows_its_batches_and_may_fail_by_its_threshold() {
        TestState map = TestState.of(
                        """
                        {'Type': 'Map', 'End': true, 'ToleratedFailureCount': 1, 'MaxConcurrency': 7,
                         'ItemReader': {'Resource': 'arn:aws:states:::s3:getObject', 'ReaderConfig': {'InputType': 'JSON'},
                           'Parameters': {'Bucket': 'b', 'Key': 'k'}},
                         'ItemBatcher': {'MaxItemsPerBatch': 2},
                         'ItemProcessor': {'ProcessorConfig': {'Mode': 'DISTRIBUTED', 'ExecutionType': 'STANDARD'},
                           'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}}}
                        """)
                .withMapItemReaderData("[1, 2, 3]")
                .withMockResult("['x', 'y', 'z']");

        TestStateResult tolerated = map.withMapIterationFailureCount(1).run();
        TestStateResult exceeded = map.withMapIterationFailureCount(2).run();

        assertThat(tolerated.output()).isEqualTo(json("['x', 'y', 'z']"));
        assertThat(after(tolerated, DataFlowStep.AFTER_ITEM_BATCHER))
                .isEqualTo(json("[{'Items': [1, 2]}, {'Items': [3]}]"));
        assertThat(inspected(tolerated).maxConcurrency()).isEqualTo(7);
        assertThat(inspected(tolerated).toleratedFailureCount()).isEqualTo(1);
        assertThat(exceeded.error()).isEqualTo("States.ExceedToleratedFailureThreshold");
        assertThat(exceeded.cause()).isEqualTo("The specified tolerated failure threshold was exceeded");
    }

    @Test
    void variables_are_seen_by_expressions_and_shown() {
        TestStateResult result = TestState.of(
                        "{'Type': 'Pass', 'QueryLanguage': 'JSONata', 'Output': '{% $limit * 2 %}', 'End': true,"
                                + " 'Assign': {'seen': true}}")
                .withVariables("{'limit': 21}")
                .run();

        assertThat(result.output()).isEqualTo(json("42"));
        assertThat(inspected(result).variables())
                .containsEntry("limit", json("21"))
                .containsEntry("seen", json("true"));
    }

    @Test
    void a_context_object_overlays_the_usual_one() {
        String state = "{'Type': 'Task', 'Resource': 'arn:aws:states:::sqs:sendMessage.waitForTaskToken', 'End': true,"
                + " 'Parameters': {'QueueUrl': 'q', 'MessageBody.$': '$$.Task.Token'},"
                + " 'ResultSelector': {'token.$': '$$.Task.Token', 'execution.$': '$$.Execution.Name',"
                + " 'state.$': '$$.State.Name'}}";

        TestStateResult result = TestState.of(state)
                .withContext("{'Task': {'Token': 't-1'}, 'Execution': {'Name': 'mine'}}")
                .withMockResult("{}")
                .run();

        assertThat(result.output()).isEqualTo(json("{'token': 't-1', 'execution': 'mine', 'state': 'StateName'}"));
    }

    @Test
    void a_wait_takes_no_time() {
        TestStateResult result =
                TestState.of("{'Type': 'Wait', 'Seconds': 60, 'Next': 'Go'}").run();

        assertThat(result.status()).isEqualTo(TestStateStatus.SUCCEEDED);
        assertThat(result.nextState()).isEqualTo("Go");
    }

    @Test
    void one_test_is_the_base_of_others() {
        TestState base = charge().withMockError("Throttled");

        base.atRetry(2).withInspectionLevel(InspectionLevel.INFO).run();

        assertThat(base.run().status()).isEqualTo(TestStateStatus.RETRIABLE);
        assertThat(base.run().inspectionData()).isNotNull();
        assertThat(base.withInspectionLevel(InspectionLevel.INFO).run().inspectionData())
                .isNull();
    }

    @Test
    void a_wrong_state_is_refused_with_all_that_is_wrong() {
        assertThatThrownBy(
                        () -> TestState.of("{'Type': 'Pass', 'Resource': 'x'}").run())
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("/States/StateName");
        assertThatThrownBy(() -> TestState.of("{'Type'").run())
                .isInstanceOf(InvalidDefinitionException.class)
                .hasMessageContaining("INVALID_JSON_DESCRIPTION");
    }

    @Test
    void a_result_tells_its_story() {
        assertThat(charge().withMockError("Declined", "no money").run())
                .hasToString(
                        """
                        "StateName" CAUGHT_ERROR → "Refund"
                          error                 Declined
                          cause                 no money
                          input                 {"order":{"id":42}}
                          after input path      {"id":42}
                          after parameters      {"FunctionName":"charge","Payload":{"id":42}}
                          output                {"order":{"id":42},"error":{"Error":"Declined","Cause":"no money"}}""");
    }
}
