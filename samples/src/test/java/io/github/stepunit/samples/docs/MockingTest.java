package io.github.stepunit.samples.docs;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static io.github.stepunit.task.Latency.percentiles;
import static io.github.stepunit.task.TaskFailure.functionError;
import static io.github.stepunit.task.TaskFailure.throttled;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMock;
import io.github.stepunit.task.TaskMocks;
import io.github.stepunit.task.TaskOutcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The snippets of docs/mocking.md. */
class MockingTest {

    private static final String LINES =
            """
            {'orderId': 'o-42', 'lines': [
                {'sku': 'tea', 'quantity': 2},
                {'sku': 'cup', 'quantity': 6},
                {'sku': 'pot', 'quantity': 1}
            ]}""";

    // #region without-junit
    @Test
    void without_the_extension() {
        TaskMocks tasks = new TaskMocks();
        tasks.mock("Charge card").returns("{'receipt': 'r-1'}");
        tasks.mock("Ship").returns("{'MessageId': 'm-1'}");

        Execution execution = StateMachine.load(Path.of("statemachines/order.asl.json"))
                .withTasks(tasks)
                .start("{'orderId': 42}");

        assertThat(execution).hasSucceeded();
        tasks.verify();
    }
    // #endregion

    @StepFunctionTest("statemachines/order-lines.asl.json")
    void selectors(StateMachine machine, TaskMocks tasks) {
        // #region selectors
        tasks.mock("Pick lines[2]/Pick").returns("{'shelf': 'C7'}"); // iteration 2 of the Map
        tasks.mock("Pick lines/Pick").returns("{'shelf': 'A1'}"); // every iteration
        tasks.mock("sns:publish").returns("{'MessageId': 'm-1'}"); // whatever state publishes
        // #endregion

        assertThat(machine.start(LINES)).hasOutputAt("$.lines[*].picked.shelf", List.of("A1", "A1", "C7"));
    }

    @StepFunctionTest("statemachines/order-lines.asl.json")
    void conditions(
            StateMachine machine,
            @MockTask("Pick") TaskMock pick,
            @MockTask("Back-order") TaskMock backOrder,
            @MockTask("Tell courier") TaskMock courier) {
        // #region conditions
        pick.returns("{'shelf': 'A1'}");
        pick.whenInputAt("$.Payload.sku", "cup").fails("SoldOut");
        pick.whenInput(input -> input.at("/Payload/line").asInt() == 2).neverAnswers();
        // #endregion

        backOrder.returns("{'MessageId': 'b-1'}").always();
        courier.returns("{'MessageId': 'm-1'}").always();
        Execution execution = machine.startPaused(LINES).advance(ofMinutes(1));
        assertThat(execution).isRunning().hasVisitedTimes("Back-order", 1);
    }

    @Nested
    @StepFunctionTest("statemachines/order.asl.json")
    class Fakes {

        // #region fake
        record Order(int orderId) {}

        record Paid(String receipt) {}

        interface Payments {
            Paid charge(Order order);
        }

        @MockTask("Charge card")
        final Payments payments = order -> new Paid("r-" + order.orderId());

        @Test
        void with_a_fake(StateMachine orders, @MockTask("Ship") TaskMock ship) {
            ship.succeeds();

            assertThat(orders.start("{'orderId': 42}")).hasOutputAt("$.payment.receipt", "r-42");
        }
        // #endregion
    }

    @Nested
    @StepFunctionTest("statemachines/order.asl.json")
    class Scripts {

        @MockTask("Charge card")
        TaskMock charge;

        @BeforeEach
        void the_rest_works(@MockTask("Ship") TaskMock ship, @MockTask("Tell customer") TaskMock mail) {
            ship.returns("{'MessageId': 'm-1'}").always();
            mail.returns("{'MessageId': 'm-2'}").always();
        }

        @Test
        void in_sequence(StateMachine orders) {
            // #region sequence
            charge.fails("Lambda.TooManyRequestsException")
                    .times(2)
                    .thenReturns("{'receipt': 'r-1'}")
                    .after(ofSeconds(5));
            // #endregion
            assertThat(orders.start("{'orderId': 42}")).hasSucceeded();
        }

        @Test
        void failures_as_words(StateMachine orders) {
            // #region failures
            charge.fails(throttled()).times(2).thenFails(functionError("CardDeclined", "No funds"));
            // #endregion
            assertThat(orders.start("{'orderId': 42}"))
                    .hasFailedWith("CardDeclined")
                    .hasVisited("Tell customer");
        }

        // #region records
        record Receipt(String receipt) {}

        @Test
        void with_the_teams_own_types(StateMachine orders) {
            charge.returns(new Receipt("r-1"));

            Execution execution = orders.start("{'orderId': 42}");

            assertThat(execution).hasOutputAt("$.payment", new Receipt("r-1"));
        }
        // #endregion

        @Test
        void from_a_file(StateMachine orders) {
            // #region resource
            charge.fails(throttled()).thenReturnsResource("charge-ok.json"); // beside the test class
            // #endregion
            assertThat(orders.start("{'orderId': 42}")).hasOutputAt("$.payment.receipt", "r-1");
        }

        @Test
        void with_a_latency_that_is_drawn(StateMachine orders) {
            // #region latency
            charge.returns("{'receipt': 'r-1'}")
                    .after(percentiles(ofMillis(80), ofMillis(300), ofSeconds(2), ofSeconds(6)));

            Execution execution = orders.withSeed(7).start("{'orderId': 42}");
            // #endregion
            assertThat(execution).hasSucceeded().state("Charge card").wasAttempted(1);
        }

        @Test
        void by_a_function(StateMachine orders) {
            // #region function
            charge.runs(payload -> new Receipt("r-" + payload.path("orderId").asInt()));
            // #endregion
            assertThat(orders.start("{'orderId': 42}")).hasOutputAt("$.payment.receipt", "r-42");
        }

        @Test
        void by_a_handler(StateMachine orders) {
            // #region handler
            charge.answers(task -> task.attempt() == 1
                    ? TaskOutcome.fail("Lambda.TooManyRequestsException")
                    : TaskOutcome.succeed("{'Payload': {'receipt': 'r-1'}, 'StatusCode': 200}"));
            // #endregion
            assertThat(orders.start("{'orderId': 42}")).hasSucceeded();
        }
    }
}
