package io.github.stepunit.task;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonText;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskMocksTest {

    private static final String INVOKE = "arn:aws:states:::lambda:invoke";

    private final TaskMocks tasks = new TaskMocks();
    private final TaskMock charge = tasks.mock("Charge card");

    private TaskOutcome call() {
        return tasks.handle(FakeInvocation.of("Charge card"));
    }

    private JsonNode output(TaskInvocation invocation) {
        return ((TaskOutcome.Answer.Succeeded) tasks.handle(invocation).answer()).output();
    }

    @Nested
    class Scripts {

        @Test
        void the_sentence_of_the_design_reads_and_works() {
            charge.fails("Lambda.TooManyRequestsException")
                    .times(2)
                    .thenReturns("{'receipt': 'r-1'}")
                    .after(ofSeconds(3));

            TaskOutcome throttled = TaskOutcome.fail("Lambda.TooManyRequestsException");
            assertThat(List.of(call(), call(), call()))
                    .containsExactly(
                            throttled,
                            throttled,
                            TaskOutcome.succeed("{'receipt': 'r-1'}").after(ofSeconds(3)));
            tasks.verify();
        }

        @Test
        void an_answer_that_stands_alone_serves_every_call() {
            charge.returns("1");
            assertThat(List.of(call(), call(), call())).containsOnly(TaskOutcome.succeed("1"));
            assertThat(charge.calls()).isEqualTo(3);
            tasks.verify();
        }

        @Test
        void the_last_answer_repeats_when_told_to() {
            charge.fails("E").thenReturns("1").always();
            assertThat(List.of(call(), call(), call()))
                    .containsExactly(TaskOutcome.fail("E"), TaskOutcome.succeed("1"), TaskOutcome.succeed("1"));
        }

        @Test
        void an_answer_that_is_always_given_may_stay_unused() {
            charge.returns("1").always();
            tasks.verify();
            assertThat(List.of(call(), call())).containsOnly(TaskOutcome.succeed("1"));
        }

        @Test
        void a_lenient_script_repeats_its_last_answer() {
            tasks.lenient();
            charge.fails("E").thenReturns("1");
            assertThat(List.of(call(), call(), call()))
                    .containsExactly(TaskOutcome.fail("E"), TaskOutcome.succeed("1"), TaskOutcome.succeed("1"));
        }

        @Test
        void beginning_again_replaces_the_script() {
            charge.fails("E").times(5);
            charge.returns("1");
            assertThat(call()).isEqualTo(TaskOutcome.succeed("1"));
            tasks.verify();
        }

        @Test
        void every_kind_of_answer_has_its_outcome() {
            charge.fails("E", "because")
                    .thenTimesOut()
                    .thenNeverAnswers()
                    .withHeartbeats(ofMinutes(2), ofMinutes(1))
                    .thenAnswersByHand()
                    .pickedUpAfter(ofSeconds(4), "worker-1")
                    .thenFailsToSubmit("S", null)
                    .thenAnswers(invocation -> TaskOutcome.fail(invocation.stateName()))
                    .thenFails("F");

            TaskInvocation activity =
                    FakeInvocation.of("Charge card").to("arn:aws:states:us-east-1:123456789012:activity:charge");
            assertThat(Stream.generate(() -> tasks.handle(activity)).limit(7))
                    .containsExactly(
                            TaskOutcome.fail("E", "because"),
                            TaskOutcome.timeOut(),
                            TaskOutcome.neverAnswer().withHeartbeats(ofMinutes(1), ofMinutes(2)),
                            TaskOutcome.answerByHand().pickedUpAfter(ofSeconds(4), "worker-1"),
                            TaskOutcome.failToSubmit("S", null),
                            TaskOutcome.fail("Charge card"),
                            TaskOutcome.fail("F"));
        }

        @Test
        void a_job_is_submitted_as_the_script_says() {
            charge.returns("2").submittedWith("{'JobId': 'j'}");
            assertThat(tasks.handle(FakeInvocation.of("Charge card").to("arn:aws:states:::batch:submitJob.sync")))
                    .isEqualTo(TaskOutcome.succeed("2").submittedWith(JsonText.parse("{\"JobId\":\"j\"}")));
        }

        @Test
        void an_outcome_of_a_handler_keeps_what_the_script_does_not_set() {
            charge.answers(invocation -> TaskOutcome.succeed("1").after(ofSeconds(5)))
                    .withHeartbeats(ofSeconds(1));
            TaskInvocation job = FakeInvocation.of("Charge card").to("arn:aws:states:::batch:submitJob.sync");
            assertThat(tasks.handle(job))
                    .extracting(TaskOutcome::latency, TaskOutcome::heartbeats)
                    .containsExactly(ofSeconds(5), List.of(ofSeconds(1)));
        }

        @Test
        void an_answer_shows_its_heartbeats_to_a_debugger() {
            assertThat(charge.neverAnswers().withHeartbeats(ofMinutes(1), ofMinutes(2)))
                    .hasToString("never answers with heartbeats [PT1M, PT2M]");
        }

        record Receipt(String id, java.time.LocalDate day) {}

        @Test
        void values_are_what_Jackson_makes_of_them() {
            charge.returns(Map.of("id", 7)).thenReturns(List.of(1, "a")).thenReturns(JsonText.parse("[true]"));
            assertThat(List.of(call(), call(), call()))
                    .containsExactly(
                            TaskOutcome.succeed("{'id': 7}"),
                            TaskOutcome.succeed("[1, 'a']"),
                            TaskOutcome.succeed("[true]"));
        }
    }

    @Nested
    class Conditions {

        @Test
        void each_input_has_a_script_of_its_own() {
            charge.returns("'any'");
            charge.whenInputAt("$.orderId", 42).fails("E").thenReturns("'42'");
            charge.whenInput(input -> input.path("vip").asBoolean()).returns("'vip'");

            assertThat(output("{'orderId': 1}")).isEqualTo("\"any\"");
            assertThat(tasks.handle(FakeInvocation.of("Charge card").with("{'orderId': 42.0}")))
                    .isEqualTo(TaskOutcome.fail("E"));
            assertThat(output("{'orderId': 42}")).isEqualTo("\"42\"");
            assertThat(output("{'orderId': 42, 'vip': true}")).isEqualTo("\"vip\"");
            assertThat(charge.calls()).isEqualTo(4);
            tasks.verify();
        }

        @ParameterizedTest
        @ValueSource(strings = {"1e400", "-1e400"})
        void a_number_beyond_a_double_is_no_fault(String number) {
            charge.returns("'any'").always();
            charge.whenInputAt("$.x", 1).returns("'1'").always();

            assertThat(output("{'x': " + number + "}")).isEqualTo("\"any\"");
        }

        @Test
        void conditions_can_be_narrowed() {
            TaskMock large = charge.whenInputAt("$.size", "L");
            large.returns("'large'");
            large.whenInputAt("$.colour", "red").returns("'large and red'");

            assertThat(output("{'size': 'L'}")).isEqualTo("\"large\"");
            assertThat(output("{'size': 'L', 'colour': 'red'}")).isEqualTo("\"large and red\"");
        }

        @Test
        void a_mock_without_an_answer_for_the_input_leaves_it_to_the_next_less_specific_one() {
            tasks.mock("charge-card").returns("'by function'");
            charge.whenInputAt("$.orderId", 42).returns("'by condition'");

            assertThat(output("{'orderId': 1}")).isEqualTo("\"by function\"");
            assertThat(output("{'orderId': 42}")).isEqualTo("\"by condition\"");
        }

        @Test
        void beginning_again_for_an_equal_condition_replaces_its_script() {
            charge.whenInputAt("$.orderId", 42).fails("E").times(5);
            charge.whenInputAt("$.orderId", 43).returns("'another'");
            charge.whenInputAt("$.orderId", 42L).returns("'of the test'");

            assertThat(output("{'orderId': 42}")).isEqualTo("\"of the test\"");
            assertThat(output("{'orderId': 43}")).isEqualTo("\"another\"");
            tasks.verify();
        }

        @Test
        void the_condition_named_last_is_asked_first_also_when_it_is_named_again() {
            charge.whenInputAt("$.orderId", 42).returns("'usual'").always();
            charge.whenInput(input -> input.has("vip")).returns("'vip'").always();
            charge.whenInputAt("$.orderId", 42).returns("'of the test'");

            assertThat(output("{'orderId': 42, 'vip': true}")).isEqualTo("\"of the test\"");
        }

        private String output(String input) {
            return TaskMocksTest.this
                    .output(FakeInvocation.of("Charge card").with(input))
                    .toString();
        }
    }

    @Nested
    class Selectors {

        @ParameterizedTest
        @CsvSource({
            "Ship all[3]/Par[1]/Print label, true",
            "Ship all[3]/Par/Print label,    true",
            "Ship all/Par[1]/Print label,    true",
            "Ship all/Par/Print label,       true",
            "Print label,                    true",
            "lambda:invoke,                  true",
            "lambda:invoke.waitForTaskToken, true",
            "arn:aws:states:::lambda:invoke.waitForTaskToken, true",
            "charge-card,                    true",
            "charge-card:live,               true",
            "arn:aws:lambda:eu-west-1:123456789012:function:charge-card:live, true",
            "Ship all[2]/Par[1]/Print label, false",
            "Ship all/Print label,           false",
            "Par/Print label,                false",
            "print label,                    false",
            "charge-car,                     false",
            "charge,                         false",
            "arn:aws:states:::lambda:invoke, false",
            "dynamodb:putItem,               false"
        })
        void match_what_they_say(String selector, boolean matches) {
            FakeInvocation invocation = FakeInvocation.of("Ship all[3]/Par[1]/Print label")
                    .to(INVOKE + ".waitForTaskToken")
                    .with("{'FunctionName': '" + FakeInvocation.CHARGE + "'}");
            tasks.mock(selector).returns("1");
            if (matches) {
                assertThat(tasks.handle(invocation).answer())
                        .isEqualTo(TaskOutcome.succeed("1").answer());
            } else {
                assertThatExceptionOfType(UnmockedTaskException.class).isThrownBy(() -> tasks.handle(invocation));
            }
        }

        @Test
        void the_most_specific_one_answers_whatever_their_order() {
            List<String> fromGeneral = List.of(
                    "lambda:invoke",
                    "charge-card",
                    "Print label",
                    "Ship all/Par/Print label",
                    "Ship all[3]/Par/Print label",
                    "Ship all[3]/Par[1]/Print label");
            FakeInvocation invocation = FakeInvocation.of("Ship all[3]/Par[1]/Print label")
                    .to(INVOKE)
                    .with("{'FunctionName': 'charge-card:live'}");
            for (int i = 0; i < fromGeneral.size(); i++) {
                TaskMocks upward = new TaskMocks();
                TaskMocks downward = new TaskMocks();
                for (int j = 0; j <= i; j++) {
                    upward.mock(fromGeneral.get(j)).fails("E" + j);
                    downward.mock(fromGeneral.get(i - j)).fails("E" + (i - j));
                }
                assertThat(upward.handle(invocation)).isEqualTo(TaskOutcome.fail("E" + i));
                assertThat(downward.handle(invocation)).isEqualTo(TaskOutcome.fail("E" + i));
            }
        }

        @Test
        void the_arn_of_a_function_is_more_specific_than_its_name() {
            tasks.mock(FakeInvocation.CHARGE).fails("by ARN");
            tasks.mock("charge-card").fails("by name");
            assertThat(tasks.handle(FakeInvocation.of("X"))).isEqualTo(TaskOutcome.fail("by ARN"));
        }

        @Test
        void the_same_selector_gives_the_same_mock() {
            assertThat(tasks.mock("Charge card")).isSameAs(charge);
        }

        @Test
        void an_activity_and_an_sdk_action_can_be_selected() {
            tasks.mock("activity:approve").fails("A");
            tasks.mock("aws-sdk:dynamodb:putItem").fails("B");
            assertThat(tasks.handle(
                            FakeInvocation.of("X").to("arn:aws:states:eu-west-1:123456789012:activity:approve")))
                    .isEqualTo(TaskOutcome.fail("A"));
            assertThat(tasks.handle(FakeInvocation.of("X").to("arn:aws:states:::aws-sdk:dynamodb:putItem")))
                    .isEqualTo(TaskOutcome.fail("B"));
        }
    }

    @Nested
    class Payloads {

        private final FakeInvocation invoke = FakeInvocation.of("Charge card")
                .to(INVOKE)
                .with("{'FunctionName': 'charge-card', 'Payload': {'total': 3}}");

        @Test
        void lambda_invoke_gets_the_envelope_of_the_service() {
            charge.returns("{'receipt': 'ä'}");
            assertThat(output(invoke)
                            .toPrettyString()
                            .replaceAll("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}", "<uuid>")
                            .replaceAll("Root=1-67748587-\\p{XDigit}{24};Parent=\\p{XDigit}{16};Sampled=0", "<trace>"))
                    .isEqualTo(
                            """
                            {
                              "ExecutedVersion" : "$LATEST",
                              "Payload" : {
                                "receipt" : "ä"
                              },
                              "SdkHttpMetadata" : {
                                "AllHttpHeaders" : {
                                  "X-Amz-Executed-Version" : [ "$LATEST" ],
                                  "x-amzn-Remapped-Content-Length" : [ "0" ],
                                  "Connection" : [ "keep-alive" ],
                                  "x-amzn-RequestId" : [ "<uuid>" ],
                                  "Content-Length" : [ "16" ],
                                  "Date" : [ "Wed, 01 Jan 2025 00:00:07 GMT" ],
                                  "X-Amzn-Trace-Id" : [ "<trace>" ],
                                  "Content-Type" : [ "application/json" ]
                                },
                                "HttpHeaders" : {
                                  "Connection" : "keep-alive",
                                  "Content-Length" : "16",
                                  "Content-Type" : "application/json",
                                  "Date" : "Wed, 01 Jan 2025 00:00:07 GMT",
                                  "X-Amz-Executed-Version" : "$LATEST",
                                  "x-amzn-Remapped-Content-Length" : "0",
                                  "x-amzn-RequestId" : "<uuid>",
                                  "X-Amzn-Trace-Id" : "<trace>"
                                },
                                "HttpStatusCode" : 200
                              },
                              "SdkResponseMetadata" : {
                                "RequestId" : "<uuid>"
                              },
                              "StatusCode" : 200
                            }""");
        }

        @Test
        void ids_in_the_envelope_are_the_same_in_every_run_and_differ_by_attempt() {
            charge.returns("1");
            assertThat(output(invoke)).isEqualTo(output(invoke)).isNotEqualTo(output(invoke.attempt(2)));
        }

        @Test
        void raw_answers_get_none() {
            charge.returnsRaw("{'Payload': 1}").thenReturnsRaw("{'Payload': 2}");
            assertThat(output(invoke)).hasToString("{\"Payload\":1}");
            assertThat(output(invoke)).hasToString("{\"Payload\":2}");
        }

        @Test
        void neither_do_callbacks_function_arns_and_sdk_actions() {
            charge.returns("7");
            assertThat(output(invoke.to(INVOKE + ".waitForTaskToken"))).hasToString("7");
            assertThat(output(invoke.to(FakeInvocation.CHARGE))).hasToString("7");
            assertThat(output(invoke.to("arn:aws:states:::aws-sdk:lambda:invoke")))
                    .hasToString("7");
        }

        @Test
        void a_function_sees_and_gives_the_payload() {
            charge.runs(payload -> payload.get("total").asInt() * 2)
                    .thenRuns(payload -> "text")
                    .thenRuns(payload -> null)
                    .thenRuns(payload -> payload);
            assertThat(output(invoke).get("Payload")).hasToString("6");
            assertThat(output(invoke).get("Payload")).hasToString("\"text\"");
            assertThat(output(invoke).get("Payload")).hasToString("null");
            assertThat(output(FakeInvocation.of("Charge card").with("{'total': 4}")))
                    .hasToString("{\"total\":4}");
        }

        @Test
        void a_lambda_without_payload_sees_an_empty_object() {
            charge.runs(JsonNode::size);
            assertThat(output(invoke.with("{'FunctionName': 'f'}")).get("Payload"))
                    .hasToString("0");
        }
    }

    @Nested
    class BoundHandlers {

        @Test
        void answer_until_there_is_a_script_and_are_never_reported() {
            tasks.bind("Charge card", invocation -> TaskOutcome.fail("bound"));
            tasks.bind("Never called", invocation -> TaskOutcome.fail("bound"));
            assertThat(call()).isEqualTo(TaskOutcome.fail("bound"));
            charge.returns("1");
            assertThat(call()).isEqualTo(TaskOutcome.succeed("1"));
            tasks.verify();
        }
    }
}
