package io.github.stepunit.rules;

import static io.github.stepunit.rules.Asl.callback;
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
import io.github.stepunit.RedriveStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.Limits;
import io.github.stepunit.history.Attempt;
import io.github.stepunit.history.ExecutionHistory;
import io.github.stepunit.history.ExecutionTree;
import io.github.stepunit.history.HistoryEventDetails.ExecutionRedriven;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.history.VisitStatus;
import io.github.stepunit.s3.S3Objects;
import io.github.stepunit.task.TaskOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** RedriveExecution: goes on where an execution was interrupted. */
class RedriveTest {

    private static final StateMachine TWO_TASKS =
            machine(invoke("A", "'Next': 'B'") + "," + invoke("B", "'ResultPath': '$.b', 'End': true"));

    @Test
    void a_failed_task_is_scheduled_again_with_its_input_and_not_entered_again() {
        Answers answers = Answers.of("A", TaskOutcome.succeed("{'a': 1}"))
                .and("B", TaskOutcome.fail("Down"), TaskOutcome.succeed("2"));
        Execution execution = TWO_TASKS.withTasks(answers).start();

        execution.redrive();

        assertThat(output(execution)).isEqualTo("{'a':1,'b':2}");
        assertThat(EventLines.of(execution))
                .endsWith(
                        """
                        7 6 TaskStateEntered B
                        8 7 TaskScheduled
                        9 8 TaskStarted
                        10 9 TaskFailed
                        11 10 ExecutionFailed
                        12 11 ExecutionRedriven
                        13 12 TaskScheduled
                        14 13 TaskStarted
                        15 14 TaskSucceeded
                        16 15 TaskStateExited B
                        17 16 ExecutionSucceeded""");
        assertThat(execution.history().events().get(11).details()).isEqualTo(new ExecutionRedriven(1));
        assertThat(execution.redriveCount()).isEqualTo(1);
        assertThat(answers.invocations()).extracting(call -> call.stateName()).containsExactly("A", "B", "B");
    }

    @Test
    void other_mocks_can_answer_from_then_on() {
        Execution execution =
                TWO_TASKS.withTasks(Answers.of("B", TaskOutcome.fail("Down"))).start();

        execution.redrive(Answers.of("B", TaskOutcome.succeed("'mended'")));

        assertThat(execution.output().get("b").textValue()).isEqualTo("mended");
    }

    @Test
    void it_can_fail_and_be_redriven_again() {
        Execution execution = TWO_TASKS
                .withTasks(Answers.of("B", TaskOutcome.fail("1"), TaskOutcome.fail("2"), TaskOutcome.succeed("3")))
                .start();

        assertThat(execution.redrive().error()).isEqualTo("2");
        assertThat(execution.redrive().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(execution.redriveCount()).isEqualTo(2);
    }

    @Test
    void the_visit_of_the_state_goes_on_with_another_attempt() {
        Execution execution = TWO_TASKS
                .withTasks(Answers.of("B", TaskOutcome.fail("Down", "for repair"), TaskOutcome.succeed("2")))
                .start()
                .redriveAfter(Duration.ofHours(2));

        StateVisit visit = execution.history().visits().get(1);
        assertThat(visit.status()).isEqualTo(VisitStatus.SUCCEEDED);
        assertThat(visit.error()).isNull();
        assertThat(visit.attempts()).extracting(Attempt::failed).containsExactly(true, false);
        assertThat(ExecutionTree.of(execution.history()).render().lines().skip(2))
                .containsExactly(
                        "  +00:00:00  B, 2 attempts -> {\"FunctionName\":\"f\",\"b\":2}",
                        "    +00:00:00  attempt 1, failed with Down: for repair",
                        "    +02:00:00  attempt 2, redrive 1, succeeded");
    }

    @Test
    void retries_begin_anew() {
        Execution execution = machine(invoke(
                        "A",
                        "'Retry': [{'ErrorEquals': ['States.ALL'], 'MaxAttempts': 1, 'IntervalSeconds': 7}],"
                                + " 'End': true"))
                .withTasks(Answers.of("A", TaskOutcome.fail("E")))
                .start();
        assertThat(EventLines.times(execution, "TaskScheduled")).containsExactly("0s", "7s");

        execution.redrive();

        assertThat(EventLines.times(execution, "TaskScheduled")).containsExactly("0s", "7s", "7s", "14s");
    }

    @Test
    void the_context_object_tells_of_it() {
        StateMachine machine = machine(invoke("A", "'Next': 'B'")
                + ", 'B': {'Type': 'Pass', 'Parameters': {'e.$': '$$.Execution'}, 'OutputPath': '$.e', 'End': true}");
        Execution execution = machine.withTasks(Answers.of("A", TaskOutcome.fail("E"), TaskOutcome.succeed("1")))
                .start()
                .redriveAfter(Duration.ofMinutes(5));

        assertThat(execution.output().get("RedriveCount").intValue()).isEqualTo(1);
        assertThat(execution.output().get("RedriveTime").textValue()).isEqualTo("2025-01-01T00:05:00.000Z");
        assertThat(execution.redriveTime()).isEqualTo(Instant.parse("2025-01-01T00:05:00Z"));
    }

    @Test
    void the_retry_count_of_the_context_begins_anew() {
        Answers answers = Answers.of("A", TaskOutcome.fail("E"), TaskOutcome.fail("E"), TaskOutcome.succeed("1"));
        machine(invoke("A", "'Retry': [{'ErrorEquals': ['States.ALL'], 'MaxAttempts': 1}], 'End': true"))
                .withTasks(answers)
                .start()
                .redrive();

        assertThat(answers.invocations())
                .extracting(
                        call -> call.context().get("State").get("RetryCount").intValue())
                .containsExactly(0, 1, 0);
    }

    @Test
    void variables_are_as_they_were() {
        Execution execution = machine("'V': {'Type': 'Pass', 'Assign': {'x': 5}, 'Next': 'A'}, "
                        + invoke("A", "'ResultPath': null, 'OutputPath': '$x', 'End': true"))
                .withTasks(Answers.of("A", TaskOutcome.fail("E"), TaskOutcome.succeed("1")))
                .start()
                .redrive();

        assertThat(output(execution)).isEqualTo("5");
    }

    @Test
    void the_timeout_of_the_machine_begins_anew() {
        Execution execution = machine(
                        "'TimeoutSeconds': 60",
                        "'W': {'Type': 'Wait', 'Seconds': 40, 'Next': 'A'}, " + invoke("A", "'End': true"))
                .withTasks(Answers.of("A", TaskOutcome.succeed("1").after(Duration.ofSeconds(50))))
                .start();
        assertThat(execution.status()).isEqualTo(ExecutionStatus.TIMED_OUT);

        execution.redriveAfter(Duration.ofMinutes(1));

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(execution.duration()).hasSeconds(170);
    }

    @Test
    void a_stopped_execution_goes_on_where_it_stood() {
        Execution execution = machine("'W': {'Type': 'Wait', 'Seconds': 100, 'Next': 'Z'}, 'Z': {'Type': 'Succeed'}")
                .startPaused("{}")
                .advance(Duration.ofSeconds(30))
                .stop("Stop", null);

        execution.redrive();

        // The wait is done again.
        assertThat(EventLines.of(execution))
                .isEqualTo(
                        """
                        1 0 ExecutionStarted
                        2 0 WaitStateEntered W
                        3 0 ExecutionAborted @30s
                        4 3 ExecutionRedriven
                        5 4 WaitStateExited W @130s
                        6 5 SucceedStateEntered Z
                        7 6 SucceedStateExited Z
                        8 7 ExecutionSucceeded""");
    }

    @Test
    void an_execution_stopped_between_two_states_enters_the_next() {
        Execution execution = machine("'A': {'Type': 'Pass', 'Next': 'B'}, 'B': {'Type': 'Pass', 'End': true}")
                .startPaused("{}")
                .stop(null, null)
                .redrive();

        assertThat(EventLines.visited(execution)).containsExactly("A", "B");
    }

    @Test
    void a_wait_for_an_instant_that_has_passed_ends_at_once() {
        Execution execution = machine("'W': {'Type': 'Wait', 'Timestamp': '2025-01-01T01:00:00Z', 'End': true}")
                .startPaused("{}")
                .stop(null, null)
                .redriveAfter(Duration.ofHours(5));

        assertThat(execution.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        assertThat(execution.duration()).hasHours(5);
    }

    @Test
    void a_fail_state_is_entered_again_and_fails_again() {
        Execution execution =
                machine("'F': {'Type': 'Fail', 'Error': 'E'}").start().redrive();

        assertThat(execution.error()).isEqualTo("E");
        assertThat(EventLines.names(execution))
                .containsExactly(
                        "ExecutionStarted",
                        "FailStateEntered F",
                        "ExecutionFailed",
                        "ExecutionRedriven",
                        "FailStateEntered F",
                        "ExecutionFailed");
        assertThat(execution.history().visits())
                .extracting(StateVisit::status)
                .containsExactly(VisitStatus.FAILED, VisitStatus.FAILED);
    }

    @Test
    void a_choice_is_evaluated_again_and_fails_again() {
        Execution execution = machine(
                        "'C': {'Type': 'Choice', 'Choices': [{'Variable': '$.x', 'NumericEquals': 1, 'Next': 'Z'}]},"
                                + " 'Z': {'Type': 'Succeed'}")
                .start("{'x': 2}");
        String cause = execution.cause();

        execution.redrive();

        assertThat(execution.error()).isEqualTo("States.Runtime");
        assertThat(execution.cause()).isEqualTo(cause);
        assertThat(EventLines.visited(execution)).containsExactly("C");
    }

    @Test
    void a_task_of_a_branch_can_be_answered_by_hand_after_a_redrive() {
        Execution execution = machine(callback("T", "'End': true"))
                .withTasks(Answers.of("T", TaskOutcome.fail("E"), TaskOutcome.answerByHand()))
                .start()
                .redrivePaused();

        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
        execution.sendTaskSuccess(execution.runUntilTaskToken("T"), "7").runToEnd();
        assertThat(output(execution)).isEqualTo("7");
    }

    @Test
    void a_redrive_can_itself_be_stopped_and_redriven() {
        Execution execution = TWO_TASKS
                .withTasks(Answers.of("B", TaskOutcome.fail("E"), TaskOutcome.succeed("2")))
                .start()
                .redrivePaused()
                .stop(null, null)
                .redrive();

        assertThat(execution.output().get("b").intValue()).isEqualTo(2);
        assertThat(execution.redriveCount()).isEqualTo(2);
        assertThat(EventLines.names(execution))
                .filteredOn("TaskScheduled"::equals)
                .hasSize(3);
    }

    @Nested
    class OfBranches {

        private static final String PARALLEL = "'P': {'Type': 'Parallel', 'End': true, 'Branches': [{"
                + graph(invoke("A1", "'Next': 'A2'") + "," + invoke("A2", "'End': true")) + "}, {"
                + graph(lambda("B1", "'End': true")) + "}, {"
                + graph("'C0': {'Type': 'Wait', 'Seconds': 5, 'Next': 'C1'}, 'C1': {'Type': 'Pass', 'End': true}")
                + "}]}";

        @Test
        void only_those_that_failed_or_were_aborted_go_on_each_in_the_state_where_it_stood() {
            Answers answers = Answers.of("A1", TaskOutcome.succeed("1"))
                    .and("A2", TaskOutcome.fail("E").after(Duration.ofSeconds(1)), TaskOutcome.succeed("2"))
                    .and("B1", TaskOutcome.succeed("3"));
            Execution execution = machine(PARALLEL).withTasks(answers).start();
            assertThat(execution.error()).isEqualTo("E");

            execution.redrive();

            assertThat(output(execution)).isEqualTo("[2,3,{}]");
            assertThat(answers.invocations())
                    .extracting(call -> call.statePath())
                    .containsExactly("P[0]/A1", "P[1]/B1", "P[0]/A2", "P[0]/A2");
            assertThat(EventLines.names(execution).stream()
                            .dropWhile(name -> !name.equals("ExecutionRedriven"))
                            .toList())
                    .containsExactly(
                            "ExecutionRedriven",
                            "TaskScheduled",
                            "TaskStarted",
                            "TaskSucceeded",
                            "TaskStateExited A2",
                            "WaitStateExited C0",
                            "PassStateEntered C1",
                            "PassStateExited C1",
                            "ParallelStateSucceeded",
                            "ParallelStateExited P",
                            "ExecutionSucceeded");
        }

        @Test
        void their_visits_go_on_too() {
            Execution execution = machine(PARALLEL)
                    .withTasks(Answers.of("A2", TaskOutcome.fail("E"), TaskOutcome.succeed("2")))
                    .start()
                    .redrive();

            StateVisit parallel = execution.history().visits().get(0);
            assertThat(parallel.status()).isEqualTo(VisitStatus.SUCCEEDED);
            assertThat(parallel.attempts()).hasSize(1);
            assertThat(parallel.attempts().get(0).failed()).isFalse();
            assertThat(parallel.runs().get(0).visits())
                    .extracting(StateVisit::name, StateVisit::status, visit -> visit.attempts()
                            .size())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("A1", VisitStatus.SUCCEEDED, 1),
                            org.assertj.core.groups.Tuple.tuple("A2", VisitStatus.SUCCEEDED, 2));
            assertThat(ExecutionHistory.parse(execution.history().toJson()).visits())
                    .extracting(StateVisit::path, StateVisit::status)
                    .containsExactlyElementsOf(execution.history().visits().stream()
                            .map(visit -> org.assertj.core.groups.Tuple.tuple(visit.path(), visit.status()))
                            .toList());
        }

        @Test
        void all_run_again_after_too_large_a_result() {
            String branch = "{" + graph(invoke("A", "'End': true")) + "}";
            Answers answers = Answers.of("A", TaskOutcome.succeed("'" + "x".repeat(60) + "'"));
            Execution execution = machine("'P': {'Type': 'Parallel', 'End': true, 'Branches': [" + branch + ", "
                            + branch.replace("'A'", "'B'") + "]}")
                    .withLimits(Limits.STANDARD.withPayloadBytes(100))
                    .withTasks(answers.and("B", TaskOutcome.succeed("'" + "y".repeat(60) + "'")))
                    .start();
            assertThat(execution.error()).isEqualTo("States.DataLimitExceeded");

            execution.redrive(Answers.of("A", TaskOutcome.succeed("1")).and("B", TaskOutcome.succeed("2")));

            assertThat(output(execution)).isEqualTo("[1,2]");
            StateVisit parallel = execution.history().visits().get(0);
            assertThat(parallel.attempts()).extracting(Attempt::failed).containsExactly(true, false);
            assertThat(parallel.attempts().get(1).redriven()).isNotNull();
        }

        @Test
        void none_runs_again_when_the_state_itself_failed_after_them() {
            Answers answers = Answers.of("A", TaskOutcome.succeed("1"));
            Execution execution = machine("'P': {'Type': 'Parallel', 'ResultSelector': {'x.$': '$.x'}, 'End': true,"
                            + " 'Branches': [{" + graph(invoke("A", "'End': true")) + "}]}")
                    .withTasks(answers)
                    .start();

            execution.redrive();

            assertThat(execution.error()).isEqualTo("States.Runtime");
            assertThat(answers.invocations()).hasSize(1);
        }

        @Test
        void branches_inside_branches_go_on_in_the_same_way() {
            Answers answers =
                    Answers.of("A", TaskOutcome.succeed("1")).and("B", TaskOutcome.fail("E"), TaskOutcome.succeed("2"));
            Execution execution = machine("'P': {'Type': 'Parallel', 'End': true, 'Branches': [{"
                            + graph("'Q': {'Type': 'Parallel', 'End': true, 'Branches': [{"
                                    + graph(invoke("A", "'End': true")) + "}, {" + graph(invoke("B", "'End': true"))
                                    + "}]}")
                            + "}]}")
                    .withTasks(answers)
                    .start()
                    .redrive();

            assertThat(output(execution)).isEqualTo("[[1,2]]");
            assertThat(answers.invocations()).hasSize(3);
        }
    }

    @Nested
    class OfIterations {

        private static final String MAP = "'M': {'Type': 'Map', 'MaxConcurrency': 2, 'End': true, 'ItemProcessor': {"
                + graph("'P': {'Type': 'Pass', 'Next': 'T'}, " + invoke("T", "'End': true")) + "}}";

        private static List<Integer> indexes(Answers answers) {
            return answers.invocations().stream().map(call -> call.mapIndex()).toList();
        }

        @Test
        void only_those_that_failed_or_were_aborted_or_never_began_run() {
            Answers answers = Answers.of(
                    "T",
                    TaskOutcome.succeed("0"),
                    TaskOutcome.succeed("1").after(Duration.ofSeconds(9)),
                    TaskOutcome.fail("E"),
                    TaskOutcome.succeed("'again'"));
            Execution execution = machine(MAP).withTasks(answers).start("[10, 11, 12, 13]");
            assertThat(indexes(answers)).containsExactly(0, 1, 2);

            execution.redrive();

            assertThat(indexes(answers)).containsExactly(0, 1, 2, 1, 2, 3);
            assertThat(output(execution)).isEqualTo("[0,'again','again','again']");
            assertThat(EventLines.visited(execution)).filteredOn("P"::equals).hasSize(4);
            StateVisit map = execution.history().visits().get(0);
            assertThat(map.status()).isEqualTo(VisitStatus.SUCCEEDED);
            assertThat(map.attempts()).hasSize(1);
            assertThat(map.runs()).hasSize(4);
        }

        @Test
        void an_item_whose_selector_failed_is_selected_again() {
            Execution execution = machine("'M': {'Type': 'Map', 'End': true, 'ItemSelector': {'x.$':"
                            + " 'States.MathAdd($$.Map.Item.Value, 1)'}, 'ItemProcessor': {"
                            + graph(invoke("T", "'End': true")) + "}}")
                    .start("[1, 'no number', 3]");

            execution.redrive();

            assertThat(execution.error()).isEqualTo("States.IntrinsicFailure");
            assertThat(EventLines.names(execution))
                    .filteredOn(name -> name.startsWith("MapIterationStarted"))
                    .containsExactly("MapIterationStarted M[0]", "MapIterationStarted M[0]");
        }
    }

    @Nested
    class IsRefused {

        private static void refused(Execution execution, String reason) {
            assertThat(execution.redriveStatus()).isEqualTo(RedriveStatus.NOT_REDRIVABLE);
            assertThat(execution.redriveStatusReason()).isEqualTo(reason);
            assertThatThrownBy(execution::redrive)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("cannot be redriven (AWS:")
                    .hasMessageContaining(reason);
        }

        @Test
        void to_one_that_succeeded() {
            refused(machine("'Z': {'Type': 'Succeed'}").start(), "Execution is SUCCEEDED and cannot be redriven");
        }

        @Test
        void to_one_that_runs() {
            Execution execution = machine("'Z': {'Type': 'Succeed'}").startPaused("{}");

            refused(execution, "Execution is RUNNING and cannot be redriven");
            assertThatThrownBy(execution::redrive)
                    .hasMessage("RedriveExecution: the execution cannot be redriven (AWS: ExecutionNotRedrivable,"
                            + " Execution is RUNNING and cannot be redriven). Run it to its end first.");
        }

        @Test
        void after_fourteen_days() {
            Execution execution = machine("'F': {'Type': 'Fail'}").start();

            assertThat(execution.redriveStatus()).isEqualTo(RedriveStatus.REDRIVABLE);
            assertThat(execution.redriveStatusReason()).isNull();
            assertThatThrownBy(() -> execution.redriveAfter(Duration.ofDays(14).plusMillis(1)))
                    .hasMessageContaining("Execution redrivable period exceeded");
            assertThat(execution.redriveAfter(Duration.ofDays(14)).redriveCount())
                    .isEqualTo(1);
        }

        @Test
        void when_the_history_is_full() {
            Execution execution = machine("'A': {'Type': 'Pass', 'Next': 'F'}, 'F': {'Type': 'Fail'}")
                    .withLimits(Limits.STANDARD.withHistoryEvents(6))
                    .start();

            refused(execution, "Execution history event limit exceeded");
        }

        @Test
        void a_year_after_the_start() {
            Execution execution = machine(
                            "'W': {'Type': 'Wait', 'Seconds': 31530000, 'Next': 'F'}, 'F': {'Type': 'Fail'}")
                    .start();

            assertThatThrownBy(() -> execution.redriveAfter(Duration.ofDays(1)))
                    .hasMessageContaining("Execution has exceeded the max execution time");
        }

        @Test
        void to_express() {
            refused(
                    express("'F': {'Type': 'Fail'}").start(),
                    "Invalid Arn: 'Resource type not valid in this context: express'");
        }

        @Test
        void back_in_time() {
            assertThatThrownBy(() -> machine("'F': {'Type': 'Fail'}").start().redriveAfter(Duration.ofSeconds(-1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Virtual time goes forward only, but the redrive should come after PT-1S.");
        }
    }

    @Test
    void describe_execution_tells_of_it() {
        Execution execution =
                machine("'F': {'Type': 'Fail', 'Error': 'E', 'Cause': 'c'}").start("{'x':1}");

        assertThat(text(execution.describeExecutionAnswer()))
                .isEqualTo("{'cause':'c','error':'E','executionArn':'arn:aws:states:us-east-1:123456789012:execution:"
                        + "StateMachine:execution','input':'{\\'x\\':1}','inputDetails':{'included':true},"
                        + "'name':'execution','redriveCount':0,'redriveStatus':'REDRIVABLE',"
                        + "'startDate':'2025-01-01T00:00:00.000Z',"
                        + "'stateMachineArn':'arn:aws:states:us-east-1:123456789012:stateMachine:StateMachine',"
                        + "'status':'FAILED','stopDate':'2025-01-01T00:00:00.000Z'}");
        execution.redriveAfter(Duration.ofHours(1));
        assertThat(execution.describeExecutionAnswer().get("redriveCount").intValue())
                .isEqualTo(1);
        assertThat(execution.describeExecutionAnswer().get("redriveDate").textValue())
                .isEqualTo("2025-01-01T01:00:00.000Z");
    }

    @Nested
    class OfDistributedMaps {

        private StateMachine map(String executionType, String fields) {
            return machine("'M': {'Type': 'Map', 'End': true, 'ItemsPath': '$', " + fields
                    + "'ItemProcessor': {'ProcessorConfig': {'Mode': 'DISTRIBUTED', 'ExecutionType': '" + executionType
                    + "'}, 'StartAt': 'T', 'States': {" + invoke("T", "'End': true") + "}}}");
        }

        @Test
        void go_on_in_the_same_map_run_with_the_children_that_have_not_succeeded() {
            Answers answers = Answers.of(
                    "T",
                    TaskOutcome.succeed("'a'"),
                    TaskOutcome.fail("Down"),
                    TaskOutcome.succeed("'b'"),
                    TaskOutcome.succeed("'c'"));
            Execution execution =
                    map("STANDARD", "'MaxConcurrency': 1, ").withTasks(answers).start("[1, 2, 3]");
            assertThat(execution.mapRun("M").itemCounts().failed()).isEqualTo(1);
            assertThat(execution.mapRun("M").itemCounts().pending()).isEqualTo(1);
            assertThat(execution.mapRun("M").child(1).redriveStatus()).isEqualTo(RedriveStatus.REDRIVABLE_BY_MAP_RUN);

            execution.redrive();

            assertThat(output(execution)).isEqualTo("['a','b','c']");
            assertThat(EventLines.of(execution))
                    .isEqualTo(
                            """
                            1 0 ExecutionStarted
                            2 0 MapStateEntered M
                            3 2 MapStateStarted
                            4 3 MapRunStarted
                            5 4 MapRunFailed
                            6 5 MapStateFailed
                            7 6 ExecutionFailed
                            8 7 ExecutionRedriven
                            9 8 MapRunRedriven
                            10 9 MapRunSucceeded
                            11 10 MapStateSucceeded
                            12 9 MapStateExited M
                            13 12 ExecutionSucceeded""");
            assertThat(execution.mapRuns()).hasSize(1);
            assertThat(execution.mapRun("M").redriveCount()).isEqualTo(1);
            assertThat(execution.mapRun("M").itemCounts().succeeded()).isEqualTo(3);
            assertThat(execution.mapRun("M").itemCounts().failed()).isZero();
            assertThat(execution.mapRun("M").child(1).redriveCount()).isEqualTo(1);
            assertThat(execution.mapRun("M").child(0).redriveCount()).isZero();
            assertThat(answers.invocations()).hasSize(4);
        }

        @Test
        void start_express_children_anew() {
            Answers answers = Answers.of("T", TaskOutcome.fail("Down"), TaskOutcome.succeed("'a'"));
            Execution execution = map("EXPRESS", "").withTasks(answers).start("[1]");
            String failed = execution.mapRun("M").child(0).arn();

            execution.redrive();

            assertThat(output(execution)).isEqualTo("['a']");
            assertThat(execution.mapRun("M").child(0).arn()).isNotEqualTo(failed);
            assertThat(execution.mapRun("M").executionCounts().total()).isEqualTo(1);
        }

        @Test
        void can_fail_again_and_be_redriven_again() {
            Answers answers = Answers.of(
                    "T",
                    TaskOutcome.fail("Down"),
                    TaskOutcome.fail("Down"),
                    TaskOutcome.succeed("'a'"),
                    TaskOutcome.succeed("'b'"));
            Execution execution =
                    map("STANDARD", "'MaxConcurrency': 1, ").withTasks(answers).start("[1, 2]");

            execution.redrive();
            assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
            execution.redrive();

            assertThat(output(execution)).isEqualTo("['a','b']");
            assertThat(execution.mapRun("M").redriveCount()).isEqualTo(2);
        }

        @Test
        void read_their_items_again_when_those_could_not_be_read() {
            S3Objects objects = new S3Objects().createBucket("b");
            StateMachine reading = machine(
                            "'M': {'Type': 'Map', 'End': true, 'ItemReader': {'Resource':"
                                    + " 'arn:aws:states:::s3:getObject', 'ReaderConfig': {'InputType': 'JSON'}, 'Parameters': {'Bucket':"
                                    + " 'b', 'Key': 'k.json'}}, 'ItemProcessor': {'ProcessorConfig': {'Mode': 'DISTRIBUTED',"
                                    + " 'ExecutionType': 'STANDARD'}, 'StartAt': 'P', 'States': {'P': {'Type': 'Pass', 'End': true}}}}")
                    .withObjects(objects);
            Execution execution = reading.start();
            assertThat(execution.error()).isEqualTo("States.ItemReaderFailed");

            objects.put("b", "k.json", "[1]");
            execution.redrive();

            assertThat(output(execution)).isEqualTo("[1]");
        }
    }
}
