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

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.history.Attempt;
import io.github.stepunit.history.ExecutionTree;
import io.github.stepunit.task.TaskMocks;
import io.github.stepunit.task.TaskOutcome;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is different about Express, where it has passed the rules of its definition. */
class ExpressTest {

    @Test
    void it_ends_after_five_minutes() {
        Execution execution =
                express("'W': {'Type': 'Wait', 'Seconds': 400, 'End': true}").start();

        assertThat(execution.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
        assertThat(execution.duration()).hasMinutes(5);
    }

    @Test
    void it_cannot_be_stopped_or_described() {
        Execution execution = express("'Z': {'Type': 'Succeed'}").startPaused("{}");

        assertThatThrownBy(() -> execution.stop(null, null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("StopExecution does not take an Express execution (AWS: InvalidArn, Invalid Arn: 'Resource"
                        + " type not valid in this context: express').");
        assertThatThrownBy(execution::describeExecutionAnswer)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("DescribeExecution does not take an Express execution");
    }

    @Nested
    class Synchronous {

        @Test
        void its_answer_has_the_output_as_text() {
            Execution execution = express("'W': {'Type': 'Wait', 'Seconds': 1, 'Next': 'P'},"
                            + " 'P': {'Type': 'Pass', 'Result': {'x': 1}, 'End': true}")
                    .startSync("{'a':1}");

            assertThat(text(execution.startSyncExecutionAnswer()))
                    .isEqualTo("{'billingDetails':{'billedDurationInMilliseconds':1000,'billedMemoryUsedInMB':64},"
                            + "'executionArn':'arn:aws:states:us-east-1:123456789012:express:StateMachine:execution:"
                            + "00000000-0000-4000-8000-000000000000','input':'{\\'a\\':1}',"
                            + "'inputDetails':{'included':true},'name':'execution','output':'{\\'x\\':1}',"
                            + "'outputDetails':{'included':true},'startDate':'2025-01-01T00:00:00.000Z',"
                            + "'stateMachineArn':'arn:aws:states:us-east-1:123456789012:stateMachine:StateMachine',"
                            + "'status':'SUCCEEDED','stopDate':'2025-01-01T00:00:01.000Z'}");
        }

        @Test
        void a_failure_is_an_answer_too() {
            Execution execution =
                    express("'F': {'Type': 'Fail', 'Error': 'E', 'Cause': 'c'}").startSync("{}");

            assertThat(text(execution.startSyncExecutionAnswer()))
                    .contains("'cause':'c','error':'E'", "'status':'FAILED'", "'outputDetails':{'included':true}")
                    .doesNotContain("'output':")
                    .contains("'billedDurationInMilliseconds':100,");
        }

        @Test
        void it_bills_whole_hundreds_of_milliseconds() {
            Execution execution = express(lambda("T", "'End': true"))
                    .withTasks(Answers.of("T", TaskOutcome.succeed("1").after(Duration.ofMillis(101))))
                    .startSync("{}");

            assertThat(text(execution.startSyncExecutionAnswer())).contains("'billedDurationInMilliseconds':200,");
        }

        @Test
        void there_is_none_of_a_standard_machine() {
            StateMachine machine = machine("'Z': {'Type': 'Succeed'}").named("Orders");

            assertThatThrownBy(() -> machine.startSync("{}"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("StartSyncExecution: \"Orders\" is a Standard state machine (AWS:"
                            + " StateMachineTypeNotSupported, This operation is not supported by this type of state"
                            + " machine). Use start(…), or load it as StateMachineType.EXPRESS.");
            Execution standard = machine.start();
            assertThatThrownBy(standard::startSyncExecutionAnswer)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageEndingWith("but this one is a Standard one.");
            Execution running = express("'Z': {'Type': 'Succeed'}").startPaused("{}");
            assertThatThrownBy(running::startSyncExecutionAnswer).hasMessageEndingWith("still running.");
        }

        @Test
        void it_delivers_nothing_twice() {
            StateMachine machine = express(lambda("T", "'End': true")).deliveringTwice();

            assertThatThrownBy(() -> machine.startSync("{}"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("StartSyncExecution runs each step at most once, but the machine is"
                            + " deliveringTwice(…). Only asynchronous Express executions are at-least-once: use"
                            + " start(…).");
        }
    }

    @Nested
    class DeliveredTwice {

        @Test
        void a_task_calls_its_mock_twice_and_goes_on_with_the_second_answer() {
            Answers answers = Answers.of("A", TaskOutcome.succeed("1"), TaskOutcome.succeed("2"))
                    .and("B", TaskOutcome.succeed("3"));
            Execution execution = express(
                            invoke("A", "'Next': 'B'") + "," + lambda("B", "'ResultPath': null, 'End': true"))
                    .deliveringTwice("A")
                    .withTasks(answers)
                    .start();

            assertThat(output(execution)).isEqualTo("2");
            assertThat(answers.invocations())
                    .extracting(call -> call.stateName() + call.attempt() + call.delivery())
                    .containsExactly("A11", "A12", "B11");
            assertThat(answers.invocation(0).input())
                    .isEqualTo(answers.invocation(1).input());
        }

        @Test
        void every_task_is_when_none_is_named_also_in_iterations() {
            Answers answers = Answers.echo();
            express("'M': {'Type': 'Map', 'End': true, 'ItemProcessor': {" + graph(lambda("T", "'End': true")) + "}}")
                    .deliveringTwice()
                    .withTasks(answers)
                    .start("[1, 2]");

            assertThat(answers.invocations()).hasSize(4);
        }

        @Test
        void each_attempt_is() {
            Answers answers =
                    Answers.of("T", TaskOutcome.succeed("1"), TaskOutcome.fail("E"), TaskOutcome.succeed("2"));
            Execution execution = express(lambda("T", "'Retry': [{'ErrorEquals': ['E']}], 'End': true"))
                    .deliveringTwice("T")
                    .withTasks(answers)
                    .start();

            assertThat(answers.invocations())
                    .extracting(call -> call.attempt() + " " + call.delivery())
                    .containsExactly("1 1", "1 2", "2 1", "2 2");
            assertThat(output(execution)).isEqualTo("2");
        }

        @Test
        void the_history_shows_one_attempt_and_its_trace_two_deliveries() {
            Execution execution = express(lambda("T", "'End': true"))
                    .deliveringTwice()
                    .withTasks(Answers.echo())
                    .start("1");

            assertThat(EventLines.names(execution))
                    .containsExactly(
                            "ExecutionStarted",
                            "TaskStateEntered T",
                            "LambdaFunctionScheduled",
                            "LambdaFunctionStarted",
                            "LambdaFunctionSucceeded",
                            "TaskStateExited T",
                            "ExecutionSucceeded");
            assertThat(execution.history().visits().get(0).attempts())
                    .extracting(Attempt::deliveries)
                    .containsExactly(2);
            assertThat(ExecutionTree.of(execution.history()).render()).endsWith("  +00:00:00  T, delivered twice -> 1");
        }

        @Test
        void a_script_counts_each_delivery_as_a_call() {
            TaskMocks mocks = new TaskMocks();
            mocks.mock("T").returns("1").thenReturns("2");
            Execution execution = express(lambda("T", "'End': true"))
                    .deliveringTwice("T")
                    .withTasks(mocks)
                    .start();

            assertThat(output(execution)).isEqualTo("2");
            assertThat(mocks.mock("T").calls()).isEqualTo(2);
            mocks.verify();
        }

        @Test
        void a_whole_execution_can_be() {
            Answers answers = Answers.of("T", TaskOutcome.succeed("1"), TaskOutcome.succeed("2"));
            List<Execution> runs = express(lambda("T", "'End': true"))
                    .withTasks(answers)
                    .withExecutionName("one")
                    .startTwice("{'id': 7}");

            assertThat(runs).extracting(Asl::output).containsExactly("1", "2");
            assertThat(runs.get(0).arn()).isEqualTo(runs.get(1).arn());
            assertThat(answers.invocations())
                    .extracting(call -> text(call.input()))
                    .containsOnly("{'id':7}");
        }

        @Test
        void no_standard_execution_is() {
            StateMachine machine = machine(lambda("T", "'End': true")).named("Orders");

            assertThatThrownBy(machine::deliveringTwice)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("deliveringTwice: \"Orders\" is a Standard state machine, and those run each step"
                            + " exactly once. Only Express is at-least-once: load it as StateMachineType.EXPRESS.");
            assertThatThrownBy(() -> machine.startTwice("{}")).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void only_tasks_are() {
            StateMachine machine = express(lambda("T", "'Next': 'P'") + ", 'P': {'Type': 'Pass', 'End': true}");

            assertThatThrownBy(() -> machine.deliveringTwice("P"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The state \"P\" in definition is no Task.");
            assertThatThrownBy(() -> machine.deliveringTwice("TT"))
                    .hasMessage("There is no state \"TT\" in definition. Did you mean \"T\"? Its states are: T, P.");
        }
    }
}
