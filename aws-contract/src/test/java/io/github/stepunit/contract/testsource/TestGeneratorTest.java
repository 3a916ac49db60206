package io.github.stepunit.contract.testsource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.recorded.Imports;
import io.github.stepunit.contract.recorded.RecordedExecution;
import io.github.stepunit.contract.recorded.SecretRules;
import io.github.stepunit.s3.S3Objects;
import io.github.stepunit.task.TaskMocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings made by a run of ours, whose history has AWS's shape, as tests; each is compiled and run. */
@NullUnmarked // the folder is injected
class TestGeneratorTest {

    private static final String ORDERS =
            """
            {
              "StartAt": "Charge card",
              "States": {
                "Charge card": {
                  "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "TimeoutSeconds": 60,
                  "Parameters": { "FunctionName": "charge", "Payload": { "amount.$": "$.amount", "id.$": "States.UUID()" } },
                  "ResultSelector": { "ok.$": "$.Payload.ok" }, "ResultPath": "$.charge",
                  "Retry": [{ "ErrorEquals": ["Busy"], "MaxAttempts": 2 }],
                  "Next": "Ok?"
                },
                "Ok?": {
                  "Type": "Choice",
                  "Choices": [{ "Variable": "$.charge.ok", "BooleanEquals": true, "Next": "Ship all" }],
                  "Default": "Refund"
                },
                "Ship all": {
                  "Type": "Map", "ItemsPath": "$.lines", "ResultPath": "$.parcels",
                  "ItemProcessor": {
                    "StartAt": "Ship",
                    "States": { "Ship": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:ship", "End": true } }
                  },
                  "End": true
                },
                "Refund": { "Type": "Fail", "Error": "Refunded" }
              }
            }""";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void write_definition() throws IOException {
        file = Files.writeString(folder.resolve("orders.asl.json"), ORDERS);
    }

    private static RecordedExecution recorded(Execution execution) {
        return RecordedExecution.of(
                execution.arn(),
                execution.stateMachine().arn(),
                execution.history().toJson());
    }

    private static RecordedExecution recording(String asl, String input, Consumer<TaskMocks> mocking) {
        TaskMocks tasks = new TaskMocks();
        mocking.accept(tasks);
        return recorded(StateMachine.of(asl)
                .named("orders")
                .inAccount("111122223333", "eu-west-1")
                .withExecutionName("order-42")
                .withSeed(7)
                .withTasks(tasks)
                .start(input));
    }

    private static RecordedExecution order42() {
        return recording(ORDERS, "{'amount': 100, 'lines': ['a', 'b', 'c']}", tasks -> {
            tasks.mock("Charge card")
                    .fails("Busy", "try later")
                    .times(2)
                    .thenReturns("{'ok': true}")
                    .after(Duration.ofSeconds(3));
            tasks.mock("Ship all/Ship").returns("'parcel'").after(Duration.ofSeconds(9));
            tasks.mock("Ship all[1]/Ship").returns("'letter'").after(Duration.ofSeconds(5));
        });
    }

    private TestGenerator generator() {
        return TestGenerator.of(StateMachine.load(file))
                .inPackage("com.example")
                .named("RecordedOrdersTest");
    }

    /** Compiles and runs it; its tests pass. */
    private void passes(TestSource test) throws Exception {
        GeneratedTests generated = new GeneratedTests(Files.createTempDirectory(folder, "classes"));
        assertThat(generated.compile(List.of(test))).as(test.source()).isEmpty();
        assertThat(generated.run(List.of(test))).as(test.source()).isEmpty();
        assertThat(test.departures()).isEmpty();
    }

    /** Of what was recorded, the times, the envelope of Lambda and the UUID are not there: it passes without them. */
    @Test
    void reads_as_if_someone_had_written_it() throws Exception {
        TestSource test =
                generator().forDefinition("statemachines/orders.asl.json").generate(order42());

        assertThat(test.className()).isEqualTo("com.example.RecordedOrdersTest");
        assertThat(test.resources()).isEmpty();
        assertThat(test.source())
                .isEqualTo(
                        """
                        package com.example;

                        import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;

                        import io.github.stepunit.Execution;
                        import io.github.stepunit.StateMachine;
                        import io.github.stepunit.junit5.MockTask;
                        import io.github.stepunit.junit5.StepFunctionTest;
                        import io.github.stepunit.task.TaskMock;
                        import org.junit.jupiter.api.Test;

                        /** Made by StepUnit of executions that ran on AWS. */
                        @StepFunctionTest("statemachines/orders.asl.json")
                        class RecordedOrdersTest {

                            @MockTask("Charge card")
                            TaskMock chargeCard;

                            @MockTask("Ship")
                            TaskMock ship;

                            /**
                             * Recorded on AWS, started 2025-01-01T00:00:00Z:
                             * arn:aws:states:eu-west-1:111122223333:execution:orders:order-42
                             */
                            @Test
                            void order_42_succeeds(StateMachine machine) {
                                chargeCard.fails("Busy", "try later").times(2).thenReturns("{'ok': true}");
                                ship.returns("'parcel'").thenReturns("'letter'").thenReturns("'parcel'");

                                Execution execution = machine.start("{'amount': 100, 'lines': ['a', 'b', 'c']}");

                                assertThat(execution)
                                        .hasSucceeded()
                                        .hasPath("Charge card", "Ok?", "Ship all")
                                        .hasOutput(\"""
                                        {
                                          "amount": 100,
                                          "lines": [
                                            "a",
                                            "b",
                                            "c"
                                          ],
                                          "charge": {
                                            "ok": true
                                          },
                                          "parcels": [
                                            "parcel",
                                            "letter",
                                            "parcel"
                                          ]
                                        }\""");
                                assertThat(execution).state("Charge card").wasAttempted(3);
                                assertThat(execution).state("Ship all").hasIterations(3);
                                assertThat(execution).state("Ship all").iteration(0).hasPath("Ship");
                            }
                        }
                        """);
        passes(generator().generate(order42()));
    }

    @Test
    void the_same_recordings_give_the_same_source() {
        assertThat(generator().generate(order42()).source())
                .isEqualTo(generator().generate(order42()).source());
    }

    @Test
    void many_recordings_share_the_mocks_of_one_class() throws Exception {
        RecordedExecution refunded = recording(ORDERS, "{'amount': 7, 'lines': []}", tasks -> tasks.mock("Charge card")
                .returns("{'ok': false}"));

        TestSource test = generator().generate(List.of(order42(), refunded, refunded));

        assertThat(test.source())
                .containsOnlyOnce("@MockTask(\"Charge card\")")
                .contains("void order_42_succeeds(StateMachine machine)")
                .contains("void order_42_fails(StateMachine machine)")
                .contains("void order_42_fails_2(StateMachine machine)")
                .contains(
                        "assertThat(execution).hasFailedWith(\"Refunded\").hasPath(\"Charge card\", \"Ok?\", \"Refund\");");
        passes(test);
    }

    /** Answered at once, branch two would be the first to fail. */
    @Test
    void keeps_how_long_an_answer_took_where_that_decides() throws Exception {
        String race =
                """
                {
                  "StartAt": "Both",
                  "States": { "Both": {
                    "Type": "Parallel", "End": true,
                    "Branches": [
                      { "StartAt": "Wait one", "States": {
                        "Wait one": { "Type": "Wait", "Seconds": 60, "Next": "One" },
                        "One": { "Type": "Fail", "Error": "One" } } },
                      { "StartAt": "Work", "States": {
                        "Work": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:work", "Next": "Wait two" },
                        "Wait two": { "Type": "Wait", "Seconds": 20, "Next": "Two" },
                        "Two": { "Type": "Fail", "Error": "Two" } } }
                    ]
                  } }
                }""";
        file = Files.writeString(folder.resolve("race.asl.json"), race);

        TestSource test = generator().generate(recording(race, "{}", tasks -> tasks.mock("Work")
                .returns("1")
                .after(Duration.ofMillis(119_875))
                .times(1)));
        TestSource shorter = generator()
                .generate(recording(
                        race, "{}", tasks -> tasks.mock("Work").returns("1").after(Duration.ofMillis(50_125))));

        assertThat(test.source()).contains("work.neverAnswers();");
        assertThat(shorter.source())
                .contains("work.returns(\"1\").after(ofSeconds(50));")
                .contains("import static java.time.Duration.ofSeconds;");
        passes(test);
        passes(shorter);
    }

    @Test
    void names_are_quoted_whatever_stands_in_them() throws Exception {
        String odd =
                """
                {
                  "StartAt": "Say \\"hi\\" 🎉 C:\\\\new",
                  "States": {
                    "Say \\"hi\\" 🎉 C:\\\\new": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:hi", "Next": "class" },
                    "class": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:c", "Next": "\\u202e🎉" },
                    "\\u202e🎉": { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:e", "End": true }
                  }
                }""";
        file = Files.writeString(folder.resolve("odd.asl.json"), odd);

        TestSource test = generator().generate(recording(odd, "{'it\\'s': 'a \\\\ and \\t'}", tasks -> {
            tasks.mock("Say \"hi\" 🎉 C:\\new")
                    .fails("It's \"bad\"", "a\nb \\ \"\"\" \u2028 \u202e")
                    .times(1);
        }));

        assertThat(test.source())
                .contains("@MockTask(\"Say \\\"hi\\\" 🎉 C:\\\\new\")\n    TaskMock sayHiCNew;")
                .contains("hasPath(\"Say \\\"hi\\\" 🎉 C:\\\\new\")")
                .doesNotContain("\u202e", "\u2028");
        passes(test);
        TestSource all = generator().generate(recording(odd, "[]", tasks -> {
            tasks.mock("Say \"hi\" 🎉 C:\\new").returns("1");
            tasks.mock("class").returns("[[], {}, \"{ }\", \"a, b\", \"'\", \"tab\\t\", \"\"]");
            tasks.mock("\u202e🎉").returns("'" + "\\\\ \"\"\" x ".repeat(30) + "'");
        }));
        assertThat(all.source()).contains("TaskMock class2;").contains("TaskMock task;");
        passes(all);
    }

    @Test
    void secrets_are_masked_in_mocks_and_assertions_alike() throws Exception {
        String login =
                """
                { "StartAt": "Log in", "States": { "Log in": {
                  "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:login", "End": true } } }""";
        file = Files.writeString(folder.resolve("login.asl.json"), login);
        RecordedExecution recording =
                recording(login, "{'user': 'u', 'password': 'hunter2'}", tasks -> tasks.mock("Log in")
                        .returns("{'accessToken': 'AKIAIOSFODNN7EXAMPLE', 'iban': 'DE02 1203'}"));

        TestSource test =
                generator().masking(SecretRules.DEFAULT.andMember("iban")).generate(recording);

        assertThat(test.source())
                .contains("logIn.returns(\"{'accessToken': '***', 'iban': '***'}\");")
                .contains("start(\"{'user': 'u', 'password': '***'}\")")
                .contains("hasOutput(\"{'accessToken': '***', 'iban': '***'}\")")
                .doesNotContain("hunter2", "AKIA", "DE02");
        passes(test);
    }

    @Test
    void long_payloads_become_files_beside_the_class() throws Exception {
        String items = "['" + "x".repeat(3_000) + "']";
        RecordedExecution recording = recording(ORDERS, "{'amount': 1, 'lines': [1]}", tasks -> {
            tasks.mock("Charge card").returns("{'ok': true}");
            tasks.mock("Ship").returns(items);
        });

        TestSource test = generator().generate(recording);

        assertThat(test.resources())
                .containsOnlyKeys(
                        "com/example/RecordedOrdersTest/order-42-succeeds-ship.json",
                        "com/example/RecordedOrdersTest/order-42-succeeds-output.json");
        assertThat(test.source())
                .contains("ship.returns(text(\"RecordedOrdersTest/order-42-succeeds-ship.json\"));")
                .contains("hasOutput(text(\"RecordedOrdersTest/order-42-succeeds-output.json\"))");
        passes(test);
        Path written = test.write(folder.resolve("java"), folder.resolve("resources"));
        assertThat(written).hasContent(test.source()).endsWith(Path.of("com/example/RecordedOrdersTest.java"));
        assertThat(folder.resolve("resources/com/example/RecordedOrdersTest/order-42-succeeds-ship.json"))
                .hasContent("[\n  \"" + "x".repeat(3_000) + "\"\n]");
    }

    @Test
    void a_callback_is_answered_by_its_mock() throws Exception {
        String approval =
                """
                { "StartAt": "Ask", "States": { "Ask": {
                  "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                  "Parameters": { "QueueUrl": "q", "MessageBody": { "token.$": "$$.Task.Token" } },
                  "HeartbeatSeconds": 600, "TimeoutSeconds": 86400, "End": true } } }""";
        file = Files.writeString(folder.resolve("approval.asl.json"), approval);

        RecordedExecution ours = recording(approval, "{}", tasks -> tasks.mock("Ask")
                .returns("{'approved': true}")
                .after(Duration.ofMinutes(15))
                .withHeartbeats(Duration.ofMinutes(5), Duration.ofMinutes(10)));
        RecordedExecution withTokenOfAws = RecordedExecution.of(
                ours.arn(),
                ours.stateMachineArn(),
                ours.history().toJson().replace("order-42/Ask/1", "AQCEAAAAKgAAAAMAAA"));

        TestSource test = generator().generate(withTokenOfAws);

        assertThat(test.source())
                .contains("ask.returns(\"{'approved': true}\");")
                .contains("hasOutput(\"{'approved': true}\")");
        passes(test);
    }

    @Test
    void the_output_of_a_nested_execution_is_what_its_mock_returns() throws Exception {
        String parent =
                """
                { "StartAt": "Run child", "States": { "Run child": {
                  "Type": "Task", "Resource": "arn:aws:states:::states:startExecution.sync:2",
                  "Parameters": { "StateMachineArn": "arn:aws:states:eu-west-1:111122223333:stateMachine:child" },
                  "OutputPath": "$.Output", "End": true } } }""";
        file = Files.writeString(folder.resolve("parent.asl.json"), parent);

        TestSource test = generator().generate(recording(parent, "{}", tasks -> tasks.mock("Run child")
                .returns("{'total': 7}")));

        assertThat(test.source())
                .contains("runChild.returns(\"{'total': 7}\");")
                .doesNotContain("ExecutionArn");
        passes(test);
    }

    @Test
    void an_execution_that_was_stopped_is_stopped() throws Exception {
        String slow =
                """
                { "StartAt": "Sleep", "States": { "Sleep": { "Type": "Wait", "Seconds": 3600, "End": true } } }""";
        file = Files.writeString(folder.resolve("slow.asl.json"), slow);
        Execution execution = StateMachine.of(slow)
                .withExecutionName("nightly")
                .startPaused("{}")
                .advance(Duration.ofSeconds(90));

        TestSource test = generator().generate(recorded(execution.stop("Ops.Stopped", "wrong day")));

        assertThat(test.source())
                .contains("void nightly_is_stopped(StateMachine machine)")
                .contains("execution.stop(\"Ops.Stopped\", \"wrong day\");")
                .contains("assertThat(execution).wasAborted().hasPath(\"Sleep\");");
        passes(test);
    }

    @Test
    void says_where_the_current_definition_departs() throws Exception {
        file = Files.writeString(
                folder.resolve("changed.asl.json"), ORDERS.replace("\"MaxAttempts\": 2", "\"MaxAttempts\": 1"));

        TestSource test = generator().generate(order42());

        assertThat(test.departures()).hasSize(1);
        assertThat(test.departures().get(0)).startsWith("order-42 departs at event");
        assertThat(test.source())
                .contains(
                        "    // The current definition does something else than was recorded:\n    //   order-42 departs at");
        GeneratedTests generated = new GeneratedTests(folder.resolve("classes"));
        assertThat(generated.compile(List.of(test))).isEmpty();
        assertThat(generated.run(List.of(test))).hasSize(1);
    }

    @Test
    void child_executions_of_a_distributed_map_are_answered_as_they_were() throws Exception {
        file = Files.writeString(folder.resolve("imports.asl.json"), Imports.DEFINITION);

        TestSource test = generator().generate(Imports.recorded(Imports.execution(Imports.DEFINITION)));

        assertThat(test.source())
                .contains(
                        "store.returns(\"{'amount': 7}\").thenReturns(\"{'amount': 500}\").thenFails(\"Row.Invalid\", \"no"
                                + " amount\");")
                .contains("assertThat(execution).mapRun(\"Import rows\").hasSucceededItems(2).hasFailedItems(1);");
        assertThat(test.leftOut()).isEmpty();
        passes(test);
    }

    @Test
    void what_no_test_can_be_made_of_is_told() throws Exception {
        file = Files.writeString(folder.resolve("imports.asl.json"), Imports.EXPRESS);
        RecordedExecution express = Imports.alone(Imports.execution(Imports.EXPRESS));
        RecordedExecution whole = Imports.recorded(Imports.execution(Imports.DEFINITION));

        assertThatThrownBy(() -> generator().generate(express))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("No test can be made of the recorded executions.\n  import-1: the end of the"
                        + " execution, since child executions of the Map Run ")
                .hasMessageEndingWith(" are Express executions, of which AWS keeps no history");
        StateMachine fromS3 =
                StateMachine.of(Imports.FROM_S3).withObjects(new S3Objects().put("b", "rows.json", "[\"small\"]"));
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Store").returns("{'amount': 7}");
        RecordedExecution small = Imports.recorded(
                fromS3.withTasks(tasks).withExecutionName("small").start("{}"));
        assertThatThrownBy(() -> TestGenerator.of(fromS3).generate(small))
                .hasMessage(
                        "No test can be made of the recorded executions.\n  small: its Distributed Map \"Import rows\" reads"
                                + " or writes S3, where nothing is in a generated test");
        file = Files.writeString(folder.resolve("imports.asl.json"), Imports.DEFINITION);
        TestSource test = generator().generate(List.of(whole, whole.children().get(0)));
        assertThat(test.leftOut())
                .containsExactly(whole.children().get(0).name()
                        + ": it is a child execution of a Distributed Map, which no test can start by itself; a test of the"
                        + " execution that it is a child of runs it too");
        passes(test);
    }

    @Test
    void refuses_what_is_no_name() {
        assertThatThrownBy(() -> generator().named("Orders Test")).hasMessage("`Orders Test` is no name of a class.");
        assertThatThrownBy(() -> generator().inPackage("com..x")).hasMessage("`com..x` is no name of a package.");
        assertThatThrownBy(() -> generator().generate(List.of()))
                .hasMessage("There is no recorded execution to make a test of.");
    }
}
