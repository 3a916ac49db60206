package io.github.stepunit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.task.TaskMocks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultSweepTest {

    /** Reads the receipt of a charge that may not have been made. */
    private static final StateMachine ORDER = StateMachine.of(
                    """
                    {
                      "StartAt": "Charge card",
                      "States": {
                        "Charge card": {
                          "Type": "Task",
                          "Resource": "arn:aws:states:::lambda:invoke",
                          "TimeoutSeconds": 30,
                          "Parameters": { "FunctionName": "charge-card" },
                          "ResultSelector": { "receipt.$": "$.Payload.receipt" },
                          "ResultPath": "$.payment",
                          "Retry": [ { "ErrorEquals": ["Lambda.TooManyRequestsException"], "MaxAttempts": 2 } ],
                          "Catch": [
                            { "ErrorEquals": ["CardDeclined"], "ResultPath": "$.failure", "Next": "Declined" },
                            { "ErrorEquals": ["States.Timeout"], "ResultPath": "$.failure", "Next": "Refund" }
                          ],
                          "Next": "Ship"
                        },
                        "Ship": {
                          "Type": "Task",
                          "Resource": "arn:aws:states:::sqs:sendMessage",
                          "Parameters": { "QueueUrl": "https://shipments", "MessageBody.$": "$.payment.receipt" },
                          "End": true
                        },
                        "Refund": {
                          "Type": "Task",
                          "Resource": "arn:aws:states:::lambda:invoke",
                          "Parameters": { "FunctionName": "refund", "Payload.$": "$.payment.receipt" },
                          "Next": "Declined"
                        },
                        "Declined": { "Type": "Fail", "Error": "Declined" }
                      }
                    }""")
            .named("order");

    private static Execution order(StateMachine machine, TaskMocks tasks) {
        tasks.mock("Charge card").returns("{'receipt': 'r-1'}");
        tasks.mock("Ship").succeeds();
        tasks.mock("Refund").succeeds();
        return machine.start("{'orderId': 42}");
    }

    private static List<String> names(FaultSweepReport report) {
        return report.results().stream().map(each -> each.fault().toString()).toList();
    }

    private static List<String> broken(FaultSweepReport report) {
        return report.broken().stream().map(each -> each.fault().toString()).toList();
    }

    @Test
    void every_task_fails_with_every_error_once() {
        FaultSweepReport report = FaultSweep.of(ORDER, FaultSweepTest::order).run();

        assertThat(names(report))
                .containsExactly(
                        "Charge card: Lambda.TooManyRequestsException",
                        "Charge card: Lambda.TooManyRequestsException, at every attempt",
                        "Charge card: Lambda.AWSLambdaException",
                        "Charge card: Lambda.ServiceException",
                        "Charge card: Lambda.SdkClientException",
                        "Charge card: Lambda.ResourceNotReadyException",
                        "Charge card: Lambda.InvalidSecurityGroupIDException",
                        "Charge card: Lambda.SnapStartTimeoutException",
                        "Charge card: Sandbox.Timedout",
                        "Charge card: Runtime.ExitError",
                        "Charge card: CardDeclined",
                        "Charge card: Error",
                        "Charge card: States.Timeout",
                        "Charge card: States.Timeout, though the work is done",
                        "Ship: SQS.RequestThrottledException",
                        "Ship: SQS.AmazonSQSException",
                        "Ship: SQS.SdkClientException",
                        "Ship: SQS.InvalidMessageContentsException",
                        "Ship: SQS.UnsupportedOperationException",
                        "Ship: SQS.QueueDoesNotExistException",
                        "Ship: SQS.SdkClientException, though the work is done");
    }

    @Test
    void an_execution_that_fails_of_its_own_making_is_broken_and_the_report_shows_its_path() {
        FaultSweepReport report = FaultSweep.of(ORDER, FaultSweepTest::order)
                .withKinds(FaultKind.TIMEOUT, FaultKind.ANSWER_LOST)
                .run();

        assertThat(report.text())
                .isEqualTo(
                        """
                        Fault sweep of `order`: 3 faults at 2 Task visits, 2 broken.

                        1. Charge card: States.Timeout
                           The execution of `order` does not end as its definition promises.
                             because  it fails with States.Runtime in `Refund`, an error of its own making
                             do       let what follows the fault do with the data that there is then.

                           FAILED at +00:00:30 with States.Runtime: An error occurred while executing the state 'Refund' (entered at the event id #7). The JSONPath '$.payment.receipt' specified for the field 'Payload.$' could not be found in the input '{"orderId":42,"failure":{"Error":"States.Timeout","Cause":""}}'
                             +00:00:00  Charge card, failed with States.Timeout, caught by catcher 1 -> {"orderId":42,"failure":{"Error":"States.Timeout","Cause":""}}
                             +00:00:30  Refund, failed with States.Runtime: An error occurred while executing the state 'Refund' (entered at the event id #7). The JSONPath '$.payment.receipt' specified for the field 'Payload.$' could not be found in the input '{"orderId":42,"... (248 characters) <- {"orderId":42,"failure":{"Error":"States.Timeout","Cause":""}}

                        2. Charge card: States.Timeout, though the work is done
                           The execution of `order` does not end as its definition promises.
                             because  it fails with States.Runtime in `Refund`, an error of its own making
                             do       let what follows the fault do with the data that there is then.

                           FAILED at +00:00:30 with States.Runtime: An error occurred while executing the state 'Refund' (entered at the event id #7). The JSONPath '$.payment.receipt' specified for the field 'Payload.$' could not be found in the input '{"orderId":42,"failure":{"Error":"States.Timeout","Cause":""}}'
                             +00:00:00  Charge card, failed with States.Timeout, caught by catcher 1 -> {"orderId":42,"failure":{"Error":"States.Timeout","Cause":""}}
                             +00:00:30  Refund, failed with States.Runtime: An error occurred while executing the state 'Refund' (entered at the event id #7). The JSONPath '$.payment.receipt' specified for the field 'Payload.$' could not be found in the input '{"orderId":42,"... (248 characters) <- {"orderId":42,"failure":{"Error":"States.Timeout","Cause":""}}\
                        """);
        assertThatThrownBy(report::verify).isInstanceOf(AssertionError.class).hasMessage(report.text());
    }

    @Test
    void what_the_scenario_asserts_must_hold_whatever_goes_wrong() {
        FaultSweepReport report = FaultSweep.of(ORDER, (machine, tasks) -> {
                    Execution execution = order(machine, tasks);
                    assertThat(execution.error()).isNotEqualTo("Declined");
                })
                .atStates("Charge card")
                .withErrors("CardDeclined", "Lambda.ServiceException")
                .run();

        assertThat(report.text())
                .isEqualTo(
                        """
                        Fault sweep of `order`: 2 faults at 1 Task visit, 1 broken.

                        1. Charge card: CardDeclined
                           Expecting actual:
                             "Declined"
                           not to be equal to:
                             "Declined"

                           FAILED at +00:00:00 with Declined
                             +00:00:00  Charge card, failed with CardDeclined: {"errorMessage":"Injected by the fault sweep","errorType":"CardDeclined","stackTrace":[]}, caught by catcher 0 -> {"orderId":42,"failure":{"Error":"CardDeclined","Cause":"{\\"errorMessage\\":\\"Inj...
                             +00:00:00  Declined, failed with Declined <- {"orderId":42,"failure":{"Error":"CardDeclined","Cause":"{\\"errorMessage\\":\\"Inj...\
                        """);
    }

    @Test
    void a_fault_hits_the_task_where_it_is_in_branches_iterations_and_loops() {
        StateMachine machine = StateMachine.of(
                """
                {
                  "StartAt": "Both",
                  "States": {
                    "Both": {
                      "Type": "Parallel",
                      "Branches": [
                        { "StartAt": "A", "States": { "A": %1$s, "Parameters": {}, "Resource": "arn:aws:states:::aws-sdk:sts:getCallerIdentity", "End": true } } },
                        { "StartAt": "Each", "States": { "Each": { "Type": "Map", "ItemsPath": "$.items", "End": true,
                          "ItemProcessor": { "StartAt": "B", "States": { "B": %1$s, "Parameters": {}, "Resource": "arn:aws:states:::aws-sdk:sts:getCallerIdentity", "End": true } } } } } }
                      ],
                      "Next": "Poll"
                    },
                    "Poll": %1$s, "Parameters": {}, "Resource": "arn:aws:states:::aws-sdk:sts:getCallerIdentity", "Next": "Done?" },
                    "Done?": {
                      "Type": "Choice",
                      "Choices": [ { "Variable": "$.done", "BooleanEquals": true, "Next": "Done" } ],
                      "Default": "Poll"
                    },
                    "Done": { "Type": "Succeed" }
                  }
                }"""
                        .formatted("{ \"Type\": \"Task\""));

        FaultSweepReport report = FaultSweep.of(machine, (each, tasks) -> {
                    tasks.mock("A").returns("{}");
                    tasks.mock("B").returns("{}");
                    tasks.mock("Poll").returns("{'done': false}").thenReturns("{'done': true}");
                    each.start("{'items': [1, 2]}");
                })
                .withKinds(FaultKind.ACCESS_DENIED)
                .run();

        assertThat(names(report))
                .containsExactly(
                        "Both[0]/A: Sts.StsException",
                        "Both[1]/Each[0]/B: Sts.StsException",
                        "Both[1]/Each[1]/B: Sts.StsException",
                        "Poll: Sts.StsException",
                        "Poll #2: Sts.StsException");
        assertThat(report.results())
                .allSatisfy(each -> assertThat(each.executions().get(0).error()).isEqualTo("Sts.StsException"));
        assertThat(report.results().get(4).executions().get(0).history().visits())
                .filteredOn(visit -> visit.name().equals("Poll"))
                .hasSize(2);
    }

    @Test
    void of_two_executions_side_by_side_each_fault_hits_one_at_each_of_its_attempts() {
        StateMachine machine = StateMachine.of(
                """
                { "StartAt": "Reserve", "States": { "Reserve": {
                    "Type": "Task", "Parameters": {}, "Resource": "arn:aws:states:::aws-sdk:sts:getCallerIdentity", "End": true,
                    "Retry": [ { "ErrorEquals": ["States.ALL"], "IntervalSeconds": 10, "MaxAttempts": 2, "BackoffRate": 1 } ] } } }""");

        FaultSweepReport report = FaultSweep.of(machine, (each, tasks) -> {
                    tasks.mock("Reserve").returns("{}").after(Duration.ofSeconds(5));
                    Execution first = each.startPaused("{'order': 1}");
                    Execution second = each.startPaused("{'order': 2}");
                    // Their attempts alternate: 1, 1, 2, 2, ...
                    for (int i = 0; i < 4; i++) {
                        first.advance(Duration.ofSeconds(10));
                        second.advance(Duration.ofSeconds(10));
                    }
                })
                .withKinds(FaultKind.ACCESS_DENIED)
                .run();

        assertThat(report.results().stream()
                        .map(each ->
                                each.fault() + " -> " + each.executions().get(0).status() + ", "
                                        + each.executions().get(1).status()))
                .containsExactly(
                        "Reserve: Sts.StsException -> SUCCEEDED, SUCCEEDED",
                        "Reserve: Sts.StsException, at every attempt -> FAILED, SUCCEEDED",
                        "Reserve #2: Sts.StsException -> SUCCEEDED, SUCCEEDED",
                        "Reserve #2: Sts.StsException, at every attempt -> SUCCEEDED, FAILED");
    }

    @Test
    void a_task_that_is_redriven_is_visited_again() {
        FaultSweepReport report = FaultSweep.of(ORDER, (machine, tasks) -> {
                    Execution execution = order(machine, tasks);
                    if (execution.status() == ExecutionStatus.FAILED) {
                        execution.redrive();
                    }
                })
                .atStates("Ship")
                .withKinds(FaultKind.ACCESS_DENIED)
                .run();

        assertThat(names(report)).containsExactly("Ship: SQS.AmazonSQSException");
        assertThat(report.results().get(0).executions().get(0).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void nested_executions_go_wrong_as_well_and_so_does_their_start() {
        StateMachine child = StateMachine.of(
                        """
                        { "StartAt": "Call bank", "States": { "Call bank": {
                            "Type": "Task", "Parameters": {}, "Resource": "arn:aws:states:::aws-sdk:sts:getCallerIdentity", "End": true } } }""")
                .named("payment");
        StateMachine parent = StateMachine.of(
                        """
                        { "StartAt": "Charge", "States": { "Charge": {
                            "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
                            "Parameters": { "StateMachineArn": "arn:aws:states:us-east-1:123456789012:stateMachine:payment" },
                            "End": true } } }""")
                .withStateMachines(child);

        FaultSweepReport report = FaultSweep.of(parent, (machine, tasks) -> {
                    tasks.mock("Call bank").returns("{}");
                    machine.start();
                })
                .withKinds(FaultKind.ACCESS_DENIED, FaultKind.JOB_FAILED, FaultKind.ANSWER_LOST)
                .run();

        assertThat(names(report))
                .containsExactly(
                        "Charge: StepFunctions.AWSStepFunctionsException",
                        "Charge: States.TaskFailed",
                        "Charge/Call bank: Sts.StsException",
                        "Charge/Call bank: Sts.SdkClientException, though the work is done");
        assertThat(report.results())
                .extracting(each -> each.executions().size())
                .containsExactly(1, 1, 2, 2);
    }

    @Test
    void a_job_or_callback_that_never_ends_hangs() {
        StateMachine machine = StateMachine.of(
                """
                { "StartAt": "Approve", "States": { "Approve": {
                    "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                    "Parameters": { "QueueUrl": "https://approvals", "MessageBody.$": "$$.Task.Token" },
                    "End": true } } }""");

        FaultSweepReport report = FaultSweep.of(machine, (each, tasks) -> {
                    tasks.mock("Approve").returns("{}");
                    each.start();
                })
                .run();

        assertThat(broken(report)).containsExactly("Approve: no answer, ever");
        assertThat(report.broken().get(0).failure())
                .hasMessage(
                        """
                        The execution of `StateMachine` does not end as its definition promises.
                          fault    Approve: no answer, ever
                          because  it hangs: nothing ends it before AWS does, after 365 days
                          do       give the Task that is waited for a TimeoutSeconds or HeartbeatSeconds, or the machine a TimeoutSeconds.

                        TIMED_OUT at +365d 00:00:00 with States.Timeout
                          +00:00:00  Approve, aborted <- {}""");
    }

    @Test
    void a_task_of_an_express_workflow_is_delivered_twice() {
        StateMachine machine = StateMachine.of(
                """
                { "StartAt": "Charge", "States": { "Charge": {
                    "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge", "End": true } } }""",
                StateMachineType.EXPRESS);

        FaultSweepReport report = FaultSweep.of(machine, (each, tasks) -> {
                    tasks.mock("Charge").returns("{}");
                    each.start();
                    assertThat(tasks.mock("Charge").calls()).isLessThan(2);
                })
                .run();

        assertThat(broken(report)).containsExactly("Charge: delivered twice");
    }

    @Test
    void an_error_that_nothing_handles_is_broken_only_on_demand() {
        FaultSweep sweep = FaultSweep.of(ORDER, FaultSweepTest::order).atStates("Ship");

        assertThat(broken(sweep.run())).isEmpty();
        assertThat(broken(sweep.handlingEveryError().run())).isEqualTo(names(sweep.run()));
        assertThat(sweep.handlingEveryError()
                        .withKinds(FaultKind.SERVER_ERROR)
                        .run()
                        .text())
                .startsWith(
                        """
                        Fault sweep of `order`: 1 fault at 1 Task visit, 1 broken.

                        1. Ship: SQS.AmazonSQSException
                           The execution of `order` does not end as its definition promises.
                             because  nothing handles SQS.AmazonSQSException in `Ship`
                             do       add a Catch there, or do not ask that every error is handled.

                           FAILED at +00:00:00 with SQS.AmazonSQSException: The service encountered""");
    }

    @Test
    void says_what_it_leaves_out_and_takes_the_first_visits_of_each_state_first() {
        StateMachine machine = StateMachine.of(
                """
                { "StartAt": "Each", "States": {
                    "Each": { "Type": "Map", "Next": "Last", "ItemProcessor": { "StartAt": "B", "States": { "B": {
                        "Type": "Task", "Parameters": {}, "Resource": "arn:aws:states:::aws-sdk:sts:getCallerIdentity", "End": true } } } },
                    "Last": { "Type": "Task", "Parameters": {}, "Resource": "arn:aws:states:::aws-sdk:sts:getCallerIdentity", "End": true } } }""");

        FaultSweepReport report = FaultSweep.of(machine, (each, tasks) -> {
                    tasks.mock("aws-sdk:sts:getCallerIdentity").returns("{}").always();
                    each.start("[1, 2, 3]");
                })
                .withKinds(FaultKind.ACCESS_DENIED)
                .atMost(3)
                .run();

        assertThat(names(report))
                .containsExactly(
                        "Each[0]/B: Sts.StsException", "Last: Sts.StsException", "Each[1]/B: Sts.StsException");
        assertThat(report.text())
                .isEqualTo(
                        """
                        Fault sweep of `StateMachine`: 3 faults at 3 Task visits, none broken.
                        1 more fault was not tried: the sweep may have 3 runs.""");
    }

    @Test
    void an_express_machine_that_runs_into_the_five_minutes_hangs_whatever_it_sets_itself() {
        StateMachine machine = StateMachine.of(
                """
                { "TimeoutSeconds": 600, "StartAt": "Read", "States": {
                    "Read": { "Type": "Task", "Parameters": {}, "Resource": "arn:aws:states:::aws-sdk:sts:getCallerIdentity", "End": true,
                      "Catch": [ { "ErrorEquals": ["States.ALL"], "Next": "Pause" } ] },
                    "Pause": { "Type": "Wait", "Seconds": 400, "End": true } } }""",
                StateMachineType.EXPRESS);

        FaultSweepReport report = FaultSweep.of(machine, (each, tasks) -> {
                    tasks.mock("Read").returns("{}");
                    each.start();
                })
                .withKinds(FaultKind.ACCESS_DENIED)
                .run();

        assertThat(report.text()).contains("it hangs: only the five minutes of an Express workflow end it");
    }

    @Test
    void an_execution_that_the_scenario_listens_for_is_looked_at_all_the_same() {
        List<Execution> heard = new ArrayList<>();
        FaultSweepReport report = FaultSweep.of(ORDER, (machine, tasks) -> order(machine.onStart(heard::add), tasks))
                .withKinds(FaultKind.TIMEOUT)
                .run();

        assertThat(broken(report)).containsExactly("Charge card: States.Timeout");
        assertThat(heard).hasSize(2);
    }

    @Test
    void tasks_of_an_execution_that_nobody_has_told_of_are_no_pass() {
        FaultRun run = new FaultRuns(FaultSettings.DEFAULT).next();
        TaskMocks tasks = new TaskMocks();
        order(ORDER.withTasks(run.around(ORDER, tasks)), tasks);

        assertThatThrownBy(() -> run.passed(List.of()))
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        """
                        Tasks were visited, but the sweep has not seen the execution that did.
                          fault    none: this is the scenario itself
                          do       start executions with the machine that the test is given, or with one made of it.""");
    }

    @Test
    void a_kind_may_be_named_twice() {
        FaultSweep sweep = FaultSweep.of(ORDER, FaultSweepTest::order);

        assertThat(names(sweep.withKinds(FaultKind.TIMEOUT, FaultKind.TIMEOUT).run()))
                .containsExactly("Charge card: States.Timeout");
        assertThat(names(sweep.withKinds(FaultKind.TIMEOUT, FaultKind.ACCESS_DENIED)
                        .withoutKinds(FaultKind.ACCESS_DENIED, FaultKind.ACCESS_DENIED)
                        .run()))
                .containsExactly("Charge card: States.Timeout");
    }

    @Test
    void two_sweeps_are_the_same() {
        FaultSweep sweep = FaultSweep.of(ORDER, FaultSweepTest::order);

        assertThat(sweep.run().text()).isEqualTo(sweep.run().text());
    }

    @Test
    void the_scenario_itself_has_to_pass() {
        assertThatThrownBy(() -> FaultSweep.of(ORDER, (machine, tasks) -> machine.start())
                        .run())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(
                        "The scenario of a fault sweep has to pass without a fault, but fails:\nNo mock answers the Task `Charge card`.");
    }

    @Test
    void there_has_to_be_something_that_could_go_wrong() {
        assertThatThrownBy(() -> FaultSweep.of(ORDER, FaultSweepTest::order)
                        .atStates("Refund")
                        .run())
                .hasMessage(
                        """
                        The scenario of a fault sweep has to pass without a fault, but fails:
                        There is nothing that could go wrong: the scenario visits none of the states of the sweep.
                          states   `Refund`
                          visited  `Charge card`, `Ship`""");
        assertThatThrownBy(() -> FaultSweep.of(
                                StateMachine.of(
                                        "{'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}}".replace('\'', '"')),
                                (machine, tasks) -> machine.start())
                        .run())
                .hasMessage(
                        """
                        The scenario of a fault sweep has to pass without a fault, but fails:
                        There is nothing that could go wrong: the scenario visits no Task.
                          do       let it start the machine with an input that does.""");
    }

    @Test
    void refuses_what_makes_no_sense() {
        FaultSweep sweep = FaultSweep.of(ORDER, FaultSweepTest::order);

        assertThatThrownBy(() -> sweep.atMost(0)).hasMessage("A fault sweep needs at least 1 run, but max was 0.");
        assertThatThrownBy(() -> sweep.withKinds())
                .hasMessage("A fault sweep needs at least one kind of fault, but all are left out.");
    }
}
