package io.github.stepunit.contract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskInvocation;
import io.github.stepunit.task.TaskMocks;
import io.github.stepunit.task.TaskOutcome;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

/** Executions whose Tasks and mocks are checked. */
class CheckedTasksTest {

    private static final ServiceModelCheck STRICT = ServiceModelCheck.strict();

    private final TaskMocks mocks = new TaskMocks();

    private static StateMachine machine(String asl) {
        return StateMachine.of(JsonText.write(JsonText.parseLenient(asl)));
    }

    private static StateMachine calling(String call, String parameters) {
        return machine("{'StartAt': 'Call', 'States': {'Call': {'Type': 'Task', 'Resource': 'arn:aws:states:::" + call
                + "', 'Parameters': " + parameters + ", 'End': true}}}");
    }

    private StateMachine checked(StateMachine machine) {
        return STRICT.checking(machine.withTasks(mocks));
    }

    @Test
    void a_request_that_aws_would_refuse_ends_the_run_before_the_mock_is_asked() {
        mocks.mock("Call").succeeds();
        StateMachine orders = checked(calling("aws-sdk:s3:putObject", "{'Bucket.$': '$.bucket', 'Kee': 'k'}"));

        assertThatThrownBy(() -> orders.start("{'bucket': 7}"))
                .isInstanceOf(ServiceModelException.class)
                .hasMessage(
                        """
                        The Task `Call` sends what aws-sdk:s3:putObject does not take:
                          /Kee: there is no such member. Did you mean "Key"?
                          /Bucket: must be a string, but is 7
                          /Key: is required, but missing
                          resource  arn:aws:states:::aws-sdk:s3:putObject
                          request   {"Kee":"k","Bucket":7}
                          defined   at definition:1:29
                          do        correct the state's Parameters or Arguments, or check less: FieldValidationMode.PRESENT or NONE.""");
        assertThat(mocks.mock("Call").calls()).isZero();
    }

    /** Whether a state machine or a mock does the work: one look at the request is enough. */
    @Test
    void a_request_is_checked_once() {
        int[] looks = {0};
        TaskHandler asking = new TaskHandler() {
            @Override
            public TaskOutcome handle(TaskInvocation invocation) {
                return TaskOutcome.succeed("{'ExecutionArn': 'a', 'StartDate': 1}");
            }

            @Override
            public Precedence precedence(TaskInvocation invocation) {
                return Precedence.BEFORE_STATE_MACHINE;
            }
        };
        TaskHandler checked = STRICT.checking(asking);
        TaskHandler counting = new TaskHandler() {
            @Override
            public TaskOutcome handle(TaskInvocation invocation) {
                return checked.handle(counted(invocation, looks));
            }

            @Override
            public Precedence precedence(TaskInvocation invocation) {
                return checked.precedence(counted(invocation, looks));
            }
        };

        calling("states:startExecution", "{'StateMachineArn': 'arn:aws:states:us-east-1:123456789012:stateMachine:s'}")
                .withTasks(counting)
                .start();

        assertThat(looks).containsExactly(1);
    }

    private static TaskInvocation counted(TaskInvocation invocation, int[] looks) {
        return (TaskInvocation) Proxy.newProxyInstance(
                CheckedTasksTest.class.getClassLoader(),
                new Class<?>[] {TaskInvocation.class},
                (proxy, method, args) -> {
                    if (method.getName().equals("input")) {
                        looks[0]++;
                    }
                    return method.invoke(invocation, args);
                });
    }

    @Test
    void an_answer_that_aws_never_gives_ends_the_run() {
        mocks.mock("Call").returns("{'Parameter': {'Valuee': 'x', 'Type': 'Text'}}");

        assertThatThrownBy(() -> checked(calling("aws-sdk:ssm:getParameter", "{'Name': '/a'}"))
                        .start())
                .isInstanceOf(ServiceModelException.class)
                .hasMessage(
                        """
                        The mock of `Call` answers what aws-sdk:ssm:getParameter never does:
                          /Parameter/Valuee: there is no such member. Did you mean "Value"?
                          /Parameter/Type: "Text" is not one of String, StringList, SecureString
                          resource  arn:aws:states:::aws-sdk:ssm:getParameter
                          answer    {"Parameter":{"Valuee":"x","Type":"Text"}}
                          defined   at definition:1:29
                          do        correct the mock, or check less: FieldValidationMode.PRESENT or NONE.""");
    }

    @Test
    void an_error_that_the_service_has_not_ends_the_run() {
        mocks.mock("Call").answers(call -> TaskOutcome.fail("DynamoDB.ItemGone", "gone"));

        assertThatThrownBy(() -> checked(calling("dynamodb:getItem", "{'TableName': 't', 'Key': {'Id': {'S': '1'}}}"))
                        .start())
                .isInstanceOf(ServiceModelException.class)
                .hasMessage(
                        """
                        The mock of `Call` fails as dynamodb:getItem never does:
                          it has no error "DynamoDB.ItemGone"
                          resource  arn:aws:states:::dynamodb:getItem
                          error     DynamoDB.ItemGone
                          defined   at definition:1:29
                          do        correct the mock, or check less: FieldValidationMode.PRESENT or NONE.""");
    }

    @Test
    void the_first_answer_to_a_job_is_checked_too() {
        mocks.mock("Call").answers(call -> TaskOutcome.succeed("{'JobRunState': 'SUCCEEDED'}")
                .submittedWith(JsonText.parseLenient("{'JobRun': 'jr_1'}")));

        assertThatThrownBy(() -> checked(calling("glue:startJobRun.sync", "{'JobName': 'etl'}"))
                        .start())
                .hasMessageStartingWith(
                        """
                        The mock of `Call` answers the submission with what glue:startJobRun never does:
                          /JobRun: there is no such member. Did you mean "JobRunId"?
                        """);
    }

    @Test
    void what_fits_runs_as_ever() {
        mocks.mock("Call").returns("{'Id': '1', 'Total': 3}");

        assertThat(checked(calling("dynamodb:getItem", "{'TableName': 'orders', 'Key': {'Id': {'S': '1'}}}"))
                        .start()
                        .status())
                .isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void requests_to_registered_state_machines_are_checked_although_no_mock_answers() {
        StateMachine child = machine("{'StartAt': 'Done', 'States': {'Done': {'Type': 'Succeed'}}}")
                .named("child");
        StateMachine parent = calling("states:startExecution.sync:2", "{'StateMachineArn': '" + child.arn() + "'}");
        StateMachine wrong = calling(
                "states:startExecution.sync:2", "{'StateMachineArn': '" + child.arn() + "', 'Name.$': '$.name'}");

        assertThat(checked(parent.withStateMachines(child)).start().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThatThrownBy(() -> checked(wrong.withStateMachines(child)).start("{'name': 7}"))
                .isInstanceOf(ServiceModelException.class)
                .hasMessageContaining("/Name: must be a string, but is 7");
    }
}
