package io.github.stepunit.lambda;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.lambda.Functions.Charge;
import io.github.stepunit.lambda.Functions.Count;
import io.github.stepunit.lambda.Functions.Describe;
import io.github.stepunit.lambda.Functions.Echo;
import io.github.stepunit.lambda.Functions.Methods;
import io.github.stepunit.lambda.Functions.Order;
import io.github.stepunit.lambda.Functions.Queue;
import io.github.stepunit.lambda.Functions.Receipt;
import io.github.stepunit.lambda.Functions.Topic;
import io.github.stepunit.task.MockAnswerException;
import io.github.stepunit.task.TaskMocks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LambdaFunctionTest {

    private static final String ARN = "arn:aws:lambda:us-east-1:123456789012:function:charge";
    private static final String INVOKE = "arn:aws:states:::lambda:invoke";
    private static final String ORDER = "{'orderId': 'o-1', 'total': 42}";

    private final TaskMocks tasks = new TaskMocks();

    /** A machine with one Task that calls the function by its ARN. */
    private StateMachine byArn() {
        return machine("'Resource': '" + ARN + "'");
    }

    private StateMachine byInvoke(String functionName) {
        return machine("'Resource': '" + INVOKE + "', 'Parameters': {'FunctionName': '" + functionName
                + "', 'Payload.$': '$'}");
    }

    private StateMachine machine(String task) {
        String asl = "{'StartAt': 'Charge', 'States': {'Charge': {'Type': 'Task', " + task + ", 'End': true}}}";
        return StateMachine.of(asl.replace('\'', '"')).withTasks(tasks);
    }

    private Execution run(LambdaFunction function, String input) {
        tasks.mock("Charge").answers(function);
        return byArn().start(input);
    }

    @Nested
    class Handlers {

        @Test
        void a_handler_gets_and_returns_records() {
            assertThat(run(LambdaFunction.of(new Charge()), ORDER)).hasOutput("{'receipt': 'r-o-1'}");
        }

        @Test
        void types_may_be_said_further_up() {
            assertThat(run(LambdaFunction.of(new Count()), "[" + ORDER + ", " + ORDER + "]"))
                    .hasOutput("84");
        }

        @Test
        void streams_get_and_write_bytes() {
            assertThat(run(LambdaFunction.of(new Echo()), "{'ä': 1.0}")).hasOutput("{'ä': 1.0}");
        }

        @Test
        void events_of_AWS_are_read_as_Lambda_reads_them() {
            assertThat(run(LambdaFunction.of(new Queue()), "{'Records': [{'body': 'hello', 'eventSourceARN': 'a'}]}"))
                    .hasOutput("'hello'");
            assertThat(run(
                            LambdaFunction.of(new Topic()),
                            "{'Records': [{'Sns': {'Message': 'hello', 'Timestamp': '2025-01-01T00:00:00Z'}}]}"))
                    .hasOutput("'hello'");
        }

        @Test
        void a_lambda_expression_needs_its_types_named() {
            RequestHandler<Order, Receipt> handler = (order, context) -> new Receipt("x-" + order.orderId());

            assertThat(run(LambdaFunction.of(handler, Order.class, Receipt.class), ORDER))
                    .hasOutput("{'receipt': 'x-o-1'}");
        }

        @Test
        void a_name_as_in_the_configuration_of_Lambda() {
            assertThat(run(LambdaFunction.of("io.github.stepunit.lambda.Functions$Charge"), ORDER))
                    .hasOutput("{'receipt': 'r-o-1'}");
            assertThat(run(LambdaFunction.of("io.github.stepunit.lambda.Functions$Charge::handleRequest"), ORDER))
                    .hasOutput("{'receipt': 'r-o-1'}");
            assertThat(run(LambdaFunction.of("io.github.stepunit.lambda.Functions$Methods::twice"), "21"))
                    .hasOutput("42");
            assertThat(run(LambdaFunction.of("io.github.stepunit.lambda.Functions$Methods::merge"), "{'a': 1}"))
                    .hasOutput("{'merged': {'a': 1}}");
        }

        @Test
        void methods_of_any_shape_and_of_several_the_one_that_Lambda_prefers() {
            Methods methods = new Methods();

            assertThat(run(LambdaFunction.of(methods, "charge"), ORDER)).hasOutput("{'receipt': 'charge-o-1'}");
            assertThat(run(LambdaFunction.of(methods, "nothing"), "'text'")).hasOutput("null");
            assertThat(run(LambdaFunction.of(methods, "now"), "{}")).hasOutput("'charge'");
            assertThat(run(LambdaFunction.of(methods, "streams"), "[1]")).hasOutput("'3'");
            assertThat(run(LambdaFunction.of(methods, "read"), "[1]")).hasFailedWith("java.io.IOException");
        }

        @Test
        void unknown_members_and_missing_ones_are_as_Lambda_takes_them() {
            assertThat(run(LambdaFunction.of(new Charge()), "{'orderId': 'o-1', 'colour': 'red'}"))
                    .hasOutput("{'receipt': 'r-o-1'}");
        }
    }

    @Nested
    class Answers {

        @Test
        void invoke_wraps_the_payload_in_the_answer_of_the_service() {
            tasks.mock("Charge").answers(LambdaFunction.of(new Charge()));

            Execution execution = byInvoke("charge").start(ORDER);

            assertThat(execution)
                    .hasOutputAt("$.Payload", Map.of("receipt", "r-o-1"))
                    .hasOutputAt("$.StatusCode", 200)
                    .hasOutputAt("$.ExecutedVersion", "$LATEST");
        }

        @Test
        void a_qualifier_leads_to_the_version_that_runs() {
            tasks.mock("Charge").answers(LambdaFunction.of(new Charge()));

            assertThat(byInvoke("charge:7").start(ORDER)).hasOutputAt("$.ExecutedVersion", "7");
        }

        @Test
        void a_callback_is_answered_by_whom_the_function_has_passed_the_token_to() {
            tasks.mock("Charge").answers(LambdaFunction.of(new Charge()));
            Execution execution = machine("'Resource': '" + INVOKE + ".waitForTaskToken', 'Parameters': {"
                            + "'FunctionName': 'charge', 'Payload': {'orderId.$': '$$.Task.Token', 'total': 1}}")
                    .startPaused("{}");

            String token = execution.runUntilTaskToken("Charge");
            execution.sendTaskSuccess(token, "'paid'").runToEnd();

            assertThat(execution).hasOutput("'paid'");
            assertThat(execution.history().events())
                    .extracting(HistoryEvent::type)
                    .contains(HistoryEventType.TASK_SUBMITTED);
        }

        @Test
        void a_function_that_returns_too_much_fails() {
            byte[] large = ("\"" + "x".repeat(7_000_000) + "\"").getBytes(StandardCharsets.UTF_8);

            assertThat(run(LambdaFunction.of((in, out, context) -> out.write(large)), "{}"))
                    .hasFailedWith(
                            "Function.ResponseSizeTooLarge",
                            "{\"errorMessage\":\"Response payload size (7000002 bytes) exceeded maximum allowed payload"
                                    + " size (6291556 bytes).\",\"errorType\":\"Function.ResponseSizeTooLarge\"}");
        }

        @Test
        void less_than_that_may_be_too_much_for_Step_Functions() {
            byte[] large = ("\"" + "x".repeat(300_000) + "\"").getBytes(StandardCharsets.UTF_8);

            assertThat(run(LambdaFunction.of((in, out, context) -> out.write(large)), "{}"))
                    .hasFailedWith("States.DataLimitExceeded");
        }
    }

    @Nested
    class Exceptions {

        @Test
        void an_exception_is_reported_as_by_Lambda() {
            Execution execution = run(LambdaFunction.of(new Charge()), "{'orderId': 'o-1', 'total': 101}");

            assertThat(execution).hasFailedWith("io.github.stepunit.lambda.Functions$CardDeclined");
            assertThat(execution.cause())
                    .matches("\\{\"errorMessage\":\"No funds\","
                            + "\"errorType\":\"io.github.stepunit.lambda.Functions\\$CardDeclined\","
                            + "\"stackTrace\":\\[\"io.github.stepunit.lambda.Functions\\$Charge.handleRequest"
                            + "\\(Functions.java:\\d+\\)\",\"io.github.stepunit.lambda.Functions\\$Charge.handleRequest"
                            + "\\(Functions.java:\\d+\\)\"],"
                            + "\"cause\":\\{\"errorMessage\":\"java.lang.IllegalStateException\","
                            + "\"errorType\":\"java.lang.IllegalStateException\",\"stackTrace\":\\[.*]}}");
        }

        @Test
        void the_stack_ends_where_the_runtime_calls_a_method() {
            Execution execution = run(LambdaFunction.of(new Methods(), "read"), "[1]");

            assertThat(execution.cause())
                    .matches("\\{\"errorMessage\":\"read 3\",\"errorType\":\"java.io.IOException\",\"stackTrace\":\\["
                            + "\"io.github.stepunit.lambda.Functions\\$Methods.read\\(Functions.java:\\d+\\)\"]}");
        }

        @Test
        void an_exception_stays_as_it_is() {
            IllegalStateException cause = new IllegalStateException("closed");
            RuntimeException thrown = new RuntimeException("no answer", cause);
            cause.initCause(thrown);
            StackTraceElement[] before = thrown.getStackTrace();

            Execution execution = run(
                    LambdaFunction.of((in, out, context) -> {
                        throw thrown;
                    }),
                    "{}");

            assertThat(execution.cause())
                    .startsWith("{\"errorMessage\":\"no answer\"")
                    .containsOnlyOnce("\"closed\"");
            assertThat(thrown.getStackTrace()).isEqualTo(before);
        }

        @Test
        void input_that_does_not_fit_fails_the_function() {
            Execution execution = run(LambdaFunction.of(new Charge()), "{'orderId': 'o-1', 'total': 'much'}");

            assertThat(execution).hasFailedWith("java.lang.RuntimeException");
            assertThat(execution.cause()).startsWith("{\"errorMessage\":\"An error occurred during JSON parsing\"");
        }

        @Test
        void an_error_of_the_JVM_is_one_of_the_function() {
            assertThat(run(
                            LambdaFunction.of((in, out, context) -> {
                                throw new NoClassDefFoundError("com/example/Missing");
                            }),
                            "{}"))
                    .hasFailedWith("java.lang.NoClassDefFoundError");
        }

        @Test
        void an_assertion_in_a_fake_fails_the_test_and_not_the_Task() {
            LambdaFunction function = LambdaFunction.of((in, out, context) -> {
                throw new AssertionError("charged twice");
            });

            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> run(function, "{}"))
                    .withMessage("charged twice");
        }

        @Test
        void output_that_is_no_JSON_is_a_mistake_of_the_handler() {
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> run(LambdaFunction.of((in, out, context) -> out.write('{')), "{}"))
                    .withMessageContaining("The handler of the Task `Charge` wrote what is not JSON: {");
        }
    }

    @Nested
    class Time {

        @Test
        void a_function_takes_no_virtual_time_unless_it_is_told() {
            assertThat(run(LambdaFunction.of(new Charge()), ORDER)).took(Duration.ZERO);
            assertThat(run(LambdaFunction.of(new Charge()).taking(ofMillis(250)), ORDER))
                    .took(ofMillis(250));
        }

        @Test
        void the_timeout_of_its_configuration_ends_it() {
            tasks.mock("Charge")
                    .answers(LambdaFunction.of(new Charge()).withTimeout(ofSeconds(3)))
                    .after(ofSeconds(5));

            Execution execution = byArn().start(ORDER);

            assertThat(execution).hasFailedWith("Sandbox.Timedout").took(ofSeconds(3));
            assertThat(execution.cause())
                    .matches("\\{\"errorType\":\"Sandbox.Timedout\",\"errorMessage\":\"RequestId: [0-9a-f-]{36} Error:"
                            + " Task timed out after 3.00 seconds\"}");
        }

        @Test
        void none_runs_for_longer_than_fifteen_minutes() {
            assertThat(run(LambdaFunction.of(new Charge()).taking(ofMinutes(16)), ORDER))
                    .hasFailedWith("Sandbox.Timedout")
                    .took(ofMinutes(15));
        }

        @Test
        void the_context_is_made_of_the_invocation() {
            List<String> log = new ArrayList<>();
            tasks.mock("Charge")
                    .answers(LambdaFunction.of(new Describe())
                            .withTimeout(ofSeconds(30))
                            .withMemory(512)
                            .loggingTo(log::add));

            Execution execution = byInvoke("charge:live").start("{}");

            assertThat(execution)
                    .hasOutputAt(
                            "$.Payload",
                            List.of(
                                    execution
                                            .output()
                                            .at("/SdkResponseMetadata/RequestId")
                                            .asText(),
                                    "charge",
                                    "1",
                                    ARN + ":live",
                                    "/aws/lambda/charge",
                                    "2025/01/01/[1]"
                                            + execution
                                                    .output()
                                                    .at("/SdkResponseMetadata/RequestId")
                                                    .asText()
                                                    .replace("-", ""),
                                    "30000 ms",
                                    "512 MB"));
            assertThat(log).containsExactly("described");
        }

        @Test
        void a_clock_shows_virtual_time_and_spends_it() {
            LambdaClock clock = new LambdaClock();
            RequestHandler<Order, List<String>> handler = (order, context) -> {
                List<String> seen = new ArrayList<>();
                while (context.getRemainingTimeInMillis() > 1000) {
                    seen.add(context.getRemainingTimeInMillis() + " ms at " + clock.instant());
                    clock.spend(ofMillis(1500));
                }
                seen.add(LocalDate.now(clock).toString());
                return seen;
            };
            tasks.mock("Charge")
                    .answers(LambdaFunction.of(handler, Order.class, castToList())
                            .withClock(clock)
                            .withTimeout(ofSeconds(4)));

            Execution execution =
                    byArn().startingAt(Instant.parse("2026-03-01T00:00:00Z")).start(ORDER);

            assertThat(execution)
                    .hasOutput(
                            "['4000 ms at 2026-03-01T00:00:00Z', '2500 ms at 2026-03-01T00:00:01.500Z', '2026-03-01']")
                    .took(ofSeconds(3));
        }

        @SuppressWarnings("unchecked")
        private static Class<List<String>> castToList() {
            return (Class<List<String>>) (Class<?>) List.class;
        }

        @Test
        void what_its_clock_spends_can_be_too_much() {
            LambdaClock clock = new LambdaClock();
            RequestHandler<Order, Receipt> slow = (order, context) -> {
                clock.spend(ofSeconds(4));
                return new Receipt("too late");
            };

            assertThat(run(
                            LambdaFunction.of(slow, Order.class, Receipt.class)
                                    .withClock(clock)
                                    .withTimeout(ofSeconds(3)),
                            ORDER))
                    .hasFailedWith("Sandbox.Timedout")
                    .took(ofSeconds(3));
        }

        @Test
        void a_clock_of_no_running_function_says_so() {
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> new LambdaClock().instant())
                    .withMessageStartingWith("A LambdaClock goes while its function runs only");
        }

        @Test
        void a_clock_that_the_function_was_not_given_is_no_error_that_a_Catch_may_swallow() {
            LambdaClock forgotten = new LambdaClock();
            RequestHandler<Order, Receipt> handler =
                    (order, context) -> new Receipt(forgotten.instant().toString());
            tasks.mock("Charge").answers(LambdaFunction.of(handler, Order.class, Receipt.class));

            assertThatExceptionOfType(MockAnswerException.class)
                    .isThrownBy(() -> machine("'Resource': '" + ARN
                                    + "', 'Catch': [{'ErrorEquals': ['States.ALL'], 'Next': 'Charge'}]")
                            .start(ORDER))
                    .withMessageContaining("A LambdaClock goes while its function runs only");
        }

        @Test
        void a_clock_stands_still_when_the_test_itself_fails_in_the_function() {
            LambdaClock clock = new LambdaClock();
            RequestHandler<Order, Receipt> handler = (order, context) -> {
                throw new AssertionError("of a fake");
            };
            LambdaFunction function =
                    LambdaFunction.of(handler, Order.class, Receipt.class).withClock(clock);

            assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> run(function, ORDER));
            assertThatExceptionOfType(IllegalStateException.class).isThrownBy(clock::instant);
        }
    }

    @Test
    void a_task_that_calls_no_function_is_refused() {
        tasks.mock("Charge").answers(LambdaFunction.of(new Charge()));

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> machine("'Resource': 'arn:aws:states:::sns:publish', 'Parameters': {'Message': 'm',"
                                + " 'TopicArn': 'arn:aws:sns:us-east-1:123456789012:t'}")
                        .start())
                .withMessageContaining("which is no Lambda function");
    }

    @Test
    void the_form_of_the_SDK_is_refused_as_such() {
        tasks.mock("Charge").answers(LambdaFunction.of(new Charge()));

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> machine("'Resource': 'arn:aws:states:::aws-sdk:lambda:invoke',"
                                + " 'Parameters': {'FunctionName': 'charge'}")
                        .start())
                .withMessageContaining("does not support the SDK's form of a call")
                .withMessageNotContaining("no Lambda function");
    }

    /** Named where a message shows it. */
    static final class Hidden implements RequestHandler<Order, Receipt> {

        private final String prefix;

        Hidden(String prefix) {
            this.prefix = prefix;
        }

        @Override
        public Receipt handleRequest(Order order, Context context) {
            return new Receipt(prefix + order.orderId());
        }
    }

    @Test
    void a_handler_with_collaborators_is_given_as_an_instance() {
        assertThat(run(LambdaFunction.of(new Hidden("h-")), ORDER)).hasOutput("{'receipt': 'h-o-1'}");
    }
}
