package io.github.stepunit.rules;

import static io.github.stepunit.rules.Asl.activity;
import static io.github.stepunit.rules.Asl.callback;
import static io.github.stepunit.rules.Asl.graph;
import static io.github.stepunit.rules.Asl.json;
import static io.github.stepunit.rules.Asl.machine;
import static io.github.stepunit.rules.Asl.output;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.history.HistoryEventDetails.ActivityStarted;
import io.github.stepunit.history.HistoryEventDetails.TaskAnswered;
import io.github.stepunit.history.HistoryEventDetails.TaskFailed;
import io.github.stepunit.task.TaskOutcome;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Tasks that somebody else ends: callbacks with a token, jobs, activities (checklist 15 and 17). */
class CallbackTest {

    private static final String TASK =
            "'T': {'Type': 'Task', 'Resource':" + " 'arn:aws:lambda:us-east-1:123456789012:function:f', 'End': true}";

    private static final String Z = ", 'Z': {'Type': 'Succeed'}";

    private static Execution byHand(String fields) {
        return machine(callback("Approve", fields + "'Next': 'Z'") + Z)
                .withTasks(Answers.of("Approve", TaskOutcome.answerByHand()))
                .startPaused("{}");
    }

    private static String job(String resource, String parameters) {
        return "'T': {'Type': 'Task', 'Resource': '" + resource + "', 'Parameters': {" + parameters + "}, 'End': true}";
    }

    @Test
    void a_scripted_callback_is_submitted_and_answered_later() {
        Answers answers =
                Answers.of("Approve", TaskOutcome.succeed("{'ok': true}").after(Duration.ofMinutes(3)));
        Execution execution =
                machine(callback("Approve", "'End': true")).withTasks(answers).start();

        assertThat(output(execution)).isEqualTo("{'ok':true}");
        assertThat(EventLines.of(execution))
                .isEqualTo(
                        """
                        1 0 ExecutionStarted
                        2 0 TaskStateEntered Approve
                        3 2 TaskScheduled
                        4 3 TaskStarted
                        5 4 TaskSubmitted
                        6 5 TaskSucceeded @180s
                        7 6 TaskStateExited Approve
                        8 7 ExecutionSucceeded""");
        assertThat(answers.invocation(0).taskToken())
                .isNotNull()
                .isEqualTo(answers.invocation(0).input().at("/Payload/token").textValue());
    }

    @Test
    void a_test_answers_by_hand() {
        Execution execution = byHand("");
        String token = execution.runUntilTaskToken("Approve");
        execution.advance(Duration.ofHours(2));
        execution.sendTaskSuccess(token, "{'by': 'me'}").runToEnd();

        assertThat(output(execution)).isEqualTo("{'by':'me'}");
        assertThat(EventLines.times(execution, "TaskSucceeded")).containsExactly("7200s");
    }

    @Test
    void a_test_refuses_by_hand() {
        Execution execution = byHand("'Catch': [{'ErrorEquals': ['Denied'], 'Next': 'Z'}], ");
        execution
                .sendTaskFailure(execution.runUntilTaskToken("Approve"), "Denied", "no money")
                .runToEnd();

        assertThat(output(execution)).isEqualTo("{'Error':'Denied','Cause':'no money'}");
    }

    @Test
    void a_failure_sent_by_hand_may_lack_a_cause() {
        Execution execution = byHand("");
        execution
                .sendTaskFailure(execution.runUntilTaskToken("Approve"), "Denied", null)
                .runToEnd();

        assertThat(execution.error()).isEqualTo("Denied");
        assertThat(execution.cause()).isNull();
    }

    @Test
    void heartbeats_by_hand_keep_the_task_alive() {
        Execution execution = byHand("'HeartbeatSeconds': 60, ");
        String token = execution.runUntilTaskToken("Approve");
        for (int i = 0; i < 5; i++) {
            execution.advance(Duration.ofSeconds(59)).sendTaskHeartbeat(token);
        }
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RUNNING);
        execution.runToEnd();

        assertThat(execution.error()).isEqualTo("States.Timeout");
        assertThat(execution.duration()).isEqualTo(Duration.ofSeconds(5 * 59 + 60));
    }

    @Test
    void an_unknown_token_is_refused() {
        Execution execution = byHand("");
        execution.runUntilTaskToken("Approve");

        assertThatThrownBy(() -> execution.sendTaskSuccess("nonsense", "{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SendTaskSuccess: no task of this execution has the token \"nonsense\" (AWS: InvalidToken)."
                        + " Take it from runUntilTaskToken(state).");
    }

    @Test
    void a_token_whose_task_is_over_is_refused() {
        Execution execution = byHand("'TimeoutSeconds': 60, ");
        String token = execution.runUntilTaskToken("Approve");
        execution.runToEnd();

        assertThatThrownBy(() -> execution.sendTaskFailure(token, "E", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("SendTaskFailure: the task of the token \"" + token + "\" has ended before"
                        + " (AWS: TaskTimedOut). It has ended as FAILED with States.Timeout at +00:01:00.");
    }

    @Test
    void error_and_cause_have_the_length_that_AWS_takes() {
        Execution execution = byHand("");
        String token = execution.runUntilTaskToken("Approve");

        assertThatThrownBy(() -> execution.sendTaskFailure(token, "E".repeat(257), null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "SendTaskFailure: the error has 257 characters, and AWS takes 256 at most"
                                + " (ValidationException: Member must have length less than or equal to 256). Send less of it.");
        assertThatThrownBy(() -> execution.stop(null, "c".repeat(32_769)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("StopExecution: the cause has 32769 characters, and AWS takes 32768 at most");
        execution.sendTaskFailure(token, "E".repeat(256), "c".repeat(32_768));
        assertThat(execution.runToEnd().error()).isEqualTo("E".repeat(256));
    }

    @Test
    void a_token_can_be_answered_only_once() {
        Execution execution = byHand("");
        String token = execution.runUntilTaskToken("Approve");
        execution.sendTaskSuccess(token, "1");

        assertThatThrownBy(() -> execution.sendTaskSuccess(token, "2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has ended before (AWS: TaskTimedOut)");
        assertThat(output(execution.runToEnd())).isEqualTo("1");
    }

    @Test
    void every_attempt_has_a_token_of_its_own() {
        Execution execution = byHand("'Retry': [{'ErrorEquals': ['Again']}], ");
        String first = execution.runUntilTaskToken("Approve");
        execution.sendTaskFailure(first, "Again", null);
        String second = execution.runUntilTaskToken("Approve");

        assertThat(second).isNotEqualTo(first);
        assertThatThrownBy(() -> execution.sendTaskSuccess(first, "{}")).hasMessageContaining("has ended before");
        assertThat(execution.sendTaskSuccess(second, "{}").runToEnd().status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    }

    @Test
    void nobody_who_answers_is_reported_by_name_and_with_what_to_do() {
        assertThatThrownBy(() -> byHand("").runToEnd())
                .isInstanceOf(io.github.stepunit.ExecutionStuckException.class)
                .hasMessage(
                        """
                        The execution cannot go on to its end. It is RUNNING at +00:00:00.
                          "Approve" waits for the answer to its task token since +00:00:00; no mock sends it.
                            Start with startPaused(…) and answer it: sendTaskSuccess(runUntilTaskToken("Approve"), "{}"); or script the mock: returns(…).after(…), neverAnswers().""");
    }

    @Test
    void tokens_of_iterations_are_found_by_their_path() {
        Execution execution = machine("'M': {'Type': 'Map', 'End': true, 'ItemProcessor': {"
                        + graph(callback("Approve", "'End': true")) + "}}")
                .withTasks(Answers.of("Approve", TaskOutcome.answerByHand()))
                .startPaused("[1, 2]");
        String second = execution.runUntilTaskToken("M[1]/Approve");
        String first = execution.runUntilTaskToken("Approve");

        assertThat(first).isNotEqualTo(second);
        execution.sendTaskSuccess(second, "'b'").sendTaskSuccess(first, "'a'");
        assertThat(output(execution.runToEnd())).isEqualTo("['a','b']");
    }

    @Test
    void a_request_that_is_refused_never_waits() {
        Execution execution = machine(callback("Approve", "'End': true"))
                .withTasks(Answers.of("Approve", TaskOutcome.failToSubmit("Lambda.Unknown", "c")))
                .start();

        assertThat(EventLines.names(execution))
                .endsWith("TaskStarted", "TaskSubmitFailed", "ExecutionFailed")
                .doesNotContain("TaskSubmitted");
        assertThat(execution.history().events().get(4).details())
                .isEqualTo(new TaskFailed("lambda", "invoke.waitForTaskToken", "Lambda.Unknown", "c"));
    }

    @Test
    void a_job_is_submitted_and_ends_with_its_description() {
        Execution execution = machine(job("arn:aws:states:::glue:startJobRun.sync", "'JobName': 'j'"))
                .withTasks(Answers.of(
                        "T",
                        TaskOutcome.succeed("{'JobRunState': 'SUCCEEDED'}")
                                .submittedWith(json("{'JobRunId': 'jr'}"))
                                .after(Duration.ofMinutes(10))))
                .start();

        assertThat(output(execution)).isEqualTo("{'JobRunState':'SUCCEEDED'}");
        assertThat(execution.history().events().get(4).details())
                .isEqualTo(new TaskAnswered("glue", "startJobRun.sync", json("{'JobRunId': 'jr'}")));
        assertThat(EventLines.times(execution, "TaskSucceeded")).containsExactly("600s");
    }

    @Test
    void a_child_execution_may_be_waited_for_in_two_ways() {
        for (String suffix : new String[] {".sync", ".sync:2"}) {
            Execution execution = machine(
                            job("arn:aws:states:::states:startExecution" + suffix, "'StateMachineArn': 'a'"))
                    .withTasks(Answers.of("T", TaskOutcome.succeed("{'Output': {}}")))
                    .start();

            assertThat(EventLines.names(execution)).contains("TaskSubmitted");
            assertThat(execution.history().events().get(4).details())
                    .hasFieldOrPropertyWithValue("resource", "startExecution" + suffix);
        }
    }

    @Test
    void a_job_has_a_token_too_by_which_it_may_be_ended_before() {
        // callback/test_callback.test_sync_with_task_token
        Execution execution = machine(job(
                        "arn:aws:states:::states:startExecution.sync",
                        "'StateMachineArn': 'a', 'Input': {'token.$': '$$.Task.Token'}"))
                .withTasks(Answers.of("T", TaskOutcome.succeed("'late'").after(Duration.ofHours(1))))
                .startPaused("{}");
        execution.sendTaskSuccess(execution.runUntilTaskToken("T"), "'early'").runToEnd();

        assertThat(output(execution)).isEqualTo("'early'");
        assertThat(execution.duration()).isZero();
    }

    @Test
    void a_worker_takes_up_an_activity_some_time_later() {
        Execution execution = machine(activity("T", "'End': true"))
                .withTasks(Answers.of(
                        "T",
                        TaskOutcome.succeed("1")
                                .pickedUpAfter(Duration.ofSeconds(4), "worker-7")
                                .after(Duration.ofSeconds(2))))
                .start();

        assertThat(EventLines.of(execution))
                .isEqualTo(
                        """
                        1 0 ExecutionStarted
                        2 0 TaskStateEntered T
                        3 2 ActivityScheduled
                        4 3 ActivityStarted @4s
                        5 4 ActivitySucceeded @6s
                        6 5 TaskStateExited T
                        7 6 ExecutionSucceeded""");
        assertThat(execution.history().events().get(3).details()).isEqualTo(new ActivityStarted("worker-7"));
    }

    @Test
    void the_token_of_an_activity_goes_to_its_worker_and_not_to_the_context() {
        Answers answers = Answers.of("T", TaskOutcome.answerByHand());
        Execution execution = machine(activity("T", "'Parameters': {'c.$': '$$'}, 'End': true"))
                .withTasks(answers)
                .startPaused("{}");
        String token = execution.runUntilTaskToken("T");

        assertThat(answers.invocation(0).taskToken()).isEqualTo(token);
        assertThat(answers.invocation(0).input().at("/c/Task").isMissingNode()).isTrue();
        assertThat(answers.invocation(0).context().has("Task")).isFalse();
        assertThat(output(execution.sendTaskSuccess(token, "1").runToEnd())).isEqualTo("1");
    }

    @Test
    void an_activity_that_does_not_exist_is_never_scheduled() {
        // activities/test_activities.test_activity_task_on_deleted
        Execution execution = machine(
                        activity("T", "'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'Z'}], 'Next': 'Z'") + Z)
                .withTasks(Answers.of("T", TaskOutcome.notStarted("The activity a does not exist.")))
                .start();

        assertThat(Asl.failure(execution)).isEqualTo("States.Runtime: The activity a does not exist.");
        assertThat(EventLines.of(execution)).endsWith("2 0 TaskStateEntered T\n3 2 ExecutionFailed");
    }

    @Test
    void a_result_sent_by_hand_that_is_too_large_fails_the_task() {
        Execution execution = byHand("");
        execution
                .sendTaskSuccess(execution.runUntilTaskToken("Approve"), "\"" + "x".repeat(300_000) + "\"")
                .runToEnd();

        assertThat(execution.error()).isEqualTo("States.DataLimitExceeded");
    }

    @Test
    void a_task_without_a_token_cannot_be_answered_by_hand() {
        StateMachine machine = machine(TASK).withTasks(Answers.of("T", TaskOutcome.answerByHand()));

        assertThatThrownBy(machine::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The Task \"T\" has no task token that the test could answer by hand: ")
                .hasMessageEndingWith("Use returns(…).after(…), or neverAnswers().");
    }

    @Test
    void a_mock_cannot_move_the_clock_of_the_execution_that_asks_it() {
        AtomicReference<Execution> running = new AtomicReference<>();
        StateMachine machine = machine(TASK).withTasks(invocation -> {
            running.get().advance(Duration.ofSeconds(1));
            return TaskOutcome.succeed("1");
        });
        running.set(machine.startPaused("{}"));

        assertThatThrownBy(() -> running.get().runToEnd())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("A mock cannot advance the execution that is just asking it for an answer.");
    }

    @Test
    void a_mock_cannot_steer_the_execution_that_asks_it() {
        AtomicReference<Execution> running = new AtomicReference<>();
        StateMachine machine = machine(TASK).withTasks(invocation -> {
            running.get().stop("Why", "because");
            return TaskOutcome.succeed("1");
        });
        running.set(machine.startPaused("{}"));

        assertThatThrownBy(() -> running.get().runToEnd())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("A mock cannot stop the execution that is just asking it for an answer.");
    }

    @Test
    void an_answer_that_is_no_json_is_told_with_its_text() {
        Execution execution = machine(callback("T", "'End': true"))
                .withTasks(Answers.of("T", TaskOutcome.answerByHand()))
                .startPaused("{}");
        String token = execution.runUntilTaskToken("T");

        assertThatThrownBy(() -> execution.sendTaskSuccess(token, "done"))
                .hasMessageStartingWith("The output of SendTaskSuccess is not JSON: ")
                .hasMessageEndingWith("\n  text  done"
                        + "\n  do    quote text twice, \"'done'\"; single quotes do for names and text.");
    }
}
