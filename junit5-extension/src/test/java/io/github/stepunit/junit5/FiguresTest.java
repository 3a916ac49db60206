package io.github.stepunit.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.task.TaskMock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Figures of tests in JVMs of their own: {@code ./mvnw -pl junit5-extension -am test -Dtest=FiguresTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dstepunit.test.args=-Dstepunit.figures=true}. Overheads are compared in
 * processor time, so that other work on the machine counts little.
 */
@EnabledIfSystemProperty(named = "stepunit.figures", matches = "true", disabledReason = "-Dstepunit.figures=true")
class FiguresTest {

    private static final int TESTS = 1000;
    private static final int FORKS = 7;
    private static final int ROUNDS = 20;

    /** Of them, the first ones warm the JVM up. */
    private static final int WARM_UP = 10;

    private static final Path NO_COVERAGE = Path.of("none");

    /** The yardstick. */
    static class EmptyTestCase {

        @RepeatedTest(TESTS)
        void does_nothing() {}
    }

    /** What the annotation alone costs: machine and mocks, fresh for each test. */
    @StepFunctionTest("order.asl.json")
    @NullUnmarked // fields are injected
    static class AnnotatedTestCase {

        @MockTask("Charge card")
        TaskMock charge;

        @RepeatedTest(TESTS)
        void starts_nothing(StateMachine orders) {}
    }

    /** A test as people write it: mocks, an execution, assertions. */
    @StepFunctionTest("order.asl.json")
    @NullUnmarked // fields are injected
    static class OrderTestCase {

        @MockTask("Charge card")
        TaskMock charge;

        @RepeatedTest(TESTS)
        void ships(StateMachine orders, @MockTask("Ship") TaskMock ship) {
            charge.fails("Lambda.TooManyRequestsException").times(1).thenReturns("{'receipt': 'r-1'}");
            ship.returns("{}");
            assertThat(orders.start("{'orderId': 42}").status()).isEqualTo(ExecutionStatus.SUCCEEDED);
        }
    }

    private static List<ForkedJvm.Round> run(Class<?> tests, Path parts, int rounds) throws Exception {
        try (ForkedJvm jvm = ForkedJvm.start(List.of(), parts, tests, rounds)) {
            jvm.awaitReady().begin();
            return jvm.rounds();
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double warm(List<ForkedJvm.Round> rounds, ToDoubleFunction<ForkedJvm.Round> figure) {
        return median(rounds.subList(WARM_UP, rounds.size()).stream()
                .map(figure::applyAsDouble)
                .toList());
    }

    @Test
    void overhead_over_an_empty_test(@TempDir Path folder) throws Exception {
        List<ForkedJvm.Round> empty = run(EmptyTestCase.class, folder, ROUNDS);
        List<ForkedJvm.Round> annotated = run(AnnotatedTestCase.class, folder, ROUNDS);
        List<ForkedJvm.Round> order = run(OrderTestCase.class, folder, ROUNDS);
        double bare = warm(empty, ForkedJvm.Round::cpuMillis);
        double extension = (warm(annotated, ForkedJvm.Round::cpuMillis) - bare) / TESTS;
        double whole = (warm(order, ForkedJvm.Round::cpuMillis) - bare) / TESTS;
        System.out.printf(
                "warm, per test: empty %.3f ms; @StepFunctionTest that starts nothing %.3f ms more;"
                        + " with an execution and an assertion %.3f ms more (processor time, JIT included);"
                        + " on the clock %.3f ms more%n",
                bare / TESTS,
                extension,
                whole,
                (warm(order, ForkedJvm.Round::wallMillis) - warm(empty, ForkedJvm.Round::wallMillis)) / TESTS);
        System.out.printf(
                "%,d empty tests in a fresh JVM: %.2f s on the clock, %.2f s of processor time%n",
                TESTS, empty.get(0).wallMillis() / 1000, empty.get(0).cpuMillis() / 1000);
        System.out.printf(
                "%,d tests with an execution each, in a fresh JVM: %.2f s on the clock, %.2f s of processor time%n",
                TESTS, order.get(0).wallMillis() / 1000, order.get(0).cpuMillis() / 1000);
        assertThat(whole).as("milliseconds per test").isLessThan(1);
    }

    @Test
    void overhead_of_gathering(@TempDir Path folder) throws Exception {
        List<Double> firstWith = new ArrayList<>();
        List<Double> firstWithout = new ArrayList<>();
        List<Double> warmWith = new ArrayList<>();
        List<Double> warmWithout = new ArrayList<>();
        for (int i = 0; i < FORKS; i++) {
            List<ForkedJvm.Round> without = run(OrderTestCase.class, NO_COVERAGE, ROUNDS);
            List<ForkedJvm.Round> with = run(OrderTestCase.class, folder.resolve("parts-" + i), ROUNDS);
            firstWithout.add(without.get(0).cpuMillis());
            firstWith.add(with.get(0).cpuMillis());
            warmWithout.add(warm(without, ForkedJvm.Round::cpuMillis));
            warmWith.add(warm(with, ForkedJvm.Round::cpuMillis));
        }
        print("a test run of a fresh JVM", firstWithout, firstWith);
        print("a warm JVM", warmWithout, warmWith);
    }

    private static void print(String what, List<Double> without, List<Double> with) {
        double before = median(without);
        double after = median(with);
        System.out.printf(
                "%,d tests in %s, %d forks: median %.0f ms without gathering, %.0f ms with it: %+.1f %% (processor time)"
                        + "; without %s, with %s%n",
                TESTS, what, FORKS, before, after, 100 * (after - before) / before, shown(without), shown(with));
    }

    private static List<Long> shown(List<Double> values) {
        return values.stream().map(Math::round).sorted().toList();
    }
}
