package io.github.stepunit.samples.docs;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMocks;
import org.junit.jupiter.api.Test;

/** The snippets of docs/assertions.md. */
class AssertionsTest {

    private static final String LINES =
            "{'orderId': 'o-42', 'lines': [{'sku': 'tea', 'quantity': 2}, {'sku': 'cup', 'quantity': 6}]}";

    record Payment(String receipt) {}

    record Order(int orderId, Payment payment) {}

    @StepFunctionTest("statemachines/order.asl.json")
    void over_the_execution(StateMachine orders, TaskMocks tasks) {
        tasks.mock("Charge card").returns("{'receipt': 'r-1'}").after(ofSeconds(2));
        tasks.mock("Ship").returns("{'MessageId': 'm-1'}");
        Execution execution = orders.start("{'orderId': 42}");

        // #region outcome
        assertThat(execution)
                .hasSucceeded()
                .hasOutput("{'orderId': 42, 'payment': {'receipt': 'r-1'}}")
                .hasOutputAt("$.payment.receipt", "r-1")
                .took(ofSeconds(2));
        assertThat(execution).outputAs(Order.class).isEqualTo(new Order(42, new Payment("r-1")));
        assertThat(execution).output().hasNothingAt("$.problem");
        // #endregion

        // #region part
        assertThat(execution).output().at("$.payment").isEqualToJson("{'receipt': 'r-1'}");
        // #endregion

        // #region ignoring
        assertThat(execution)
                .output()
                .ignoringPaths("$.orderId", "$..receipt")
                .isEqualToJson("{'payment': {}}")
                .returnToExecution()
                .hasSucceeded();
        // #endregion

        // #region snapshot
        assertThat(execution).matchesSnapshot();
        assertThat(execution)
                .state("Ship")
                .taskInput()
                .ignoringPaths("$.Message")
                .matchesSnapshot("shipping note");
        // #endregion

        // #region path
        assertThat(execution)
                .hasPath("Charge card", "Ship") // exactly these, in this order
                .hasVisitedInOrder("Charge card", "Ship") // with any others between them
                .hasVisited("Ship")
                .hasVisitedTimes("Ship", 1)
                .hasNeverVisited("Tell customer", "Declined");
        // #endregion

        // #region history
        assertThat(execution.history().events())
                .filteredOn(event -> event.type() == HistoryEventType.TASK_SCHEDULED)
                .hasSize(2);
        // #endregion
    }

    @StepFunctionTest("statemachines/order.asl.json")
    void over_a_state(StateMachine orders, TaskMocks tasks) {
        tasks.mock("Charge card")
                .fails("Lambda.TooManyRequestsException")
                .thenFails("CardDeclined", "Insufficient funds");
        tasks.mock("Tell customer").returns("{'MessageId': 'm-1'}");
        Execution execution = orders.start("{'orderId': 42}");

        // #region state
        assertThat(execution)
                .state("Charge card")
                .wasAttempted(2)
                .waitedBetweenAttempts(ofSeconds(1))
                .wasRetriedBy(0)
                .wasCaughtBy(0)
                .hasInput("{'orderId': 42}")
                .hasTaskInputAt("$.FunctionName", "charge-card")
                .hasOutputAt("$.problem.Error", "CardDeclined");
        // #endregion
    }

    @StepFunctionTest("statemachines/order-lines.asl.json")
    void over_iterations(StateMachine machine, TaskMocks tasks) {
        tasks.mock("Pick").returns("{'shelf': 'A1'}");
        tasks.mock("Pick").whenInputAt("$.Payload.sku", "cup").fails("SoldOut");
        tasks.mock("Back-order").returns("{'MessageId': 'b-1'}");
        tasks.mock("Tell courier").returns("{'MessageId': 'm-1'}");
        Execution execution = machine.start(LINES);

        // #region iterations
        assertThat(execution).state("Pick lines").hasIterations(2);
        assertThat(execution)
                .state("Pick lines")
                .iteration(1)
                .hasSucceeded()
                .hasPath("Pick", "Back-order")
                .hasOutputAt("$.picked.backOrder", "b-1");
        // #endregion
    }

    @StepFunctionTest("statemachines/job-poller.asl.json")
    void over_each_wait(StateMachine poller, TaskMocks tasks) {
        tasks.mock("Submit job").returns("{'JobId': 'job-1', 'JobName': 'report-7'}");
        tasks.mock("Get job status")
                .returns("{'Jobs': [{'Status': 'RUNNING'}]}")
                .thenReturns("{'Jobs': [{'Status': 'FAILED'}]}");
        Execution execution = poller.start("{'reportId': 7, 'waitSeconds': 30}");

        // #region waits
        assertThat(execution).state("Wait X seconds").tookEachTime(ofSeconds(30), ofSeconds(30));
        // #endregion
    }

    @Test
    void over_variables() {
        StateMachine counter = StateMachine.of(
                """
                {
                  "QueryLanguage": "JSONata",
                  "StartAt": "Begin",
                  "States": {
                    "Begin": { "Type": "Pass", "Assign": { "tries": 0 }, "Next": "Try" },
                    "Try": { "Type": "Pass", "Assign": { "tries": "{% $tries + 1 %}" }, "Next": "Enough?" },
                    "Enough?": {
                      "Type": "Choice",
                      "Choices": [{ "Condition": "{% $tries < 3 %}", "Next": "Try" }],
                      "Default": "Done"
                    },
                    "Done": { "Type": "Succeed" }
                  }
                }""");
        Execution execution = counter.start();

        // #region variables
        assertThat(execution).hasVariable("tries", 3); // at the end
        assertThat(execution)
                .state("Try")
                .lastVisit()
                .hasVariable("tries", 2) // as the state could see it
                .hasAssigned("tries", 3);
        // #endregion
    }
}
