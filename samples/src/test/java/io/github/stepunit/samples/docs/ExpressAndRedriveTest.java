package io.github.stepunit.samples.docs;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.task.TaskMock;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The snippets of docs/express-and-redrive.md. */
class ExpressAndRedriveTest {

    @Nested
    @StepFunctionTest(value = "statemachines/enrich-event.asl.json", type = StateMachineType.EXPRESS)
    class Express {

        @MockTask("Count")
        TaskMock count;

        @BeforeEach
        void customer(@MockTask("Look up customer") TaskMock lookUp) {
            lookUp.returns("{'name': 'Ada'}");
        }

        // #region twice
        @Test
        void an_event_that_is_delivered_twice_is_counted_once(StateMachine enrich) {
            Set<String> counted = new HashSet<>();
            count.runs(event -> {
                counted.add(event.get("id").textValue()); // by its id, and so only once
                return counted.size();
            });

            Execution execution = enrich.deliveringTwice("Count").start("{'id': 'e-1'}");

            assertThat(execution).hasSucceeded().hasOutputAt("$.count", 1);
            assertThat(execution).state("Count").wasDeliveredTwice();
            assertThat(count.calls()).isEqualTo(2);
        }
        // #endregion

        // #region whole
        @Test
        void an_execution_that_runs_twice_counts_once(StateMachine enrich) {
            Set<String> counted = new HashSet<>();
            count.runs(event -> counted.add(event.get("id").textValue()) ? "counted" : "known");

            assertThat(enrich.startTwice("{'id': 'e-1'}"))
                    .extracting(run -> run.output().get("count").textValue())
                    .containsExactly("counted", "known");
        }
        // #endregion

        // #region sync
        @Test
        void a_synchronous_execution_has_an_answer(StateMachine enrich) {
            count.fails("Throttled");

            Execution execution = enrich.startSync("{'id': 'e-1'}");

            assertThat(execution.startSyncExecutionAnswer())
                    .hasToString(
                            """
                            {"billingDetails":{"billedDurationInMilliseconds":100,"billedMemoryUsedInMB":64},\
                            "error":"Throttled",\
                            "executionArn":"%s",\
                            "input":"{\\"id\\":\\"e-1\\"}","inputDetails":{"included":true},"name":"execution",\
                            "outputDetails":{"included":true},"startDate":"2025-01-01T00:00:00.000Z",\
                            "stateMachineArn":"%s",\
                            "status":"FAILED","stopDate":"2025-01-01T00:00:00.000Z"}\
                            """
                                    .formatted(execution.arn(), enrich.arn()));
        }
        // #endregion
    }

    @Nested
    @StepFunctionTest("statemachines/order.asl.json")
    class Redrive {

        @MockTask("Charge card")
        TaskMock charge;

        @MockTask("Ship")
        TaskMock ship;

        // #region redrive
        @Test
        void a_failed_order_goes_on_where_it_failed(StateMachine orders) {
            charge.returns("{'receipt': 'r-1'}");
            ship.fails("QueueDown");
            Execution execution = orders.start("{'orderId': 42}");
            assertThat(execution).hasFailedWith("QueueDown").isRedrivable();

            ship.returns("{'MessageId': 'm-1'}"); // mended
            execution.redriveAfter(ofHours(2));

            assertThat(execution).hasSucceeded().wasRedriven(1).took(ofHours(2));
            assertThat(execution).state("Charge card").wasAttempted(1);
            assertThat(execution).state("Ship").wasVisitedTimes(1).wasAttempted(2);
        }
        // #endregion

        // #region refused
        @Test
        void too_late(StateMachine orders) {
            charge.returns("{'receipt': 'r-1'}");
            ship.fails("QueueDown");
            Execution execution = orders.start("{'orderId': 42}");

            assertThatThrownBy(() -> execution.redriveAfter(ofDays(15)))
                    .hasMessageContaining("ExecutionNotRedrivable, Execution redrivable period exceeded");
        }
        // #endregion

        // #region version
        @Test
        void by_an_alias(StateMachine orders) {
            charge.returns("{'receipt': 'r-1'}");
            ship.returns("{}");

            Execution execution = orders.version(3).alias("PROD").start("{'orderId': 42}");

            assertThat(execution.history().toJson())
                    .contains("\"stateMachineAliasArn\": \"" + orders.arn() + ":PROD\"")
                    .contains("\"stateMachineVersionArn\": \"" + orders.arn() + ":3\"");
        }
        // #endregion
    }
}
