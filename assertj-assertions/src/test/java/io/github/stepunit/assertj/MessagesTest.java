package io.github.stepunit.assertj;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.teststate.TestState;
import io.github.stepunit.teststate.TestStateResult;
import io.github.stepunit.validation.ValidationResult;
import io.github.stepunit.validation.Validator;
import io.github.stepunit.validation.WarningCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The whole text of every message. {@code -Dstepunit.test.args=-Dgolden.update} writes the file anew, to be reviewed as a
 * diff.
 */
class MessagesTest {

    private static final Path GOLDEN = Path.of("src/test/resources/messages.txt");
    private static final String TITLE = "==== ";

    private static Map<String, ThrowingCallable> failures() {
        Map<String, ThrowingCallable> messages = new LinkedHashMap<>();
        addFailuresOfExecutions(messages);
        addFailuresOfStates(messages);
        addFailuresOfScopes(messages);
        addFailuresOfDefinitions(messages);
        addFailuresOfTestedStates(messages);
        return messages;
    }

    private static void addFailuresOfDefinitions(Map<String, ThrowingCallable> messages) {
        ValidationResult refused = validated("{'StartAt': 'A', 'States': {'A': {'Type': 'Succeed', 'End': true}}}");
        ValidationResult doubtful = validated(
                "{'StartAt': 'A', 'States': {'A': {'Type': 'Pass', 'Parameters': {'id': '$.id'}, 'End': true}}}");
        ValidationResult fine = validated("{'StartAt': 'A', 'States': {'A': {'Type': 'Succeed'}}}");
        messages.put("valid", () -> assertThat(refused).isValid());
        messages.put("invalid", () -> assertThat(fine).isInvalid());
        messages.put("no warnings", () -> assertThat(doubtful).hasNoWarnings());
        messages.put("diagnostic", () -> assertThat(refused).hasDiagnostic(WarningCode.NO_DOLLAR));
        messages.put("diagnostic at", () -> assertThat(fine).hasDiagnosticAt(WarningCode.NO_DOLLAR, "/States/A/x"));
        messages.put("no diagnostic", () -> assertThat(doubtful).hasNoDiagnostic(WarningCode.NO_DOLLAR));
    }

    private static ValidationResult validated(String definition) {
        return Validator.standard().validate("a.asl.json", definition.replace('\'', '"'), StateMachineType.STANDARD);
    }

    private static void addFailuresOfTestedStates(Map<String, ThrowingCallable> messages) {
        messages.put(
                "tested state status",
                () -> assertThat(throttled().atRetry(1).run()).hasSucceeded());
        messages.put("tested state next", () -> assertThat(charged()).hasNextState("Refund"));
        messages.put("tested state next none", () -> assertThat(charged()).hasNoNextState());
        messages.put("tested state error", () -> assertThat(charged()).hasError("Throttled"));
        messages.put(
                "tested state backoff",
                () -> assertThat(throttled().atRetry(1).run()).isRetriableAfter(ofSeconds(1)));
        messages.put(
                "tested state catcher",
                () -> assertThat(throttled().atRetry(3).run()).hasCatchIndex(0));
        messages.put("tested state output", () -> assertThat(charged()).hasOutputAt("$.charge.receipt", "r-2"));
        messages.put(
                "tested state output none", () -> assertThat(throttled().run()).hasOutput("{}"));
        messages.put(
                "tested state step",
                () -> assertThat(charged()).afterParameters().hasNothingAt("$.Payload"));
        messages.put(
                "tested state step none",
                () -> assertThat(charged()).afterArguments().isEqualToJson("{}"));
        messages.put(
                "tested state variables",
                () -> assertThat(charged()).variables().hasAt("$.limit", 11));
    }

    private static TestState throttled() {
        return TestState.of(Machines.ORDER, "Charge card")
                .withInput("{'orderId': 42}")
                .withMockError("Throttled", "slow down");
    }

    private static TestStateResult charged() {
        return TestState.of(Machines.ORDER, "Charge card")
                .withInput("{'orderId': 42}")
                .withVariables("{'limit': 10}")
                .withMockResult("{'StatusCode': 200, 'Payload': {'receipt': 'r-1'}}")
                .run();
    }

    private static void addFailuresOfScopes(Map<String, ThrowingCallable> messages) {
        messages.put("scope succeeded", () -> iteration(Machines.jammed(), 1).hasSucceeded());
        messages.put(
                "scope succeeded aborted", () -> iteration(Machines.jammed(), 0).hasSucceeded());
        messages.put("scope failed with", () -> iteration(Machines.shipped(), 1).hasFailedWith("Printer.Jam", "paper"));
        messages.put("scope aborted", () -> iteration(Machines.shipped(), 0).wasAborted());
        messages.put("scope not started", () -> iteration(Machines.shipped(), 2).hasSucceeded());
        messages.put("scope output", () -> iteration(Machines.shipped(), 0).hasOutput((Object) "label of 2"));
        messages.put("scope output none", () -> iteration(Machines.jammed(), 0).hasOutputAt("$.label", 1));
        messages.put("scope took", () -> iteration(Machines.shipped(), 0).took(ofSeconds(1)));
        messages.put(
                "scope running",
                () -> assertThat(Machines.looped()).state("Both").branch(0).isRunning());
    }

    private static ScopeAssert iteration(Execution execution, int index) {
        return assertThat(execution).state("Ship all").iteration(index);
    }

    private static void addFailuresOfExecutions(Map<String, ThrowingCallable> messages) {
        messages.put("status", () -> assertThat(Machines.jammed()).hasSucceeded());
        messages.put("status running", () -> assertThat(Machines.waiting()).hasSucceeded());
        messages.put("redriven", () -> assertThat(Machines.redriven()).wasRedriven(2));
        messages.put("redrivable", () -> assertThat(Machines.shipped()).isRedrivable());
        messages.put("not redrivable", () -> assertThat(Machines.rejected()).isNotRedrivable());
        messages.put("nested count", () -> assertThat(Machines.nesting()).hasNestedExecutions(2));
        messages.put("nested none", () -> assertThat(Machines.nesting()).nestedExecution("Charge"));
        messages.put(
                "nested inside",
                () -> assertThat(Machines.nesting()).nestedExecution("Call").hasFailed());
        messages.put(
                "delivered twice",
                () -> assertThat(Machines.shipped()).state("Charge card").wasDeliveredTwice());
        messages.put("error", () -> assertThat(Machines.rejected()).hasFailedWith("Card.Declined"));
        messages.put("error none", () -> assertThat(Machines.shipped()).hasError("Card.Declined"));
        messages.put("cause", () -> assertThat(Machines.rejected()).hasCause("x"));
        messages.put("cause containing", () -> assertThat(Machines.rejected()).hasCauseContaining("x"));
        messages.put("path short", () -> assertThat(Machines.rejected())
                .hasPath("Validate", "Charge card", "Refund", "Give up", "Done"));
        messages.put("path long", () -> assertThat(Machines.rejected()).hasPath("Validate", "Charge card"));
        messages.put("path inner", () -> assertThat(Machines.shipped()).hasPath("Validate", "Pick"));
        messages.put("in order", () -> assertThat(Machines.looped())
                .hasPathContaining("Count", "Enough?", "Count", "Count", "Count"));
        messages.put("in order none", () -> assertThat(Machines.rejected()).hasVisitedInOrder("Ship all", "Pick"));
        messages.put("visited", () -> assertThat(Machines.rejected()).hasVisited("Ship all"));
        messages.put("unknown", () -> assertThat(Machines.rejected()).hasNeverVisited("Refnd"));
        messages.put(
                "unknown far",
                () -> assertThat(Machines.rejected()).state("Teleport").wasVisited());
        messages.put("never", () -> assertThat(Machines.rejected()).hasNeverVisited("Refund"));
        messages.put("times", () -> assertThat(Machines.looped()).hasVisitedTimes("Wait", 4));
        messages.put(
                "choose",
                () -> assertThat(Machines.shipped()).state("Print label").hasSucceeded());
        messages.put("visit number", () -> assertThat(Machines.shipped())
                .state("Print label")
                .visit(3)
                .hasSucceeded());
        messages.put("took", () -> assertThat(Machines.shipped()).took(ofSeconds(90)));
        messages.put(
                "state took",
                () -> assertThat(Machines.shipped()).state("Charge card").tookAtMost(ofSeconds(5)));
        messages.put(
                "started",
                () -> assertThat(Machines.shipped()).state("Any lines?").startedAfter(ofSeconds(1)));
        messages.put(
                "output", () -> assertThat(Machines.shipped()).hasOutput("['label of 1', 'label of 3', {'a b': 1}]"));
        messages.put("output ignoring", () -> assertThat(Machines.rejectedBy("Order.Rejected"))
                .state("Charge card")
                .output()
                .ignoringPaths("$.orderId", "$..Cause")
                .isEqualToJson("{'orderId': 1, 'error': {'Error': 'Fraud', 'Cause': ''}}"));
        messages.put("variable", () -> assertThat(Machines.counted()).hasVariable("total", 4));
        messages.put("variable none", () -> assertThat(Machines.counted()).hasVariable("ttal", 3));
        messages.put(
                "variable seen",
                () -> assertThat(Machines.counted()).state("Report").hasVariable("name", "x"));
        messages.put(
                "assigned",
                () -> assertThat(Machines.counted()).state("Count").firstVisit().hasAssigned("total", 2));
        messages.put(
                "assigned nothing",
                () -> assertThat(Machines.counted()).state("Count").firstVisit().hasAssignedNothing());
        messages.put(
                "variable of iteration",
                () -> assertThat(Machines.counted()).state("Each").iteration(1).hasVariable("own", "c"));
        messages.put(
                "took each time",
                () -> assertThat(Machines.looped()).state("Wait").tookEachTime(ofSeconds(30), ofSeconds(60)));
        messages.put(
                "took each time running",
                () -> assertThat(Machines.waiting()).state("Wait").tookEachTime(ofSeconds(30)));
        messages.put("snapshot", () -> assertThat(Machines.shipped()).matchesSnapshot("shipped"));
        messages.put("snapshot of output", () -> assertThat(Machines.shipped())
                .state("Charge card")
                .output()
                .matchesSnapshot("charged"));
        messages.put("output at", () -> assertThat(Machines.shipped())
                .state("Charge card")
                .hasOutputAt("$.charge", "{'receipt': 'r-2'}"));
    }

    private static void addFailuresOfStates(Map<String, ThrowingCallable> messages) {
        messages.put(
                "output at missing",
                () -> assertThat(Machines.shipped()).state("Charge card").hasOutputAt("$.charge.receiptId", "r-2"));
        messages.put("output none", () -> assertThat(Machines.jammed()).hasOutputAt("$.receipt", "r-1"));
        messages.put(
                "json nothing", () -> assertThat(Machines.shipped()).output().hasNothingAt("$[0]"));
        messages.put("something", () -> assertThat(Machines.shipped())
                .state("Charge card")
                .output()
                .hasSomethingAt("$.b"));
        messages.put("task input none", () -> assertThat(Machines.shipped())
                .state("Validate")
                .taskInput()
                .asString());
        messages.put("json as", () -> assertThat(Machines.shipped()).output().as(Integer.class));
        messages.put("json path bad", () -> assertThat(Machines.shipped()).hasOutputAt("receipt", 1));
        messages.put(
                "attempts",
                () -> assertThat(Machines.shipped()).state("Charge card").wasAttempted(2));
        messages.put(
                "retries",
                () -> assertThat(Machines.shipped()).state("Validate").wasRetried(1));
        messages.put("waits", () -> assertThat(Machines.shipped())
                .state("Charge card")
                .waitedBetweenAttempts(ofSeconds(1), ofSeconds(1)));
        messages.put(
                "retrier",
                () -> assertThat(Machines.shipped()).state("Charge card").wasRetriedBy(1));
        messages.put(
                "rule", () -> assertThat(Machines.shipped()).state("Any lines?").matchedRule(0));
        messages.put(
                "default",
                () -> assertThat(Machines.shipped()).state("Any lines?").tookDefault());
        messages.put(
                "catcher",
                () -> assertThat(Machines.rejected()).state("Charge card").wasCaughtBy(0));
        messages.put(
                "failed with",
                () -> assertThat(Machines.shipped()).state("Charge card").hasFailedWith("Card.Declined"));
        messages.put(
                "state failed",
                () -> assertThat(Machines.shipped()).state("Validate").hasFailed());
        messages.put(
                "state timed out",
                () -> assertThat(Machines.rejected()).state("Charge card").hasTimedOut());
        messages.put(
                "state took at least",
                () -> assertThat(Machines.shipped()).state("Charge card").tookAtLeast(ofSeconds(7)));
        messages.put("iteration", () -> assertThat(Machines.shipped())
                .state("Ship all")
                .iteration(2)
                .hasPath("Pick"));
        messages.put(
                "iterations",
                () -> assertThat(Machines.shipped()).state("Ship all").hasIterations(1));
        messages.put("scope unknown", () -> assertThat(Machines.shipped())
                .state("Ship all")
                .iteration(1)
                .hasVisited("Done"));
        messages.put(
                "return scope",
                () -> assertThat(Machines.shipped()).state("Ship all").returnToScope());
        messages.put(
                "rule of no Choice",
                () -> assertThat(Machines.shipped()).state("Validate").matchedRule(0));
        messages.put(
                "default of no Choice",
                () -> assertThat(Machines.shipped()).state("Charge card").tookDefault());
        messages.put(
                "branches of no Parallel",
                () -> assertThat(Machines.shipped()).state("Ship all").hasBranches(0));
        messages.put(
                "iterations of no Map",
                () -> assertThat(Machines.shipped()).state("Charge card").hasIterations(0));
        messages.put("branch of no Parallel", () -> assertThat(Machines.shipped())
                .state("Charge card")
                .branch(0)
                .hasSucceeded());
        messages.put(
                "visit 0",
                () -> assertThat(Machines.looped()).state("Wait").visit(0).hasSucceeded());
        messages.put(
                "output at mistyped",
                () -> assertThat(Machines.shipped()).state("Charge card").hasOutputAt("$.chrge.receipt", "r-2"));
        messages.put("output of no JSON", () -> assertThat(Machines.shipped()).hasOutput("r-1"));
        messages.put("string for number", () -> assertThat(Machines.counted()).hasVariable("total", "3"));
        messages.put("ended", () -> assertThat(Machines.waiting()).endedAt(StateMachine.DEFAULT_START.plusSeconds(45)));
    }

    @TestFactory
    Stream<DynamicTest> every_message_is_as_in_the_golden_file() throws IOException {
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(
                    GOLDEN,
                    failures().entrySet().stream()
                            .map(failure -> TITLE + failure.getKey() + "\n" + messageOf(failure.getValue()) + "\n")
                            .collect(Collectors.joining("\n")));
        }
        Map<String, String> golden = golden();
        return failures().entrySet().stream()
                .map(failure ->
                        DynamicTest.dynamicTest(failure.getKey(), () -> assertThat(messageOf(failure.getValue()))
                                .isEqualTo(golden.get(failure.getKey()))));
    }

    @Test
    void messages_stay_readable_after_a_long_execution() {
        String message = messageOf(() -> assertThat(longRun()).hasPathContaining("Again?", "End"));

        assertThat(message.lines().count()).isLessThan(120);
        assertThat(message).contains(" lines left out ...");
    }

    private static Execution longRun() {
        return StateMachine.of(
                        """
                {"StartAt": "Next", "States": {
                  "Next": {"Type": "Pass", "Parameters": {"n.$": "States.MathAdd($.n, 1)"}, "Next": "Again?"},
                  "Again?": {"Type": "Choice", "Default": "Next",
                    "Choices": [{"Variable": "$.n", "NumericEquals": 5000, "Next": "Stop"},
                                {"Variable": "$.n", "NumericEquals": -1, "Next": "End"}]},
                  "Stop": {"Type": "Fail"}, "End": {"Type": "Succeed"}}}
                """)
                .start("{'n': 0}");
    }

    private static Map<String, String> golden() throws IOException {
        Map<String, String> sections = new LinkedHashMap<>();
        for (String section : Pattern.compile("^" + TITLE, Pattern.MULTILINE).split(Files.readString(GOLDEN), -1)) {
            List<String> lines = section.lines().toList();
            if (!lines.isEmpty()) {
                sections.put(
                        lines.get(0),
                        section.substring(lines.get(0).length() + 1).replaceFirst("\n+$", ""));
            }
        }
        return sections;
    }

    private static String messageOf(ThrowingCallable failing) {
        Throwable failure = catchThrowable(failing);
        if (failure == null) {
            return "no failure";
        }
        return failure instanceof AssertionError ? String.valueOf(failure.getMessage()) : failure.toString();
    }
}
