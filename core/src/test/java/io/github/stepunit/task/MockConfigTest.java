package io.github.stepunit.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.json.JsonText;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mock configuration files of Step Functions Local, quirk by quirk. */
class MockConfigTest {

    private static final String RETRIED =
            """
            {"StartAt": "Call", "States": {
              "Call": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f"},
                "Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 9}], "End": true}}}
            """;

    private static MockConfig config(String cases, String responses) {
        return MockConfig.parse(
                "MockConfigFile.json",
                ("{'StateMachines': {'Order': {'TestCases': " + cases + "}}, 'MockedResponses': " + responses + "}")
                        .replace('\'', '"'));
    }

    private static MockConfig calling(String response) {
        return config("{'Path': {'Call': 'called'}}", "{'called': " + response + "}");
    }

    private static Execution run(String definition, MockConfig config) {
        return StateMachine.of(definition)
                .withTasks(config.testCase("Order", "Path").tasks())
                .start("{'items': [1, 2]}");
    }

    @Test
    void answers_that_no_task_asked_for_are_known() {
        MockConfig config = config(
                "{'Path': {'Call': 'called', 'Other': 'unasked', 'Empty': 'none'}}",
                "{'called': {'0': {'Throw': {'Error': 'A'}}, '1-3': {'Return': 1}}, 'unasked': {'0': {'Return': 1}},"
                        + " 'none': {}}");
        MockConfigTasks tasks = config.testCase("Order", "Path").tasks();

        StateMachine.of(RETRIED).withTasks(tasks).start();

        assertThat(tasks.unusedAnswers())
                .containsExactly(
                        "`Call` (called) was called 2 of 4 times",
                        "`Other` (unasked) was never called",
                        "`Empty` (none) was never called");
    }

    @Test
    void invocations_are_counted_over_retries() {
        Execution execution = run(
                RETRIED,
                calling("{'0': {'Throw': {'Error': 'A', 'Cause': 'a'}}, '1-2': {'Throw': {'Error': 'B'}},"
                        + " '3': {'Return': {'Payload': 'done'}}}"));

        assertThat(execution.output()).isEqualTo(JsonText.parseLenient("{'Payload': 'done'}"));
        assertThat(execution.history().events())
                .filteredOn(event -> event.type() == HistoryEventType.TASK_SCHEDULED)
                .hasSize(4);
    }

    @Test
    void invocations_are_counted_over_iterations_and_their_retries() {
        // localstack#13107: both emulators had it wrong.
        String map =
                """
                {"StartAt": "Map", "States": {"Map": {"Type": "Map", "ItemsPath": "$.items", "MaxConcurrency": 1, "End": true,
                  "ItemProcessor": {"StartAt": "Call", "States": {"Call": {"Type": "Task", "End": true,
                    "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f",
                    "Retry": [{"ErrorEquals": ["States.ALL"]}]}}}}}}
                """;

        Execution execution =
                run(map, calling("{'0': {'Throw': {'Error': 'A'}}, '1': {'Return': 'idx1'}, '2': {'Return': 'idx2'}}"));

        assertThat(execution.output()).isEqualTo(JsonText.parseLenient("['idx1', 'idx2']"));
    }

    @Test
    void an_invocation_without_an_answer_fails_the_execution_whatever_it_catches() {
        Execution execution = run(RETRIED, calling("{'0': {'Throw': {'Error': 'A'}}}"));

        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.error()).isEqualTo("States.Runtime");
        assertThat(execution.cause())
                .endsWith("The mocked response \"called\" has nothing for invocation 1: it ends with invocation 0.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | The mocked response \"called\" has nothing for invocation 0: it is empty.",
                "{'0': {}} | Response must contain one of 'Return' or 'Throw': MockConfigFile.json"
                        + " /MockedResponses/called/0",
                "{'0': {'Return': 1, 'Throw': {'Error': 'A'}}} | Response cannot contain both 'Return' and 'Throw':"
                        + " MockConfigFile.json /MockedResponses/called/0",
            },
            quoteCharacter = '`')
    void a_response_that_says_nothing_fails_only_the_execution_that_comes_to_it(String response, String cause) {
        MockConfig config = calling(response);

        assertThat(run(RETRIED, config).error()).isEqualTo("States.Runtime");
        assertThat(run(RETRIED, config).cause()).endsWith(cause);
    }

    @Test
    void a_function_by_its_arn_gives_its_payload() {
        String definition =
                RETRIED.replace("arn:aws:states:::lambda:invoke", "arn:aws:lambda:us-east-1:123456789012:function:f");

        assertThat(run(definition, calling("{'0': {'Return': {'StatusCode': 200, 'Payload': {'a': 1}}}}"))
                        .output())
                .isEqualTo(JsonText.parseLenient("{'a': 1}"));
        assertThat(run(definition, calling("{'0': {'Return': {'a': 1}}}")).output())
                .isEqualTo(JsonText.parseLenient("{'a': 1}"));
    }

    @Test
    void a_task_without_a_mocked_response_goes_elsewhere() {
        MockConfig config = config("{'Path': {}}", "{}");
        TaskMocks others = new TaskMocks();
        others.mock("Call").returns("'other'");

        assertThatThrownBy(() -> run(RETRIED, config)).isInstanceOf(UnmockedTaskException.class);
        assertThat(StateMachine.of(RETRIED)
                        .withTasks(config.testCase("Order", "Path").tasks(others))
                        .start()
                        .status())
                .isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void a_test_case_must_fit_the_definition() {
        StateMachine machine = StateMachine.of(
                """
                {"StartAt": "Work", "States": {
                  "Work": {"Type": "Task", "Resource": "arn:aws:states:us-east-1:123456789012:activity:a", "Next": "End"},
                  "End": {"Type": "Succeed"}}}
                """);

        assertThatThrownBy(() -> fit("Work", machine))
                .hasMessage(
                        "MockConfigFile.json: the test case \"Path\" of \"Order\" mocks the state \"Work\". Activity"
                                + " state cannot be mocked. Please remove mocks mapped for all activity state in the mock config"
                                + " file.");
        assertThatThrownBy(() -> fit("End", machine))
                .hasMessageEndingWith("mocks the state \"End\", which is no Task.");
        assertThatThrownBy(() -> fit("Wrk", machine))
                .hasMessageEndingWith(
                        "mocks the state \"Wrk\", which the definition does not have. Did you mean \"Work\"?");
    }

    private static void fit(String state, StateMachine machine) {
        config("{'Path': {'" + state + "': 'r'}}", "{'r': {}}")
                .testCase("Order", "Path")
                .requireFits(machine.definition());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'x': {'Return': 1}} | MockConfigFile.json /MockedResponses/called/x must be the number of an"
                        + " invocation, from 0, or a range such as \"1-2\".",
                "{'2-1': {'Return': 1}} | MockConfigFile.json /MockedResponses/called/2-1 must be a range from a lower to"
                        + " a higher invocation.",
                "{'0': {'Return': 1}, '2': {'Return': 1}} | MockConfigFile.json /MockedResponses/called must number its"
                        + " invocations without gaps: expected one that begins at 1, but found 2.",
                "{'0': {'Throw': {}}} | MockConfigFile.json /MockedResponses/called/0/Throw needs an \"Error\" that is a"
                        + " string.",
                "[] | MockConfigFile.json /MockedResponses/called must be an object, but is [].",
            })
    void a_file_that_is_wrong_is_refused_with_the_place(String response, String message) {
        assertThatThrownBy(() -> calling(response))
                .isInstanceOf(InvalidMockConfigException.class)
                .hasMessage(message);
    }

    @Test
    void names_that_are_not_there_are_refused_with_what_is() {
        MockConfig config = calling("{}");

        assertThatThrownBy(() -> config.testCase("Oder", "Path"))
                .hasMessage(
                        "MockConfigFile.json has no state machine \"Oder\". Did you mean \"Order\"? It has: Order.");
        assertThatThrownBy(() -> config.testCase("Order", "Way"))
                .hasMessage(
                        "MockConfigFile.json has no test case \"Way\" for the state machine \"Order\". It has: Path.");
        assertThatThrownBy(() -> config("{'Path': {'Call': 'caled'}}", "{'called': {}}"))
                .hasMessage("MockConfigFile.json /StateMachines/Order/TestCases/Path/Call names the mocked response"
                        + " \"caled\", which \"MockedResponses\" does not have. Did you mean \"called\"?");
        assertThatThrownBy(() -> MockConfig.parse("m.json", "{\"StateMachines\": {},}"))
                .hasMessageStartingWith("m.json:1:22 is not JSON: ");
        assertThatThrownBy(() -> MockConfig.parse("m.json", "{}")).hasMessage("m.json has no \"MockedResponses\".");
    }

    @Test
    void a_file_is_read(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(
                directory.resolve("MockConfigFile.json"),
                "{\"StateMachines\": {\"Order\": {\"TestCases\": {\"Happy\": {}, \"Sad\": {}}}}, \"MockedResponses\": {}}");

        MockConfig config = MockConfig.read(file);

        assertThat(config.stateMachineNames()).containsExactly("Order");
        assertThat(config.testCases("Order"))
                .extracting(MockConfigTestCase::name)
                .containsExactly("Happy", "Sad");
        assertThatThrownBy(() -> MockConfig.read(directory.resolve("none.json")))
                .hasMessageStartingWith("There is no mock configuration file ")
                .hasCauseInstanceOf(FileNotFoundException.class);
    }
}
