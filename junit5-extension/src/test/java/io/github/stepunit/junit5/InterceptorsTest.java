package io.github.stepunit.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskMock;
import io.github.stepunit.task.TaskOutcome;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionContext;

@NullUnmarked // fields are injected
class InterceptorsTest {

    @Retention(RetentionPolicy.RUNTIME)
    @InterceptedBy(Renaming.class)
    @interface Renamed {}

    public static final class Renaming implements StepFunctionTestInterceptor {
        @Override
        public StateMachine stateMachine(ExtensionContext context, Supplier<StateMachine> tested) {
            return tested.get().named("renamed-" + tested.get().name());
        }
    }

    public static final class Throttling implements StepFunctionTestInterceptor {
        @Override
        public TaskHandler tasks(ExtensionContext context, StateMachine stateMachine, TaskHandler mocks) {
            return invocation -> invocation.stateName().equals("Ship")
                    ? TaskOutcome.fail("Throttled in " + stateMachine.name())
                    : mocks.handle(invocation);
        }
    }

    public static final class FaultFinding implements StepFunctionTestInterceptor {
        @Override
        public void afterPassed(ExtensionContext context, List<Execution> executions) {
            throw new AssertionError(context.getDisplayName() + " started " + executions.size());
        }
    }

    @StepFunctionTest("order.asl.json")
    @Renamed
    static class RenamedCase {
        @Test
        void on_a_class(StateMachine orders) {
            assertThat(orders.name()).isEqualTo("renamed-order");
        }

        @Nested
        class Inner {
            @Test
            void on_the_class_around(StateMachine orders) {
                assertThat(orders.name()).isEqualTo("renamed-order");
            }
        }
    }

    @Test
    void an_annotation_gives_another_machine() {
        TestRun.of(RenamedCase.class).succeeds(2);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @InterceptedBy(Throttling.class)
    @interface Throttled {}

    @Retention(RetentionPolicy.RUNTIME)
    @Renamed
    @Throttled
    @interface Nightly {}

    @StepFunctionTest("order.asl.json")
    static class ComposedCase {
        @Test
        @Nightly
        void all_of_them(StateMachine orders, @MockTask("Charge card") TaskMock charge) {
            charge.returns("1");
            assertThat(orders.name()).isEqualTo("renamed-order");
            assertThat(orders.start().error()).isEqualTo("Throttled in renamed-order");
        }
    }

    @Test
    void a_composed_annotation_has_all_interceptors_of_its_parts() {
        TestRun.of(ComposedCase.class).succeeds(1);
    }

    @StepFunctionTest("order.asl.json")
    static class ThrottledCase {
        @Test
        @InterceptedBy(Throttling.class)
        void on_a_method(StateMachine orders, @MockTask("Charge card") TaskMock charge) {
            charge.returns("1");
            assertThat(orders.start().error()).isEqualTo("Throttled in order");
        }

        @Test
        void and_on_no_other(
                StateMachine orders, @MockTask("Charge card") TaskMock charge, @MockTask("Ship") TaskMock ship) {
            charge.returns("1");
            ship.returns("2");
            assertThat(orders.start().error()).isNull();
        }
    }

    @Test
    void one_stands_between_the_machine_and_its_mocks() {
        TestRun.of(ThrottledCase.class).succeeds(2);
    }

    @StepFunctionTest("order.asl.json")
    @InterceptedBy(FaultFinding.class)
    static class FaultyCase {
        @Test
        void passes(StateMachine orders, @MockTask("Charge card") TaskMock charge) {
            charge.fails("A");
            orders.start();
            orders.start();
        }
    }

    @Test
    void one_finds_fault_with_executions_of_a_test_that_passed() {
        assertThat(TestRun.of(FaultyCase.class).message()).isEqualTo("passes(StateMachine, TaskMock) started 2");
    }
}
