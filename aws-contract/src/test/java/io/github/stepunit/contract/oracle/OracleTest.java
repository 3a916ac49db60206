package io.github.stepunit.contract.oracle;

import static io.github.stepunit.contract.assertj.ContractAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.AwsCallException;
import io.github.stepunit.contract.internal.AwsServer;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.task.TaskMocks;
import io.github.stepunit.teststate.FieldValidationMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The oracle against a server that speaks AWS's protocol, through the real client. */
@NullUnmarked // the folder is injected
class OracleTest {

    private static final String ORDERS =
            """
            {
              "StartAt": "Charge",
              "States": {
                "Charge": {
                  "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "ResultPath": "$.charge",
                  "Parameters": { "FunctionName": "charge", "Payload": { "id.$": "$.id" } },
                  "ResultSelector": { "ok.$": "$.Payload.ok" },
                  "Retry": [{ "ErrorEquals": ["Busy"], "MaxAttempts": 2 }],
                  "Next": "Ok?"
                },
                "Ok?": { "Type": "Choice", "Choices": [{ "Variable": "$.charge.ok", "BooleanEquals": true, "Next": "Done" }] },
                "Done": { "Type": "Succeed" }
              }
            }""";

    private final AwsServer aws = new AwsServer();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        aws.close();
    }

    private static Execution run(String asl, String input, TaskMocks tasks) {
        return StateMachine.of(asl).withTasks(tasks).start(input);
    }

    private static Execution order() {
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Charge").fails("Busy", "later").times(1).thenReturns("{'ok': true, 'password': 'hunter2'}");
        return run(ORDERS, "{'id': 42, 'password': 'hunter2'}", tasks);
    }

    private Path file() {
        return folder.resolve("oracle.json");
    }

    /** AWS says what StepUnit says, but for what {@code change} does to it. */
    private void awsSays(Execution execution, String from, String to) {
        ResponseDefinitionBuilder[] answers = StateExecutions.of(execution).stream()
                .map(StateExecution::question)
                .filter(question -> question != null)
                .map(question -> OurAnswer.to(question, FieldValidationMode.NONE))
                .map(answer -> AwsServer.ok(JsonText.writeCompact(answer).replace(from, to)))
                .toArray(ResponseDefinitionBuilder[]::new);
        aws.answersInTurn("TestState", answers);
    }

    @Test
    void asks_about_each_attempt_with_a_mock_so_that_nothing_real_is_called() {
        Execution order = order();
        awsSays(order, "-", "-");

        OracleReport report = Oracle.asking(aws.client(), file()).check(order);

        assertThat(report).hasNoDifference();
        assertThat(report.describe()).isEqualTo("AWS's TestState and StepUnit say the same of 4 state executions.");
        List<JsonNode> requests = aws.requests("TestState").stream()
                .map(LoggedRequest::getBodyAsString)
                .map(JsonText::parseWithoutText)
                .toList();
        assertThat(requests).hasSize(4);
        assertThat(requests.get(0).path("mock"))
                .hasToString(
                        "{\"errorOutput\":{\"error\":\"Busy\",\"cause\":\"later\"},\"fieldValidationMode\":\"NONE\"}");
        assertThat(requests.get(0).has("stateConfiguration")).isFalse();
        assertThat(requests.get(0).has("roleArn")).isFalse();
        assertThat(requests.get(1).path("mock").path("result").asText()).contains("\"Payload\":{\"ok\":true");
        assertThat(requests.get(2).has("mock")).isFalse();
        assertThat(requests.get(2).path("definition").asText()).contains("\"Type\":\"Choice\"");
        assertThat(aws.requests("TestState").get(0).getHeader("Authorization")).startsWith("AWS4-HMAC-SHA256");
    }

    @Test
    void answers_are_kept_in_a_file_so_that_a_build_needs_no_AWS() throws IOException {
        Execution order = order();
        awsSays(order, "-", "-");
        Oracle.asking(aws.client(), file()).check(order);
        String kept = Files.readString(file());

        assertThat(kept).contains("\"stepunit\": \"oracle cache\"", "\"state\": \"Charge, attempt 2\"", "***");
        assertThat(kept).doesNotContain("hunter2");
        aws.reset();
        OracleReport offline = Oracle.cachedIn(file()).check(List.of(order(), order()));
        assertThat(offline).hasNoDifference();
        assertThat(offline.compared()).isEqualTo(4);
        assertThat(offline.asked()).isZero();
        assertThat(Oracle.asking(aws.client(), file()).check(order()).asked()).isZero();
        assertThat(aws.requests("TestState")).isEmpty();
    }

    @Test
    void shows_where_AWS_says_something_else() {
        Execution order = order();
        awsSays(order, "\"nextState\":\"Ok?\"", "\"nextState\":\"Refund\"");

        OracleReport report = Oracle.asking(aws.client(), file()).check(order);

        assertThatThrownBy(() -> assertThat(report).hasNoDifference())
                .hasMessage(
                        """

                        Expecting AWS to say the same as StepUnit, but
                        AWS's TestState and StepUnit differ about 1 of 4 state executions:

                        Charge, attempt 2
                          nextState: AWS "Refund", StepUnit "Ok?\"""");
    }

    @Test
    void says_how_to_fill_the_file() {
        OracleReport report =
                Oracle.cachedIn(Path.of("src/test/stepunit/oracle.json")).check(order());

        assertThat(report.missing()).containsExactly("Charge, attempt 1", "Charge, attempt 2", "Ok?", "Done");
        assertThat(report.describe())
                .isEqualTo(
                        """
                        AWS's TestState and StepUnit say the same of 0 state executions.

                        src/test/stepunit/oracle.json has no answer of AWS about 4 state executions: Charge, attempt 1, Charge, \
                        attempt 2, Ok?, Done.
                          do      ask AWS once, with -Dstepunit.oracle=aws and a role that may states:TestState, and check the \
                        file in;
                                  or let what is missing skip the test: -Dstepunit.oracle.missing=skip.""");
    }

    @Test
    void counts_what_TestState_cannot_be_asked_about() {
        String machine =
                """
                {
                  "StartAt": "Sleep",
                  "States": {
                    "Sleep": { "Type": "Wait", "Seconds": 60, "Next": "Name" },
                    "Name": { "Type": "Pass", "Parameters": { "name.$": "$$.Execution.Name" }, "Next": "Each" },
                    "Each": {
                      "Type": "Map", "ItemsPath": "$$.Execution.Input.items", "End": true,
                      "ItemProcessor": { "StartAt": "Index", "States": {
                        "Index": { "Type": "Pass", "Parameters": { "i.$": "$$.Map.Item.Index" }, "End": true } } }
                    }
                  }
                }""";
        Execution execution = run(machine, "{'items': ['a', 'b']}", new TaskMocks());
        awsSays(execution, "-", "-");

        OracleReport report = Oracle.asking(aws.client(), file()).check(execution);

        assertThat(report.describe())
                .isEqualTo(
                        """
                        AWS's TestState and StepUnit say the same of 1 state execution.

                        TestState cannot be asked about 4 more state executions:
                          1 waits longer than 5 seconds, which TestState does for real
                          1 reads the context object, which TestState takes with a mock only
                          2 reads the context object of its Map, which TestState does not take""");
        JsonNode asked =
                JsonText.parseWithoutText(aws.requests("TestState").get(0).getBodyAsString());
        assertThat(asked.path("mock").path("result").asText()).isEqualTo("[{\"i\":0},{\"i\":1}]");
        assertThat(asked.path("context").asText()).contains("\"Input\":{\"items\":[\"a\",\"b\"]}");
    }

    @Test
    void sends_the_variables_that_the_state_saw() {
        String machine =
                """
                {
                  "QueryLanguage": "JSONata",
                  "StartAt": "Set",
                  "States": {
                    "Set": { "Type": "Pass", "Assign": { "rate": 7, "other": "x" }, "Next": "Use" },
                    "Use": { "Type": "Pass", "Output": "{% $rate * 2 %}", "Assign": { "rate": 8 }, "Next": "End" },
                    "End": { "Type": "Pass", "Output": "{% $rate %}", "End": true }
                  }
                }""";
        Execution execution = run(machine, "{}", new TaskMocks());
        awsSays(execution, "-", "-");

        assertThat(Oracle.asking(aws.client(), file()).check(execution)).hasNoDifference();

        List<JsonNode> requests = aws.requests("TestState").stream()
                .map(each -> JsonText.parseWithoutText(each.getBodyAsString()))
                .toList();
        assertThat(requests.get(0).has("variables")).isFalse();
        assertThat(requests.get(1).path("variables").asText()).isEqualTo("{\"rate\":7,\"other\":\"x\"}");
        assertThat(requests.get(2).path("variables").asText()).isEqualTo("{\"rate\":8,\"other\":\"x\"}");
        assertThat(requests.get(2).path("definition").asText()).contains("\"QueryLanguage\":\"JSONata\"");
    }

    /** Each error is counted by the retrier that it meets. */
    @Test
    void sends_how_often_the_retrier_has_retried() {
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Charge").fails("Busy").times(3);
        Execution order = run(ORDERS, "{'id': 42}", tasks);
        awsSays(order, "-", "-");

        assertThat(Oracle.asking(aws.client(), file()).check(order)).hasNoDifference();

        assertThat(aws.requests("TestState"))
                .extracting(each -> JsonText.parseWithoutText(each.getBodyAsString())
                        .at("/stateConfiguration/retrierRetryCount")
                        .asInt())
                .containsExactly(0, 1, 2);
    }

    /** What AWS takes is ten a second. */
    @Test
    void keeps_calls_apart_without_sleeping_in_tests() {
        Execution order = order();
        awsSays(order, "-", "-");
        List<Duration> pauses = new ArrayList<>();
        Clock stopped = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

        Oracle.asking(aws.client(), file())
                .withRateLimit(new RateLimit(4, stopped, pauses::add))
                .check(order);

        assertThat(pauses).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofMillis(750));
    }

    @Test
    void what_AWS_refuses_is_an_answer_and_what_it_denies_is_none() throws IOException {
        Execution order = order();
        aws.stub(AwsServer.action("TestState")
                .willReturn(AwsServer.error(400, "ValidationException", "Invalid Context object provided")));
        OracleReport report = Oracle.asking(aws.client(), file()).check(order);
        assertThat(report.differences()).hasSize(4);
        assertThat(report.differences().get(0).values().get(0))
                .hasToString("refused: AWS \"ValidationException\", StepUnit nothing");

        aws.reset();
        Files.delete(file());
        aws.stub(AwsServer.action("TestState")
                .willReturn(
                        AwsServer.error(400, "AccessDeniedException", "not authorized to perform: states:TestState")));
        assertThatThrownBy(() -> Oracle.asking(aws.client(), file()).check(order))
                .isInstanceOf(AwsCallException.class)
                .hasMessageStartingWith("AWS gave no answer to TestState of Charge, attempt 1: AccessDeniedException")
                .hasMessageEndingWith("do      allow states:TestState; docs/contract.md has the policy.");
        assertThat(file()).doesNotExist();
    }

    /** Somebody has merged it meanwhile, badly. What AWS said is what has to be told. */
    @Test
    void a_file_that_is_damaged_meanwhile_does_not_hide_what_AWS_said() throws IOException {
        Execution order = order();
        JsonNode ours = OurAnswer.to(StateExecutions.of(order).get(0).question(), FieldValidationMode.NONE);
        aws.answersInTurn(
                "TestState",
                AwsServer.ok(JsonText.writeCompact(ours)),
                AwsServer.error(400, "AccessDeniedException", "no"));
        Oracle oracle = Oracle.asking(aws.client(), file());
        Files.writeString(file(), "<<<<<<< HEAD");

        assertThatThrownBy(() -> oracle.check(order))
                .isInstanceOf(AwsCallException.class)
                .hasMessageContaining("states:TestState")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .satisfies(damage -> assertThat(damage)
                                .hasMessageStartingWith(file() + " is not JSON: ")
                                .hasMessageEndingWith(".\n  do      restore it from version control, or delete it and"
                                        + " fill it again: -Dstepunit.oracle=aws.")));
        assertThat(file()).hasContent("<<<<<<< HEAD");
    }

    @Test
    void what_two_JVMs_write_at_the_same_time_is_all_there() throws Exception {
        List<Process> jvms = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            jvms.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            CacheWriter.class.getName(),
                            file().toString(),
                            "jvm-" + i)
                    .inheritIO()
                    .start());
        }
        for (Process each : jvms) {
            assertThat(each.waitFor()).isZero();
        }

        JsonNode answers = JsonText.parse(Files.readString(file())).path("answers");
        assertThat(answers).hasSize(3 * CacheWriter.COUNT);
        assertThat(folder.toFile().list()).containsExactly("oracle.json");
    }

    /** Another JVM. */
    static final class CacheWriter {

        static final int COUNT = 40;

        private CacheWriter() {}

        public static void main(String[] arguments) {
            for (int i = 0; i < COUNT; i++) {
                // As one that has read the file before all the others wrote.
                OracleCache cache = OracleCache.in(Path.of(arguments[0]));
                cache.put(arguments[1] + "-" + i, "State", JsonText.parse("{}"));
                cache.write();
            }
        }
    }

    @Test
    void refuses_a_file_that_is_another() throws IOException {
        Files.writeString(file(), "{\"StartAt\": \"A\"}");
        assertThatThrownBy(() -> Oracle.cachedIn(file()))
                .hasMessage(file() + " holds no answers of AWS's TestState that this version of StepUnit can read."
                        + "\n  do      restore it from version control, or delete it and fill it again:"
                        + " -Dstepunit.oracle=aws.");
        Files.writeString(file(), "{");
        assertThatThrownBy(() -> Oracle.cachedIn(file())).hasMessageStartingWith(file() + " is not JSON:");
    }

    /** Neither by a logger nor to the console, also where something fails. */
    @Test
    void never_tells_credentials_or_secrets() {
        List<String> told = new ArrayList<>();
        Handler capture = new Handler() {
            @Override
            public void publish(LogRecord record) {
                // The JDK's own HTTP client tells all to those who switch its finest messages on.
                if (!record.getLoggerName().startsWith("sun.")) {
                    told.add(record.getMessage() + " " + record.getThrown());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        PrintStream captured = new PrintStream(console, true, StandardCharsets.UTF_8);
        root.addHandler(capture);
        root.setLevel(Level.ALL);
        System.setOut(captured);
        System.setErr(captured);
        Execution order = order();
        OracleReport report;
        try {
            awsSays(order, "hunter2", "hunter3");
            report = Oracle.asking(aws.client(), file()).check(order);
        } finally {
            System.setOut(out);
            System.setErr(err);
            root.setLevel(before);
            root.removeHandler(capture);
        }

        assertThat(String.join("\n", told) + console + report + report.describe())
                .doesNotContain("hunter", "not-a-real-secret", "AWS4-HMAC");
    }
}
