package io.github.stepunit.task;

import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.stepunit.StateMachine;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripted answers that a Task never gives: the whole text of every message. */
class AnswerErrorsTest {

    private static final String FUNCTION = FakeInvocation.CHARGE;
    private static final String PUT_ITEM = "arn:aws:states:::dynamodb:putItem";
    private static final String CALLBACK = "arn:aws:states:::lambda:invoke.waitForTaskToken";
    private static final String JOB = "arn:aws:states:::glue:startJobRun.sync";
    private static final String ACTIVITY = "arn:aws:states:us-east-1:123456789012:activity:approve";

    private static final List<Consumer<TaskMock>> SCRIPTS = List.of(
            mock -> mock.returns("1").withHeartbeats(ofMinutes(1)),
            mock -> mock.returns("1").pickedUpAfter(ofMinutes(1)),
            mock -> mock.returns("1").submittedWith("{}"),
            TaskMock::answersByHand);

    private final TaskMocks tasks = new TaskMocks();
    private final TaskMock charge = tasks.mock("Charge card");
    private final FakeInvocation invocation = FakeInvocation.of("Charge card");

    /** The message, with line numbers and lambda names out of the way. */
    private static String message(ThrowingCallable code) {
        return String.valueOf(catchThrowable(code).getMessage())
                .replaceAll(
                        "io\\.github\\.stepunit\\.task\\.([\\w$.]+?)\\.[\\w$]+\\((\\w+\\.java):\\d+\\)", "$1($2:N)");
    }

    private StateMachine machine(String resource) {
        return StateMachine.of(
                        """
                        {"StartAt": "Charge card", "States": {"Charge card": {
                          "Type": "Task", "Resource": "%s", "Parameters": {}, "End": true}}}"""
                                .formatted(resource)
                                .replace("\"Parameters\": {}", parameters(resource)))
                .withTasks(tasks);
    }

    private static String parameters(String resource) {
        return switch (resource) {
            case CALLBACK -> "\"Parameters\": {\"FunctionName\": \"f\", \"Payload\": {\"token.$\": \"$$.Task.Token\"}}";
            case JOB -> "\"Parameters\": {\"JobName\": \"j\"}";
            default -> "\"Comment\": \"\"";
        };
    }

    @Nested
    class The_way_a_Task_is_done {

        @Test
        void is_checked_before_the_execution_starts() {
            charge.returns("1").withHeartbeats(ofMinutes(1));
            assertThatIllegalArgumentException().isThrownBy(machine(FUNCTION)::start);
            assertThat(message(machine(FUNCTION)::start))
                    .isEqualTo(
                            """
                            The mock `Charge card` says withHeartbeats(…), but the Task `Charge card` cannot: a request that is answered at once has no task token to send heartbeats with.
                              resource  arn:aws:lambda:eu-west-1:123456789012:function:charge-card:live
                              scripted  at AnswerErrorsTest$The_way_a_Task_is_done(AnswerErrorsTest.java:N)
                              do        leave them out, or make the Task a callback (.waitForTaskToken), a job (.sync) or an activity.""");
        }

        @Test
        void is_checked_when_a_Task_asks_a_script_that_was_begun_later() {
            charge.returns("1").pickedUpAfter(ofMinutes(1));
            assertThatExceptionOfType(MockAnswerException.class).isThrownBy(() -> tasks.handle(invocation));
            assertThat(message(() -> tasks.handle(invocation)))
                    .isEqualTo(
                            """
                            The mock `Charge card` says pickedUpAfter(…), but the Task `Charge card` cannot: only the task of an activity waits until a worker takes it up.
                              where     Charge card, attempt 1, at 2025-01-01T00:00:07Z
                              resource  arn:aws:lambda:eu-west-1:123456789012:function:charge-card:live
                              input     {}
                              scripted  at AnswerErrorsTest$The_way_a_Task_is_done(AnswerErrorsTest.java:N)
                              do        say with after(…) how long the Task takes.""");
        }

        @ParameterizedTest
        @CsvSource({
            // heartbeats, pick-up, submission, by hand
            FUNCTION + ", false, false, false, false",
            CALLBACK + ", true, false, true, true",
            JOB + ", true, false, true, true",
            ACTIVITY + ", true, true, false, true"
        })
        void is_what_the_resource_allows(
                String resource, boolean heartbeats, boolean pickUp, boolean submission, boolean byHand) {
            List<Boolean> allowed = List.of(heartbeats, pickUp, submission, byHand);
            for (int i = 0; i < allowed.size(); i++) {
                SCRIPTS.get(i).accept(charge);
                Throwable refusal = catchThrowable(() -> machine(resource).startPaused("{}"));
                Throwable later = catchThrowable(() -> tasks.handle(invocation.to(resource)));
                assertThat(refusal == null).as("script %s", i).isEqualTo(allowed.get(i));
                assertThat(later == null).as("script %s", i).isEqualTo(allowed.get(i));
            }
        }

        @Test
        void may_fit_only_some_of_the_Tasks_that_a_selector_matches() {
            StateMachine both = StateMachine.of(
                            """
                            {"StartAt": "A", "States": {
                              "A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                                    "Parameters": {"FunctionName": "f"}, "Next": "B"},
                              "B": {"Type": "Task", "Resource": "%s",
                                    "Parameters": {"FunctionName": "f", "Payload": {"token.$": "$$.Task.Token"}}, "End": true}}}"""
                                    .formatted(CALLBACK))
                    .withTasks(tasks.lenient());
            tasks.mock("f").returns("1").withHeartbeats(ofMinutes(1));
            tasks.mock("A").returns("1");
            assertThat(both.start().output()).hasToString("1");
        }
    }

    @Nested
    class Errors {

        @Test
        void with_the_reserved_prefix_are_those_of_Step_Functions() {
            assertThat(message(() -> charge.fails("States.TaskFailled")))
                    .isEqualTo(
                            """
                            Mock `Charge card`: AWS has no error States.TaskFailled, and the prefix States. is reserved for its own.
                              at        AnswerErrorsTest$Errors(AnswerErrorsTest.java:N)
                              do        did you mean States.TaskFailed?""");
            assertThat(message(() -> charge.returns("1").thenFails("States.OutOfCoffee", "none left")))
                    .isEqualTo(
                            """
                            Mock `Charge card`: AWS has no error States.OutOfCoffee, and the prefix States. is reserved for its own.
                              at        AnswerErrorsTest$Errors(AnswerErrorsTest.java:N)
                              do        name an error that Step Functions raises, or choose another prefix.""");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"States.TaskFailed", "States.Timeout", "States.Http.Socket", "States.Http.StatusCode.503"})
        void of_Step_Functions_are_taken(String error) {
            charge.fails(error);
            assertThat(tasks.handle(invocation)).isEqualTo(TaskOutcome.fail(error));
        }

        @Test
        void of_a_service_that_are_mistyped_are_refused() {
            charge.fails("Lambda.TooManyRequestException");
            assertThatExceptionOfType(MockAnswerException.class).isThrownBy(machine(FUNCTION)::start);
            assertThat(message(() -> tasks.handle(invocation)))
                    .isEqualTo(
                            """
                            The mock `Charge card` fails with Lambda.TooManyRequestException, which AWS never raises for the Task `Charge card`. Did you mean Lambda.TooManyRequestsException?
                              where     Charge card, attempt 1, at 2025-01-01T00:00:07Z
                              resource  arn:aws:lambda:eu-west-1:123456789012:function:charge-card:live
                              input     {}
                              scripted  at AnswerErrorsTest$Errors(AnswerErrorsTest.java:N)
                              do        fail as AWS does: no Retry or Catch that is right matches another name. An answer by a handler, TaskOutcome.fail(error, cause), takes any.""");
        }

        @ParameterizedTest
        @CsvSource({
            PUT_ITEM + ", DynamoDB.ConditionalCheckFailedExceptio",
            PUT_ITEM + ", DynamoDb.ConditionalCheckFailedException",
            PUT_ITEM + ", ConditionalCheckFailedException",
            FUNCTION + ", Lambda.UnknownError",
            FUNCTION + ", lambda.TooManyRequestsException",
            CALLBACK + ", Lambda.ServiceExcption",
        })
        void that_are_nearly_those_of_the_service_are_refused(String resource, String error) {
            charge.fails(error);
            assertThatExceptionOfType(MockAnswerException.class)
                    .isThrownBy(() -> tasks.handle(invocation.to(resource)));
        }

        @ParameterizedTest
        @CsvSource({
            PUT_ITEM + ", DynamoDB.ConditionalCheckFailedException",
            PUT_ITEM + ", DynamoDB.SomethingBrandNewException",
            PUT_ITEM + ", Boom",
            FUNCTION + ", TooManyRequestsException",
            FUNCTION + ", Lambda.SnapStartSomethingException",
            FUNCTION + ", DynamoDB.ConditionalCheckFailedExceptio",
            CALLBACK + ", CardDeclined",
            ACTIVITY + ", Lambda.TooManyRequestException",
        })
        void that_may_be_right_are_taken(String resource, String error) {
            charge.fails(error);
            assertThat(tasks.handle(invocation.to(resource)).answer())
                    .isEqualTo(TaskOutcome.fail(error).answer());
        }

        @Test
        void by_a_handler_are_any() {
            charge.answers(asked -> TaskOutcome.fail("Lambda.TooManyRequestException"));
            assertThat(tasks.handle(invocation).answer()).isInstanceOf(TaskOutcome.Answer.Failed.class);
        }
    }
}
