package io.github.stepunit.lambda;

import static io.github.stepunit.assertj.StepUnitAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.MockTask;
import io.github.stepunit.junit5.StepFunctionTest;
import io.github.stepunit.lambda.Functions.Order;
import io.github.stepunit.lambda.Functions.Receipt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Tests that run at the same time have handlers of their own. */
@NullUnmarked // fields are injected
class ConcurrentHandlersTest {

    private static final int TESTS = 8;

    /** Knows whom it was called for: no two tests may have the same one. */
    public static final class Remembering implements RequestHandler<Order, Receipt> {

        /** Lets no test go on before another one is inside of its handler, too. */
        private static final CyclicBarrier TWO_INSIDE = new CyclicBarrier(2);

        private final List<String> orders = Collections.synchronizedList(new ArrayList<>());

        @Override
        public Receipt handleRequest(Order order, Context context) {
            orders.add(order.orderId());
            if (orders.size() == 1) {
                awaitAnother();
            }
            return new Receipt(order.orderId() + " is call " + orders.size());
        }

        private static void awaitAnother() {
            try {
                TWO_INSIDE.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new AssertionError("No two tests run at the same time.", e);
            }
        }
    }

    private static void charge(StateMachine machine, RepetitionInfo repetition, Remembering charge) {
        String id = "o-" + repetition.getCurrentRepetition();
        for (int call = 1; call <= 2; call++) {
            assertThat(machine.start("{'orderId': '" + id + "', 'total': 1}"))
                    .hasOutput("{'receipt': '" + id + " is call " + call + "'}");
        }
        assertThat(charge.orders).containsExactly(id, id);
    }

    @StepFunctionTest("charge.asl.json")
    static class FieldCase {

        @MockTask("Charge card")
        Remembering charge;

        @RepeatedTest(TESTS)
        void has_its_own(StateMachine machine, RepetitionInfo repetition) {
            charge(machine, repetition, charge);
        }
    }

    @StepFunctionTest("charge.asl.json")
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @Execution(ExecutionMode.CONCURRENT) // which PER_CLASS otherwise is not, whatever the default
    static class ParameterCase {

        @RepeatedTest(TESTS)
        void has_its_own(StateMachine machine, RepetitionInfo repetition, @MockTask("Charge card") Remembering charge) {
            charge(machine, repetition, charge);
        }
    }

    private static EngineExecutionResults run(Class<?> testCase) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(DiscoverySelectors.selectClass(testCase))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .configurationParameter("stepunit.failures.enabled", "false")
                .execute();
    }

    private static void allPass(Class<?> testCase) {
        EngineExecutionResults results = run(testCase);
        assertThat(results.testEvents().failed().stream().map(each -> each.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()))
                .isEmpty();
        assertThat(results.testEvents().succeeded().count()).isEqualTo(TESTS);
    }

    @Test
    void in_a_field() {
        allPass(FieldCase.class);
    }

    @Test
    void in_a_parameter_of_an_instance_that_all_tests_share() {
        allPass(ParameterCase.class);
    }
}
