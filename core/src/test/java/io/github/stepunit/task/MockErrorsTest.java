package io.github.stepunit.task;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.StateMachine;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The whole text of every message. */
class MockErrorsTest {

    private final TaskMocks tasks = new TaskMocks();
    private final FakeInvocation invocation = FakeInvocation.of("Ship all[3]/Charge card")
            .to("arn:aws:states:::lambda:invoke")
            .with("{'FunctionName': 'charge', 'Payload': {'orderId': 42}}")
            .attempt(2);

    /** The message, with line numbers and lambda names out of the way. */
    private static String message(ThrowingCallable code) {
        return String.valueOf(catchThrowable(code).getMessage())
                .replaceAll(
                        "io\\.github\\.stepunit\\.task\\.([\\w$.]+?)\\.[\\w$]+\\((\\w+\\.java):\\d+\\)", "$1($2:N)");
    }

    @Nested
    class UnmockedTasks {

        @Test
        void without_any_mock() {
            assertThatExceptionOfType(UnmockedTaskException.class).isThrownBy(() -> tasks.handle(invocation));
            assertThat(message(() -> tasks.handle(invocation)))
                    .isEqualTo(
                            """
                            No mock answers the Task `Ship all[3]/Charge card`.
                              where     Ship all[3]/Charge card, attempt 2, at 2025-01-01T00:00:07Z
                              resource  arn:aws:states:::lambda:invoke
                              input     {"FunctionName":"charge","Payload":{"orderId":42}}
                              mocks     there are none
                              paste     tasks.mock("Ship all/Charge card").returns("{}");
                                        (tasks: a TaskMocks, with @StepFunctionTest a parameter of the test)""");
        }

        @Test
        void with_near_misses_and_a_long_input() {
            tasks.mock("Charge Card").returns("1");
            tasks.mock("Something else entirely").returns("1");
            tasks.mock("lambda:Invoke").returns("1");
            FakeInvocation large = invocation.with("{'text': '" + "x".repeat(600) + "'}");
            assertThat(message(() -> tasks.handle(large)))
                    .isEqualTo(
                            """
                            No mock answers the Task `Ship all[3]/Charge card`.
                              where     Ship all[3]/Charge card, attempt 2, at 2025-01-01T00:00:07Z
                              resource  arn:aws:states:::lambda:invoke
                              input     {"text":"%s...
                              mocks     mocks exist for: `Charge Card` — did you mean `Charge card`?, `Something else entirely`, `lambda:Invoke` — did you mean `lambda:invoke`?
                              paste     tasks.mock("Ship all/Charge card").returns("{}");
                                        (tasks: a TaskMocks, with @StepFunctionTest a parameter of the test)"""
                                    .formatted("x".repeat(491)));
        }

        @Test
        void with_a_mock_that_the_test_says_nothing_about() {
            tasks.mock("Charge card");
            assertThat(message(() -> tasks.handle(invocation)))
                    .isEqualTo(
                            """
                            The mock of `Charge card` says nothing yet, and so cannot answer the Task `Ship all[3]/Charge card`.
                              where     Ship all[3]/Charge card, attempt 2, at 2025-01-01T00:00:07Z
                              resource  arn:aws:states:::lambda:invoke
                              input     {"FunctionName":"charge","Payload":{"orderId":42}}
                              paste     mock.returns("{}");
                                        (mock: the TaskMock that the test has for `Charge card`, before it starts the machine)""");
        }

        @Test
        void with_conditions_that_the_input_does_not_meet() {
            tasks.mock("Charge card").whenInputAt("$.orderId", 42).returns("1");
            tasks.mock("Charge card").whenInput(JsonNode::isArray).returns("1");
            assertThat(message(() -> tasks.handle(invocation)))
                    .contains(
                            "mocks     `Charge card` is mocked, but the input meets none of its conditions: `Charge card` when the input meets a condition, `Charge card` when $.orderId is 42.");
        }
    }

    @Test
    void an_exhausted_script_says_how_much_it_held_and_where_it_stands() {
        tasks.mock("Charge card").fails("Throttled").times(2).thenReturns("{'receipt': 'r-1'}");
        tasks.handle(invocation.attempt(1));
        tasks.handle(invocation.attempt(2));
        tasks.handle(invocation.attempt(3));
        assertThatExceptionOfType(ExhaustedMockException.class).isThrownBy(() -> tasks.handle(invocation.attempt(4)));
        assertThat(message(() -> tasks.handle(invocation.attempt(4))))
                .isEqualTo(
                        """
                        The script of the mock `Charge card` is used up: it has 3 answers, and attempt 4 of `Ship all[3]/Charge card` asked for one more.
                          where     Ship all[3]/Charge card, attempt 4, at 2025-01-01T00:00:07Z
                          resource  arn:aws:states:::lambda:invoke
                          input     {"FunctionName":"charge","Payload":{"orderId":42}}
                          script    fails with Throttled (2 times), then returns {"receipt":"r-1"}
                          scripted  at MockErrorsTest(MockErrorsTest.java:N)
                          do        add a then…(…) for this call, or end the script with .always() so that its last answer repeats.""");
    }

    @Test
    void unused_mocks_are_all_reported_at_once() {
        TaskMock charge = tasks.mock("Charge card");
        charge.fails("Throttled").thenReturns("1");
        charge.whenInputAt("$.orderId", 42).neverAnswers();
        tasks.mock("Only declared");
        tasks.mock("Ship").returns("1");
        tasks.handle(invocation);
        assertThatExceptionOfType(UnusedMocksException.class).isThrownBy(tasks::verify);
        assertThat(message(tasks::verify))
                .isEqualTo(
                        """
                        3 mocks not used as scripted:
                          `Charge card` was called 1 time and has answers left; scripted: fails with Throttled, then returns 1; at MockErrorsTest(MockErrorsTest.java:N)
                          `Charge card` when $.orderId is 42 was never called; scripted: never answers; at MockErrorsTest(MockErrorsTest.java:N)
                          `Ship` was never called; scripted: returns 1; at MockErrorsTest(MockErrorsTest.java:N)
                        Delete what the test does not need; what only some tests need ends with always().""");
        tasks.lenient().verify();
    }

    @Test
    void unused_mocks_are_in_the_order_of_the_definition() {
        StateMachine machine = StateMachine.of(
                """
                {"StartAt": "First", "States": {
                  "First": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:charge", "Next": "Second"},
                  "Second": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:ship", "End": true}}}
                """);
        TaskMocks mocks = TaskMocks.of(machine.definition());
        for (String selector : List.of("Second", "ship", "First")) {
            mocks.mock(selector).returns("1");
        }
        assertThat(mocks.unusedMocks())
                .extracting(line -> line.substring(0, line.lastIndexOf('`') + 1))
                .containsExactly("`First`", "`Second`", "`ship`");
    }

    @Test
    void a_file_without_a_name() {
        assertThat(message(() -> tasks.mock("Ship").returnsResource(" ")))
                .isEqualTo(
                        """
                        Mock `Ship`: the name of the file is blank.
                          at        MockErrorsTest(MockErrorsTest.java:N)
                          do        name a file beside the test, or from the root of the class path on: "charge-response.json".""");
    }

    @Nested
    class FaultsOfTheTest {

        private final TaskMock charge = tasks.mock("Charge card");

        @Test
        void a_handler_that_throws_fails_the_test_with_its_exception() {
            IllegalStateException thrown = new IllegalStateException("boom");
            charge.answers(any -> {
                throw thrown;
            });
            assertThatExceptionOfType(MockAnswerException.class)
                    .isThrownBy(() -> tasks.handle(invocation))
                    .havingCause()
                    .isSameAs(thrown);
            assertThat(message(() -> tasks.handle(invocation)))
                    .isEqualTo(
                            """
                            The answer of the mock `Charge card` threw java.lang.IllegalStateException: boom.
                              where     Ship all[3]/Charge card, attempt 2, at 2025-01-01T00:00:07Z
                              resource  arn:aws:states:::lambda:invoke
                              input     {"FunctionName":"charge","Payload":{"orderId":42}}
                              scripted  at MockErrorsTest$FaultsOfTheTest(MockErrorsTest.java:N)
                              do        an error that the state machine should see is an outcome: TaskOutcome.fail(error, cause).""");
        }

        @Test
        void an_assertion_error_goes_through_as_it_is() {
            AssertionError failed = new AssertionError("expected");
            charge.runs(payload -> {
                throw failed;
            });
            assertThat(catchThrowable(() -> tasks.handle(invocation))).isSameAs(failed);
        }

        @Test
        @SuppressWarnings("NullAway")
        void a_handler_that_answers_null() {
            charge.answers(any -> null);
            assertThat(message(() -> tasks.handle(invocation)))
                    .isEqualTo(
                            """
                            The answer of the mock `Charge card` was null.
                              where     Ship all[3]/Charge card, attempt 2, at 2025-01-01T00:00:07Z
                              resource  arn:aws:states:::lambda:invoke
                              input     {"FunctionName":"charge","Payload":{"orderId":42}}
                              scripted  at MockErrorsTest$FaultsOfTheTest(MockErrorsTest.java:N)
                              do        answer with a TaskOutcome, for instance TaskOutcome.succeed("{}").""");
        }

        @Test
        void a_function_whose_result_is_no_json() {
            charge.runs(payload -> new Object());
            assertThat(message(() -> tasks.handle(invocation)))
                    .startsWith(
                            "The function of the mock `Charge card` returned a java.lang.Object, which Jackson cannot turn into JSON: ");
        }

        @Test
        void a_condition_that_throws() {
            charge.whenInput(input -> input.get("missing").isArray()).returns("1");
            assertThat(message(() -> tasks.handle(invocation)))
                    .startsWith(
                            "The condition of the mock `Charge card` when the input meets a condition threw java.lang.NullPointerException")
                    .endsWith(
                            "do        a condition sees every input of its Task: let it answer false for those that it does not know.");
        }
    }

    @Nested
    class BadScripts {

        private final TaskMock charge = tasks.mock("Charge card");

        @Test
        void bad_json() {
            assertThat(message(() -> charge.returns("shipped")))
                    .startsWith("Mock `Charge card`: the answer `shipped` is not JSON: ")
                    .endsWith(
                            """
                            .
                              at        MockErrorsTest$BadScripts(MockErrorsTest.java:N)
                              do        write JSON; single quotes are allowed, and text needs them: "'shipped'".""");
        }

        @Test
        void a_negative_latency() {
            assertThat(message(() -> charge.returns("1").after(ofSeconds(-3))))
                    .isEqualTo(
                            """
                            Mock `Charge card`: after(PT-3S) is negative.
                              at        MockErrorsTest$BadScripts(MockErrorsTest.java:N)
                              do        give the virtual time from the start of the Task, which is zero or more.""");
        }

        @Test
        void no_calls() {
            assertThat(message(() -> charge.returns("1").times(0)))
                    .isEqualTo(
                            """
                            Mock `Charge card`: times(0) is less than 1.
                              at        MockErrorsTest$BadScripts(MockErrorsTest.java:N)
                              do        give a number of calls from 1, or leave the answer out.""");
        }

        @Test
        void times_and_always() {
            assertThat(message(() -> charge.returns("1").times(2).always()))
                    .isEqualTo(
                            """
                            Mock `Charge card`: always() comes after times(2) for the same answer.
                              at        MockErrorsTest$BadScripts(MockErrorsTest.java:N)
                              do        say one of them, once.""");
        }

        @Test
        void an_answer_after_always() {
            assertThat(message(() -> charge.returns("1").always().thenFails("E")))
                    .isEqualTo(
                            """
                            Mock `Charge card`: an answer stands after always(), where no call can reach it.
                              at        MockErrorsTest$BadScripts(MockErrorsTest.java:N)
                              do        end the script with always(), or say times(n) instead.""");
        }

        @Test
        void a_blank_error() {
            assertThat(message(() -> charge.fails(" ")))
                    .isEqualTo(
                            """
                            Mock `Charge card`: the error name is blank.
                              at        MockErrorsTest$BadScripts(MockErrorsTest.java:N)
                              do        give the name as AWS has it, "Lambda.TooManyRequestsException" for instance.""");
        }

        @Test
        void a_bad_path() {
            assertThat(message(() -> charge.whenInputAt("orderId", 42)))
                    .startsWith("Mock `Charge card`: whenInputAt(\"orderId\", …): ")
                    .endsWith(
                            """
                            .
                              at        MockErrorsTest$BadScripts(MockErrorsTest.java:N)
                              do        give a JSONPath into the input of the Task, "$.orderId" for instance.""");
        }

        @Test
        void a_value_that_Jackson_cannot_write() {
            assertThat(message(() -> charge.returns(new Object())))
                    .startsWith(
                            "Mock `Charge card`: Jackson cannot turn the answer, a java.lang.Object, into JSON: No serializer found");
        }

        @Test
        void a_blank_selector() {
            assertThat(message(() -> tasks.mock("")))
                    .isEqualTo(
                            """
                            A mock needs a selector, but got blank text.
                              at        MockErrorsTest$BadScripts(MockErrorsTest.java:N)
                              do        name a state (Charge card), a state path (Ship all/Print label), a Lambda function, a resource ARN or a service action (dynamodb:putItem).""");
        }
    }
}
