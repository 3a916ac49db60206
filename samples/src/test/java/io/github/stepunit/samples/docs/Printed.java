package io.github.stepunit.samples.docs;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.task.TaskMocks;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Messages that README.md and docs show, as StepUnit prints them. */
final class Printed {

    private static final Map<String, ThrowingCallable> MISTAKES = Map.ofEntries(
            Map.entry("wrong-path", Printed::expectsAnotherPath),
            Map.entry("wrong-waits", Printed::expectsOtherWaits),
            Map.entry("wrong-output", Printed::expectsAnotherOutput),
            Map.entry("wrong-snapshot", Printed::expectsAnotherSnapshot),
            Map.entry("why", Printed::expectsAnotherName),
            Map.entry("wrong-next-state", Printed::expectsAnotherState),
            Map.entry("unmocked", Printed::mocksNothing),
            Map.entry("unknown-task", Printed::mocksUnknownTask),
            Map.entry("used-up", Printed::scriptsTooLittle),
            Map.entry("unused", Printed::scriptsTooMuch),
            Map.entry("stuck", Printed::answersNothing),
            Map.entry("warnings", Printed::expectsNoWarnings),
            Map.entry("invalid-definition", Printed::breaksTheDefinition));

    private Printed() {}

    static String message(String name) {
        ThrowingCallable mistake = MISTAKES.getOrDefault(name, BudgetMistakes.orOfContract(name));
        if (mistake == null) {
            throw new AssertionError("No message is called " + name + ".");
        }
        return Assertions.catchThrowable(mistake)
                .getMessage()
                .strip()
                .replace("samples/docs/DocsTest.snapshots/quotes_what_the_samples_say", "OrderTest.snapshots/ships")
                .replaceAll(
                        "StepUnit \\S+, AWS SDK for Java \\S+, Java \\d+",
                        "StepUnit 0.1.0, AWS SDK for Java 2.57.8, Java 17")
                .replaceAll("docs\\.Printed\\(Printed\\.java:\\d+\\)", "OrderTest(OrderTest.java:27)");
    }

    private static Execution declinedOrder() {
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Charge card").fails("CardDeclined", "Insufficient funds");
        tasks.mock("sns:publish").returns("{'MessageId': 'm-1'}");
        return machine("order").withTasks(tasks).start("{'orderId': 42}");
    }

    private static Execution throttledOrder() {
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Charge card")
                .fails("Lambda.TooManyRequestsException")
                .times(2)
                .thenReturns("{'receipt': 'r-1'}");
        tasks.mock("Ship").returns("{'MessageId': 'm-1'}");
        return machine("order").withTasks(tasks).start("{'orderId': 42}");
    }

    /** Its executions keep what happens to the data, as those of a {@code @StepFunctionTest} do. */
    private static StateMachine machine(String name) {
        return StateMachine.load(Path.of("statemachines", name + ".asl.json"))
                .onStart(execution -> execution.recordDataFlow());
    }

    private static void expectsAnotherPath() {
        assertThat(declinedOrder()).hasPath("Charge card", "Ship");
    }

    private static void expectsOtherWaits() {
        assertThat(throttledOrder()).state("Charge card").waitedBetweenAttempts(ofSeconds(1), ofSeconds(1));
    }

    private static void expectsAnotherOutput() {
        assertThat(throttledOrder()).hasOutput("{'orderId': 42, 'payment': {'receipt': 'r-2'}}");
    }

    private static void expectsAnotherName() {
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Charge card").fails("Card.Declined", "Insufficient funds");
        assertThat(machine("order").withTasks(tasks).start("{'orderId': 42}")).hasPath("Charge card", "Tell customer");
    }

    private static void expectsAnotherSnapshot() {
        assertThat(throttledOrder()).matchesSnapshot("once throttled");
    }

    private static void expectsAnotherState() {
        assertThat(machine("order")
                        .testState("Charge card")
                        .withInput("{'orderId': 42}")
                        .withMockError("CardDeclined", "Insufficient funds")
                        .run())
                .hasNextState("Ship");
    }

    private static void mocksNothing() {
        StateMachine orders = machine("order");
        TaskMocks tasks = TaskMocks.of(orders.definition());
        tasks.mock("Charge card").returns("{'receipt': 'r-1'}");
        orders.withTasks(tasks).start("{'orderId': 42}");
    }

    private static void mocksUnknownTask() {
        TaskMocks.of(machine("order").definition()).mock("Charge cart");
    }

    private static void scriptsTooLittle() {
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Charge card").fails("Lambda.TooManyRequestsException").times(2);
        machine("order").withTasks(tasks).start("{'orderId': 42}");
    }

    private static void scriptsTooMuch() {
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Charge card").fails("CardDeclined", "Insufficient funds");
        tasks.mock("Tell customer").returns("{}");
        tasks.mock("Ship").returns("{}");
        machine("order").withTasks(tasks).start("{'orderId': 42}");
        tasks.verify();
    }

    private static void answersNothing() {
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Ask manager").answersByHand();
        StateMachine.of(
                        """
                        {
                          "StartAt": "Ask manager",
                          "States": {
                            "Ask manager": {
                              "Type": "Task",
                              "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                              "Parameters": { "QueueUrl": "https://approvals", "MessageBody.$": "$$.Task.Token" },
                              "End": true
                            }
                          }
                        }""")
                .withTasks(tasks)
                .start();
    }

    private static void breaksTheDefinition() {
        StateMachine.of(
                """
                {
                  "StartAt": "Charge card",
                  "States": {
                    "Charge card": {
                      "Type": "Task",
                      "Resource": "arn:aws:states:::lambda:invoke",
                      "Parameters": { "Payload.$": "order" },
                      "Next": "Shipp"
                    },
                    "Ship": { "Type": "Pass", "End": true, "Retries": 3 }
                  }
                }""");
    }

    private static void expectsNoWarnings() {
        assertThat(StateMachine.of(Doubtful.DEFINITION)).hasNoWarnings();
    }
}
