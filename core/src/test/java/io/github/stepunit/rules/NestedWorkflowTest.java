package io.github.stepunit.rules;

import static io.github.stepunit.rules.Asl.express;
import static io.github.stepunit.rules.Asl.graph;
import static io.github.stepunit.rules.Asl.invoke;
import static io.github.stepunit.rules.Asl.lambda;
import static io.github.stepunit.rules.Asl.machine;
import static io.github.stepunit.rules.Asl.output;
import static io.github.stepunit.rules.Asl.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.Limits;
import io.github.stepunit.history.HistoryEventDetails.ExecutionStarted;
import io.github.stepunit.history.HistoryEventDetails.TaskAnswered;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskMocks;
import io.github.stepunit.task.TaskOutcome;
import io.github.stepunit.task.UnmockedTaskException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks that start registered state machines. */
class NestedWorkflowTest {

    private static final String PREFIX = "arn:aws:states:us-east-1:123456789012:";
    private static final String CHILD_ARN = PREFIX + "stateMachine:Child";

    private static final StateMachine CHILD = machine("'W': {'Type': 'Wait', 'Seconds': 60, 'Next': 'P'},"
                    + " 'P': {'Type': 'Pass', 'Result': {'Arg1': 'argument1'}, 'End': true}")
            .named("Child");

    private static String start(String suffix, String parameters) {
        return "'S': {'Type': 'Task', 'Resource': 'arn:aws:states:::" + suffix + "', 'Parameters': {"
                + "'StateMachineArn': '" + CHILD_ARN + "'" + parameters + "}, 'End': true}";
    }

    private static StateMachine parent(String suffix, String parameters) {
        return machine(start(suffix, parameters)).named("Parent");
    }

    private static StateMachine parent(String suffix) {
        return parent(suffix, ", 'Input.$': '$', 'Name': 'n'");
    }

    @Nested
    class FireAndForget {

        @Test
        void goes_on_at_once_with_arn_and_date() {
            Execution execution =
                    parent("states:startExecution").withStateMachines(CHILD).start("{'x':1}");

            assertThat(execution.duration()).isZero();
            JsonNode answer = execution.output();
            assertThat(answer.fieldNames())
                    .toIterable()
                    .containsExactly("ExecutionArn", "SdkHttpMetadata", "SdkResponseMetadata", "StartDate");
            assertThat(answer.get("ExecutionArn").textValue()).isEqualTo(PREFIX + "execution:Child:n");
            assertThat(answer.get("StartDate").longValue()).isEqualTo(StateMachine.DEFAULT_START.toEpochMilli());
            assertThat(text(answer.at("/SdkHttpMetadata/HttpHeaders")))
                    .isEqualTo("{'connection':'keep-alive','Content-Length':'98','Content-Type':"
                            + "'application/x-amz-json-1.0','Date':'Wed, 01 Jan 2025 00:00:00 GMT',"
                            + "'x-amzn-RequestId':'"
                            + answer.at("/SdkResponseMetadata/RequestId").textValue() + "'}");
        }

        @Test
        void the_child_runs_on_to_its_end_after_the_parent() {
            Execution execution =
                    parent("states:startExecution").withStateMachines(CHILD).start("{'x':1}");

            Execution child = execution.nestedExecution("S");
            assertThat(child.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
            assertThat(child.duration()).hasMinutes(1);
            assertThat(text(child.input())).isEqualTo("{'x':1}");
            assertThat(child.stateMachine().name()).isEqualTo("Child");
            assertThat(child.arn()).isEqualTo(PREFIX + "execution:Child:n");
            assertThat(execution.now()).isEqualTo(StateMachine.DEFAULT_START);
            assertThat(execution.nestedExecutions()).containsExactly(child);
        }

        @Test
        void a_child_that_waits_for_the_test_is_left_running() {
            StateMachine waiting = machine(Asl.callback("T", "'End': true"))
                    .named("Child")
                    .withTasks(Answers.of("T", TaskOutcome.answerByHand()));
            Execution execution =
                    parent("states:startExecution").withStateMachines(waiting).start();

            Execution child = execution.nestedExecution("S");
            assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
            assertThat(child.status()).isEqualTo(ExecutionStatus.RUNNING);
            child.sendTaskSuccess(child.runUntilTaskToken("T"), "5").runToEnd();
            assertThat(output(child)).isEqualTo("5");
        }

        @Test
        void a_child_that_nobody_ever_answers_times_out_after_a_year_when_it_is_driven() {
            StateMachine waiting = machine(lambda("T", "'End': true"))
                    .named("Child")
                    .withTasks(Answers.of("T", TaskOutcome.neverAnswer()));
            Execution child = parent("states:startExecution")
                    .withStateMachines(waiting)
                    .start()
                    .nestedExecution("S");

            assertThat(child.status()).isEqualTo(ExecutionStatus.RUNNING);
            assertThat(child.runToEnd().status()).isEqualTo(ExecutionStatus.TIMED_OUT);
            assertThat(child.duration()).hasDays(365);
        }

        @Test
        void by_the_sdk_it_has_no_metadata_and_a_date_as_text() {
            Execution execution = parent("aws-sdk:sfn:startExecution")
                    .withStateMachines(CHILD)
                    .start();

            assertThat(output(execution))
                    .isEqualTo("{'ExecutionArn':'" + PREFIX
                            + "execution:Child:n','StartDate':'2025-01-01T00:00:00.000Z'}");
        }
    }

    @Nested
    class RunAJob {

        @Test
        void waits_for_the_end_and_gets_the_description_with_text() {
            Execution execution = parent("states:startExecution.sync")
                    .withStateMachines(CHILD)
                    .start("{'x':1}");

            assertThat(execution.duration()).hasMinutes(1);
            assertThat(output(execution))
                    .isEqualTo("{'ExecutionArn':'" + PREFIX + "execution:Child:n','Input':'{\\'x\\':1}',"
                            + "'InputDetails':{'Included':true},'Name':'n','Output':'{\\'Arg1\\':\\'argument1\\'}',"
                            + "'OutputDetails':{'Included':true},'RedriveCount':0,'RedriveStatus':'NOT_REDRIVABLE',"
                            + "'RedriveStatusReason':'Execution is SUCCEEDED and cannot be redriven',"
                            + "'StartDate':1735689600000,'StateMachineArn':'" + CHILD_ARN + "','Status':'SUCCEEDED',"
                            + "'StopDate':1735689660000}");
            assertThat(EventLines.of(execution))
                    .isEqualTo(
                            """
                            1 0 ExecutionStarted
                            2 0 TaskStateEntered S
                            3 2 TaskScheduled
                            4 3 TaskStarted
                            5 4 TaskSubmitted
                            6 5 TaskSucceeded @60s
                            7 6 TaskStateExited S
                            8 7 ExecutionSucceeded""");
            JsonNode submitted =
                    ((TaskAnswered) execution.history().events().get(4).details()).output();
            assertThat(submitted.get("ExecutionArn").textValue()).isEqualTo(PREFIX + "execution:Child:n");
        }

        @Test
        void in_its_second_form_gets_json() {
            Execution execution = parent("states:startExecution.sync:2")
                    .withStateMachines(CHILD)
                    .start("{'x':1}");

            assertThat(output(execution)).contains("'Input':{'x':1},", "'Output':{'Arg1':'argument1'},");
        }

        @Test
        void a_failed_child_fails_the_task_with_its_description() {
            StateMachine failing =
                    machine("'F': {'Type': 'Fail', 'Error': 'E', 'Cause': 'c'}").named("Child");
            Execution execution = parent("states:startExecution.sync")
                    .withStateMachines(failing)
                    .start("{'x':1}");

            assertThat(execution.error()).isEqualTo("States.TaskFailed");
            assertThat(String.valueOf(execution.cause()).replace('"', '\''))
                    .isEqualTo("{'Cause':'c','Error':'E','ExecutionArn':'" + PREFIX
                            + "execution:Child:n','Input':'{\\'x\\':1}','InputDetails':{'Included':true},'Name':'n',"
                            + "'RedriveCount':0,'RedriveStatus':'REDRIVABLE','StartDate':1735689600000,"
                            + "'StateMachineArn':'" + CHILD_ARN + "','Status':'FAILED','StopDate':1735689600000}");
        }

        @Test
        void a_child_that_times_out_or_is_stopped_fails_it_too() {
            StateMachine slow = machine("'TimeoutSeconds': 5", "'W': {'Type': 'Wait', 'Seconds': 60, 'End': true}")
                    .named("Child");
            Execution timedOut =
                    parent("states:startExecution.sync").withStateMachines(slow).start();
            assertThat(timedOut.error()).isEqualTo("States.TaskFailed");
            assertThat(timedOut.cause()).contains("\"Status\":\"TIMED_OUT\"").doesNotContain("\"Error\"");
            assertThat(timedOut.duration()).hasSeconds(5);

            Execution stopped = parent("states:startExecution.sync")
                    .withStateMachines(CHILD)
                    .startPaused("{}")
                    .advance(Duration.ofSeconds(3));
            stopped.nestedExecution("S").stop("Stop", "it");
            assertThat(stopped.runToEnd().cause())
                    .contains("\"Cause\":\"it\",\"Error\":\"Stop\"", "\"Status\":\"ABORTED\"");
        }

        @Test
        void a_failure_can_be_retried_with_another_child() {
            Answers answers = Answers.of("T", TaskOutcome.fail("E"), TaskOutcome.succeed("7"));
            Execution execution = machine(start("states:startExecution.sync:2", "")
                            .replace("'End'", "'Retry': [{'ErrorEquals': ['States.TaskFailed']}], 'End'"))
                    .withStateMachines(machine(lambda("T", "'End': true")).named("Child"))
                    .withTasks(answers)
                    .start();

            assertThat(execution.output().get("Output").intValue()).isEqualTo(7);
            assertThat(execution.nestedExecutions())
                    .extracting(Execution::status)
                    .containsExactly(ExecutionStatus.FAILED, ExecutionStatus.SUCCEEDED);
            assertThatThrownBy(() -> execution.nestedExecution("S"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The state \"S\" has started 2 executions: choose of nestedExecutions(). Started were:"
                            + " \"S\" Child, \"S\" Child.");
        }

        @Test
        void the_child_is_stopped_with_the_parent() {
            Execution execution = parent("states:startExecution.sync")
                    .withStateMachines(CHILD)
                    .startPaused("{}")
                    .advance(Duration.ofSeconds(3))
                    .stop(null, null);

            assertThat(execution.nestedExecution("S").status()).isEqualTo(ExecutionStatus.ABORTED);
            assertThat(execution.nestedExecution("S").duration()).hasSeconds(3);
        }

        @Test
        void the_child_is_stopped_with_the_branch() {
            Execution execution = machine("'P': {'Type': 'Parallel', 'End': true, 'Branches': [{"
                            + graph(start("states:startExecution.sync", "")) + "}, {"
                            + graph("'F': {'Type': 'Fail', 'Error': 'E'}") + "}]}")
                    .withStateMachines(CHILD)
                    .start();

            assertThat(execution.error()).isEqualTo("E");
            assertThat(execution.nestedExecution("S").status()).isEqualTo(ExecutionStatus.ABORTED);
        }

        @Test
        void the_child_goes_on_when_the_task_times_out() {
            Execution execution = machine(
                            start("states:startExecution.sync", "").replace("'End'", "'TimeoutSeconds': 5, 'End'"))
                    .withStateMachines(CHILD)
                    .start();

            assertThat(execution.error()).isEqualTo("States.Timeout");
            assertThat(execution.duration()).hasSeconds(5);
            assertThat(execution.nestedExecution("S").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        }

        @Test
        void of_an_express_machine_there_is_none() {
            Execution execution = parent("states:startExecution.sync")
                    .withStateMachines(express("'Z': {'Type': 'Succeed'}").named("Child"))
                    .start();

            assertThat(execution.error()).isEqualTo("StepFunctions.StateMachineTypeNotSupportedException");
            assertThat(EventLines.names(execution)).contains("TaskSubmitFailed");
        }
    }

    @Nested
    class Synchronous {

        private static final String CALL = "aws-sdk:sfn:startSyncExecution";

        @Test
        void an_express_child_gives_its_answer() {
            Execution execution = parent(CALL)
                    .withStateMachines(express("'P': {'Type': 'Pass', 'Result': 5, 'End': true}")
                            .named("Child"))
                    .start("{'x':1}");

            assertThat(output(execution))
                    .startsWith("{'BillingDetails':{'BilledDurationInMilliseconds':100,'BilledMemoryUsedInMB':64},"
                            + "'ExecutionArn':'" + PREFIX + "express:Child:n:")
                    .contains("'Input':'{\\'x\\':1}'", "'Output':'5'", "'StartDate':'2025-01-01T00:00:00.000Z'");
        }

        @Test
        void a_failed_child_does_not_fail_the_task() {
            Execution execution = parent(CALL)
                    .withStateMachines(
                            express("'F': {'Type': 'Fail', 'Error': 'E'}").named("Child"))
                    .start();

            assertThat(output(execution)).contains("'Error':'E'", "'Status':'FAILED'");
        }

        @Test
        void a_standard_child_is_refused() {
            Execution execution = parent(CALL).withStateMachines(CHILD).start();

            assertThat(execution.error()).isEqualTo("Sfn.StateMachineTypeNotSupportedException");
            assertThat(execution.cause())
                    .matches("This operation is not supported by this type of state machine \\(Service: Sfn, Status"
                            + " Code: 400, Request ID: [-0-9a-f]{36}\\) \\(SDK Attempt Count: 1\\)");
        }
    }

    @Nested
    class Callback {

        private static final String CALL = "states:startExecution.waitForTaskToken";
        private static final String TOKEN = ", 'Input': {'token.$': '$$.Task.Token'}";

        @Test
        void the_child_can_send_the_token_itself() {
            StateMachine sending = machine("'W': {'Type': 'Wait', 'Seconds': 9, 'Next': 'Send'}, 'Send': {'Type':"
                            + " 'Task', 'Resource': 'arn:aws:states:::aws-sdk:sfn:sendTaskSuccess', 'Parameters':"
                            + " {'TaskToken.$': '$.token', 'Output': '{\\'done\\':true}'}, 'End': true}")
                    .named("Child");
            Execution execution = parent(CALL, TOKEN).withStateMachines(sending).start();

            assertThat(output(execution)).isEqualTo("{'done':true}");
            assertThat(execution.duration()).hasSeconds(9);
            assertThat(output(execution.nestedExecution("S"))).isEqualTo("{}");
        }

        @Test
        void or_fail_it() {
            StateMachine sending = machine("'Send': {'Type':"
                            + " 'Task', 'Resource': 'arn:aws:states:::aws-sdk:sfn:sendTaskFailure', 'Parameters':"
                            + " {'TaskToken.$': '$.token', 'Error': 'Refused', 'Cause': 'c'}, 'Next': 'Late'}, 'Late':"
                            + " {'Type': 'Task', 'Resource': 'arn:aws:states:::aws-sdk:sfn:sendTaskHeartbeat',"
                            + " 'Parameters': {'TaskToken.$': '$$.Execution.Input.token'}, 'End': true}")
                    .named("Child");
            Execution execution = parent(CALL, TOKEN).withStateMachines(sending).start();

            assertThat(execution.error()).isEqualTo("Refused");
            assertThat(execution.cause()).isEqualTo("c");
            assertThat(execution.nestedExecution("S").error()).isEqualTo("Sfn.TaskTimedOutException");
        }

        @Test
        void or_the_test() {
            Execution execution = parent(CALL, TOKEN).withStateMachines(CHILD).startPaused("{}");

            execution.sendTaskSuccess(execution.runUntilTaskToken("S"), "1").runToEnd();

            assertThat(output(execution)).isEqualTo("1");
        }

        @Test
        void the_token_of_a_job_ends_it_before_its_child() {
            // callback/test_callback.test_sync_with_task_token
            StateMachine sending = machine("'Send': {'Type':"
                            + " 'Task', 'Resource': 'arn:aws:states:::aws-sdk:sfn:sendTaskSuccess', 'Parameters':"
                            + " {'TaskToken.$': '$.token', 'Output': '1'}, 'Next': 'W'}, 'W': {'Type': 'Wait',"
                            + " 'Seconds': 60, 'End': true}")
                    .named("Child");
            Execution execution = parent("states:startExecution.sync", TOKEN)
                    .withStateMachines(sending)
                    .start();

            assertThat(output(execution)).isEqualTo("1");
            assertThat(execution.duration()).isZero();
            assertThat(execution.nestedExecution("S").duration()).hasMinutes(1);
        }
    }

    @Nested
    class Input {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "``                             | {}",
                    ", 'Input': null                | {}",
                    ", 'Input': {'a': 1}            | {'a':1}",
                    ", 'Input': [1, 2]              | [1,2]",
                    ", 'Input': '{\\'a\\': 1}'      | {'a':1}",
                    ", 'Input': '\\'text\\''        | 'text'",
                    ", 'Input': 5                   | 5"
                })
        void is_json_or_text_of_json(String parameter, String expected) {
            Execution execution = parent("states:startExecution", parameter)
                    .withStateMachines(CHILD)
                    .start();

            assertThat(text(execution.nestedExecution("S").input())).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '`',
                value = {
                    "not JSON | Invalid State Machine Execution Input: 'Unrecognized token 'not': was expecting (JSON"
                            + " String, Number, Array, Object or token 'null', 'true' or 'false')'",
                    "``       | Invalid State Machine Execution Input: 'Invalid execution input.'"
                })
        void that_is_not_json_is_refused(String input, String message) {
            Execution execution = parent("states:startExecution", ", 'Input': '" + input + "'")
                    .withStateMachines(CHILD)
                    .start();

            assertThat(execution.error()).isEqualTo("StepFunctions.InvalidExecutionInputException");
            assertThat(execution.cause())
                    .startsWith(message + " (Service: AWSStepFunctions; Status Code: 400; Error Code:"
                            + " InvalidExecutionInput; Request ID: ");
        }
    }

    @Nested
    class Names {

        private static final String TWICE = start("states:startExecution", ", 'Name': 'n', 'Input.$': '$[0]'")
                        .replace("'End': true", "'ResultPath': null, 'Next': 'S2'")
                + ", "
                + start("states:startExecution", ", 'Name': 'n', 'Input.$': '$[1]'")
                        .replace("'S'", "'S2'");

        @Test
        void the_same_name_and_input_is_the_same_execution_while_it_runs() {
            Execution execution = machine(TWICE).withStateMachines(CHILD).start("[1, 1]");

            assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
            assertThat(execution.nestedExecutions()).hasSize(1);
        }

        @Test
        void the_same_name_with_another_input_exists_already() {
            Execution execution = machine(TWICE).withStateMachines(CHILD).start("[1, 2]");

            assertThat(execution.error()).isEqualTo("StepFunctions.ExecutionAlreadyExistsException");
            assertThat(execution.cause())
                    .startsWith("Execution Already Exists: '" + PREFIX + "execution:Child:n' (Service:"
                            + " AWSStepFunctions; Status Code: 400; Error Code: ExecutionAlreadyExists; Request ID: ");
        }

        @Test
        void the_same_name_exists_already_when_it_has_ended() {
            Execution execution = machine(TWICE.replace("'Next': 'S2'", "'Next': 'W'")
                            + ", 'W': {'Type': 'Wait', 'Seconds': 100, 'Next': 'S2'}")
                    .withStateMachines(CHILD)
                    .start("[1, 1]");

            assertThat(execution.error()).isEqualTo("StepFunctions.ExecutionAlreadyExistsException");
        }

        @Test
        void names_of_express_executions_are_not_unique() {
            Execution execution = machine(TWICE)
                    .withStateMachines(express("'Z': {'Type': 'Succeed'}").named("Child"))
                    .start("[1, 2]");

            assertThat(execution.nestedExecutions())
                    .extracting(Execution::arn)
                    .doesNotHaveDuplicates()
                    .hasSize(2);
        }

        @Test
        void a_name_that_aws_refuses_is_refused() {
            Execution execution = parent("states:startExecution", ", 'Name': 'a b'")
                    .withStateMachines(CHILD)
                    .start();

            assertThat(execution.error()).isEqualTo("StepFunctions.InvalidNameException");
            assertThat(execution.cause()).startsWith("Invalid Name: 'a b' (Service: ");
        }

        @Test
        void without_a_name_each_has_its_own_the_same_in_every_run() {
            StateMachine machine = machine("'M': {'Type': 'Map', 'End': true, 'ItemProcessor': {"
                            + graph(start("states:startExecution", "")) + "}}")
                    .withStateMachines(CHILD);
            Execution first = machine.start("[1, 2]");

            assertThat(first.nestedExecutions())
                    .extracting(Execution::arn)
                    .doesNotHaveDuplicates()
                    .allMatch(arn -> arn.matches(".*:Child:[-0-9a-f]{36}"));
            assertThat(machine.start("[1, 2]").nestedExecutions())
                    .extracting(Execution::arn)
                    .isEqualTo(first.nestedExecutions().stream()
                            .map(Execution::arn)
                            .toList());
            assertThat(first.nestedExecution("M[1]/S").arn())
                    .isEqualTo(first.nestedExecutions().get(1).arn());
        }
    }

    @Nested
    class Registration {

        private static StateMachine child(int result) {
            return machine("'P': {'Type': 'Pass', 'Result': " + result + ", 'End': true}")
                    .named("Child");
        }

        private static Execution start(String arn, StateMachine... machines) {
            return machine(NestedWorkflowTest.start("states:startExecution.sync:2", "")
                            .replace(CHILD_ARN, arn))
                    .withStateMachines(machines)
                    .start();
        }

        private static int result(String arn, StateMachine... machines) {
            return start(arn, machines).output().get("Output").intValue();
        }

        @Test
        void versions_and_aliases_are_told_apart() {
            StateMachine[] machines = {
                child(0), child(1).version(1), child(2).version(2).alias("PROD")
            };

            assertThat(result(CHILD_ARN, machines)).isZero();
            assertThat(result(CHILD_ARN + ":1", machines)).isEqualTo(1);
            assertThat(result(CHILD_ARN + ":2", machines)).isEqualTo(2);
            Execution execution = start(CHILD_ARN + ":PROD", machines);
            assertThat(execution.output().get("Output").intValue()).isEqualTo(2);
            assertThat(execution.output().get("StateMachineAliasArn").textValue())
                    .isEqualTo(CHILD_ARN + ":PROD");
            ExecutionStarted started = (ExecutionStarted)
                    execution.nestedExecution("S").history().events().get(0).details();
            assertThat(started.stateMachineVersionArn()).isEqualTo(CHILD_ARN + ":2");
            assertThat(start(CHILD_ARN + ":3", machines).error())
                    .isEqualTo("StepFunctions.StateMachineDoesNotExistException");
        }

        @Test
        void without_an_unqualified_one_the_latest_version_runs() {
            assertThat(result(CHILD_ARN, child(2).version(2), child(1).version(1)))
                    .isEqualTo(2);
        }

        @Test
        void one_without_versions_stands_for_all_of_them() {
            assertThat(result(CHILD_ARN + ":7", child(3))).isEqualTo(3);
            assertThat(start(CHILD_ARN + ":PROD", child(3))
                            .output()
                            .get("StateMachineAliasArn")
                            .textValue())
                    .isEqualTo(CHILD_ARN + ":PROD");
        }

        @Test
        void the_account_decides_only_between_machines_of_one_name() {
            String other = CHILD_ARN.replace("123456789012", "222222222222");
            StateMachine[] machines = {child(1), child(2).inAccount("222222222222", "us-east-1")};

            assertThat(result(CHILD_ARN, machines)).isEqualTo(1);
            assertThat(result(other, machines)).isEqualTo(2);
            Execution elsewhere = start(other.replace("us-east-1", "eu-west-1"), child(1));
            assertThat(elsewhere.output().get("ExecutionArn").textValue())
                    .startsWith("arn:aws:states:eu-west-1:222222222222:execution:Child:");
        }

        @Test
        void an_arn_of_no_registered_machine_does_not_exist() {
            Execution execution = start(CHILD_ARN + "X", child(1));

            assertThat(execution.error()).isEqualTo("StepFunctions.StateMachineDoesNotExistException");
            assertThat(execution.cause())
                    .matches("State Machine Does Not Exist: '" + CHILD_ARN + "X' \\(Service: AWSStepFunctions; Status"
                            + " Code: 400; Error Code: StateMachineDoesNotExist; Request ID: [-0-9a-f]{36}; Proxy:"
                            + " null\\)");
            assertThat(start("Child", child(1)).error()).isEqualTo("StepFunctions.InvalidArnException");
        }

        @Test
        void without_any_registered_machine_a_mock_must_answer() {
            assertThatThrownBy(() -> parent("states:startExecution").start())
                    .isInstanceOf(UnmockedTaskException.class)
                    .hasMessageContaining("paste     tasks.mock(\"S\").returns(\"{}\");")
                    .hasMessageContaining("or        register what it starts: machine.withStateMachines(other)");
        }

        @Test
        void two_machines_of_one_name_are_refused() {
            StateMachine parent = parent("states:startExecution");

            assertThatThrownBy(() -> parent.withStateMachines(child(1), child(2)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Two different state machines are called " + CHILD_ARN
                            + ". Give one of them another name or version: named(…), version(…).");
        }

        @Test
        void what_is_registered_with_a_child_is_known_too() {
            StateMachine grandchild = child(8).named("Grandchild");
            StateMachine middle = machine(NestedWorkflowTest.start("states:startExecution.sync:2", "")
                            .replace(CHILD_ARN, CHILD_ARN.replace("Child", "Grandchild")))
                    .named("Child")
                    .withStateMachines(grandchild);
            Execution execution = start(CHILD_ARN, middle);

            assertThat(execution.output().at("/Output/Output").intValue()).isEqualTo(8);
            assertThat(execution.nestedExecutions()).hasSize(1);
            assertThat(execution
                            .nestedExecution("S")
                            .nestedExecution("S")
                            .stateMachine()
                            .name())
                    .isEqualTo("Grandchild");
        }
    }

    @Nested
    class Mocks {

        private static final StateMachine WORKER =
                machine(invoke("T", "'OutputPath': '$.Payload', 'End': true")).named("Child");

        private static StateMachine caller(TaskMocks mocks) {
            return parent("states:startExecution.sync:2", "").withTasks(mocks);
        }

        @Test
        void of_the_parent_answer_the_tasks_of_the_child_below_the_state() {
            TaskMocks mocks = new TaskMocks();
            mocks.mock("S/T").returns("7");
            Execution execution = caller(mocks).withStateMachines(WORKER).start();

            assertThat(execution.output().get("Output").intValue()).isEqualTo(7);
            mocks.verify();
        }

        @Test
        void of_the_childs_own_go_before() {
            TaskMocks parents = new TaskMocks();
            TaskMocks childs = new TaskMocks();
            childs.mock("T").returns("8");
            Execution execution =
                    caller(parents).withStateMachines(WORKER.withTasks(childs)).start();

            assertThat(execution.output().get("Output").intValue()).isEqualTo(8);
        }

        @Test
        void of_the_state_go_before_the_registered_machine() {
            TaskMocks mocks = new TaskMocks();
            mocks.mock("S").returns("{'Output': 9}");
            Execution execution = caller(mocks).withStateMachines(WORKER).start();

            assertThat(execution.output().get("Output").intValue()).isEqualTo(9);
            assertThat(execution.nestedExecutions()).isEmpty();
            assertThatThrownBy(() -> execution.nestedExecution("S"))
                    .hasMessage("The state \"S\" has started no execution. Started were: none.");
        }

        @Test
        void of_the_service_action_do_not() {
            TaskMocks mocks = new TaskMocks();
            mocks.mock("states:startExecution").returns("{'Output': 9}");
            mocks.mock("T").returns("7");
            Execution execution = caller(mocks).withStateMachines(WORKER).start();

            assertThat(execution.output().get("Output").intValue()).isEqualTo(7);
        }

        @Test
        void that_are_missing_are_told_with_the_whole_path() {
            assertThatThrownBy(() ->
                            caller(new TaskMocks()).withStateMachines(WORKER).start())
                    .isInstanceOf(UnmockedTaskException.class)
                    .hasMessageStartingWith("No mock answers the Task `S/T`.");
        }
    }

    @Nested
    class WithoutEnd {

        @Test
        void a_job_that_starts_itself_ends_with_a_hint() {
            Execution execution = machine(
                            start("states:startExecution.sync", "").replace("Child", "Self"))
                    .named("Self")
                    .start();

            assertThat(execution.error()).isEqualTo("States.Runtime");
            assertThat(execution.cause())
                    .isEqualTo(
                            "1000 executions have started one another, which is StepUnit's limit and not AWS's. Does a"
                                    + " workflow start itself without end? The last one was started by \"Self\". A mock of the"
                                    + " Task that starts it ends the chain.");
            assertThat(execution.nestedExecution("S").status()).isEqualTo(ExecutionStatus.ABORTED);
        }

        @Test
        void a_chain_that_goes_on_as_new_ends_too() {
            Execution execution = machine(start("states:startExecution", "").replace("Child", "Self"))
                    .named("Self")
                    .start();
            int depth = 0;
            Execution last = execution;
            while (!last.nestedExecutions().isEmpty()) {
                last = last.nestedExecution("S");
                depth++;
            }

            assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
            assertThat(depth).isEqualTo(1000);
            assertThat(last.cause()).startsWith("1000 executions have started one another");
        }

        @Test
        void a_child_that_goes_on_without_end_after_the_parent_uses_up_a_budget() {
            StateMachine loop = machine("'L': {'Type': 'Pass', 'Next': 'K'}, 'K': {'Type': 'Choice', 'Choices':"
                            + " [{'Variable': '$.never', 'IsPresent': true, 'Next': 'Z'}], 'Default': 'L'},"
                            + " 'Z': {'Type': 'Succeed'}")
                    .named("Child")
                    .withLimits(Limits.STANDARD.withHistoryEvents(Long.MAX_VALUE));
            StateMachine parent = parent("states:startExecution")
                    .withStateMachines(loop)
                    .withLimits(Limits.STANDARD.withSteps(1_000));

            assertThatThrownBy(parent::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("The execution has ended, but the executions that it started go on and have used up a"
                            + " budget of 1000 steps. Does one of them loop, or start itself, without end?"
                            + " Limits.withSteps gives more.");
        }

        @Test
        void deep_chains_that_end_are_fine() {
            Execution execution = machine("'C': {'Type': 'Choice', 'Choices': [{'Variable': '$.n', 'NumericEquals': 0,"
                            + " 'Next': 'Z'}], 'Default': 'S'}, 'Z': {'Type': 'Pass', 'Result': 'bottom', 'End': true}, "
                            + "'S': {'Type': 'Task', 'Resource': 'arn:aws:states:::states:startExecution.sync:2',"
                            + " 'Parameters': {'StateMachineArn.$': '$$.StateMachine.Id', 'Input': {'n.$':"
                            + " 'States.MathAdd($.n, -1)'}}, 'OutputPath': '$.Output', 'End': true}")
                    .start("{'n': 900}");

            assertThat(output(execution)).isEqualTo("'bottom'");
        }
    }

    @Test
    void a_nested_context_is_the_childs_own() {
        StateMachine child = machine("'P': {'Type': 'Pass', 'Parameters': {'e.$': '$$.Execution', 'm.$':"
                        + " '$$.StateMachine.Name'}, 'End': true}")
                .named("Child")
                .withRole("arn:aws:iam::123456789012:role/child");
        Execution execution = parent(
                        "states:startExecution.sync:2",
                        ", 'Name': 'n', 'Input': {'AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$': '$$.Execution.Id'}")
                .withStateMachines(child)
                .startingAt(Instant.parse("2026-03-01T12:00:00Z"))
                .start();

        assertThat(text(execution.output().get("Output")))
                .isEqualTo("{'e':{'Id':'" + PREFIX + "execution:Child:n','Input':{"
                        + "'AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID':'" + PREFIX + "execution:Parent:execution'},"
                        + "'StartTime':'2026-03-01T12:00:00.000Z','Name':'n','RoleArn':"
                        + "'arn:aws:iam::123456789012:role/child','RedriveCount':0},'m':'Child'}");
    }

    @Test
    void a_redriven_parent_starts_another_child() {
        Answers answers = Answers.of("T", TaskOutcome.fail("E"), TaskOutcome.succeed("7"));
        Execution execution = parent("states:startExecution.sync:2", "")
                .withStateMachines(machine(lambda("T", "'End': true")).named("Child"))
                .withTasks(answers)
                .start()
                .redriveAfter(Duration.ofMinutes(1));

        assertThat(execution.output().get("Output").intValue()).isEqualTo(7);
        assertThat(execution.nestedExecutions()).hasSize(2);
    }

    @Test
    void a_start_that_is_delivered_twice_starts_two_children() {
        StateMachine child = machine("'Z': {'Type': 'Succeed'}").named("Child");
        StateMachine once = express(start("states:startExecution", "")).named("Parent");
        StateMachine named =
                express(start("states:startExecution", ", 'Name.$': '$.id'")).named("Parent");

        assertThat(once.deliveringTwice("S").withStateMachines(child).start().nestedExecutions())
                .hasSize(2);
        // A name makes it idempotent.
        assertThat(named.deliveringTwice("S")
                        .withStateMachines(child)
                        .start("{'id': 'o-1'}")
                        .nestedExecutions())
                .hasSize(1);
    }

    @Test
    void the_history_of_a_child_is_its_own() {
        Execution execution =
                parent("states:startExecution.sync").withStateMachines(CHILD).start();
        Execution child = execution.nestedExecution("S");

        assertThat(EventLines.visited(execution)).containsExactly("S");
        assertThat(EventLines.visited(child)).containsExactly("W", "P");
        assertThat(child.history().events().get(0).id()).isEqualTo(1);
        assertThat(JsonText.parse(child.history().toJson()).get("events")).hasSize(6);
    }
}
