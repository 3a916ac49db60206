package io.github.stepunit.junit5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.stepunit.FailedTest;
import io.github.stepunit.FailurePageWriter;
import io.github.stepunit.StateMachine;
import io.github.stepunit.task.TaskMock;
import io.github.stepunit.task.TaskMocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;

class FailurePagesTest {

    /** A page that says what it was asked for. Found by the service loader, as that of stepunit-report is. */
    public static final class Writer implements FailurePageWriter {

        @Override
        public String page(FailedTest test) {
            if (test.message().contains("break the page")) {
                throw new IllegalStateException("no ink");
            }
            if (test.message().contains("old report")) {
                throw new NoSuchMethodError("Execution.ofYesterday()");
            }
            return test.name() + "|" + test.message() + "|" + test.execution().status() + "|" + test.number() + " of "
                    + test.count();
        }
    }

    private static TaskMock charge(TaskMocks tasks) {
        tasks.mock("Ship").returns("{}").always();
        return tasks.mock("Charge card");
    }

    private final Path folder;

    FailurePagesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private List<Throwable> failures(Class<?> testCase) {
        return TestRun.of(testCase, Map.of(FailurePages.ENABLED, "true", FailurePages.FOLDER, folder.toString()))
                .failures();
    }

    private static String links(Throwable failure) {
        return Stream.of(failure.getSuppressed())
                .map(each -> String.valueOf(each.getMessage()))
                .filter(each -> each.startsWith("Open in a browser"))
                .findFirst()
                .orElse("");
    }

    private Path file(Class<?> testCase, String name) {
        return folder.resolve(testCase.getName().replace('$', '.')).resolve(name);
    }

    @Test
    void a_failed_test_links_a_page_for_each_of_its_executions() {
        Throwable failure = failures(FailingTestCase.class).get(0);

        Path first = file(FailingTestCase.class, "fails-1.html");
        assertThat(first).hasContent("FailurePagesTest.FailingTestCase.fails|as it should|FAILED|1 of 2");
        assertThat(file(FailingTestCase.class, "fails-2.html"))
                .hasContent("FailurePagesTest.FailingTestCase.fails|as it should|SUCCEEDED|2 of 2");
        assertThat(links(failure))
                .isEqualTo("Open in a browser what the executions of this test did:\n  file://" + first + "\n  file://"
                        + file(FailingTestCase.class, "fails-2.html"));
        assertThat(failure)
                .isInstanceOfSatisfying(
                        AssertionFailedError.class,
                        error -> assertThat(error.getExpected().getValue()).isEqualTo("expected"))
                .hasMessage("as it should");
    }

    @StepFunctionTest("order.asl.json")
    static class FailingTestCase {

        @Test
        void fails(StateMachine order, TaskMocks tasks) {
            charge(tasks).fails("CardDeclined").thenReturns("{}");
            order.start();
            order.start();
            throw new AssertionFailedError("as it should", "expected", "actual");
        }
    }

    @Test
    void a_test_that_passes_or_starts_nothing_has_none() {
        assertThat(failures(OtherTestCase.class)).singleElement().satisfies(failure -> assertThat(links(failure))
                .isEmpty());
        assertThat(folder).isEmptyDirectory();
    }

    @StepFunctionTest("order.asl.json")
    static class OtherTestCase {

        @Test
        void passes(StateMachine order, TaskMocks tasks) {
            charge(tasks).returns("{}");
            order.start();
        }

        @Test
        void starts_nothing(StateMachine order) {
            fail("so");
        }
    }

    @Test
    void an_unused_mock_is_a_failure_too() {
        assertThat(links(failures(UnusedTestCase.class).get(0))).contains("an_unused_mock-1.html");
    }

    @StepFunctionTest("order.asl.json")
    static class UnusedTestCase {

        @Test
        void an_unused_mock(StateMachine order, TaskMocks tasks) {
            charge(tasks).returns("{}").thenReturns("{}");
            order.start();
        }
    }

    @Test
    void invocations_have_pages_of_their_own() throws IOException {
        assertThat(failures(ManyTestCase.class)).hasSize(4);

        try (Stream<Path> pages = Files.list(file(ManyTestCase.class, "x").getParent())) {
            assertThat(pages.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "repeated-1-1.html",
                            "repeated-2-1.html",
                            "parameterized-1-1.html",
                            "parameterized-2-1.html");
        }
    }

    @StepFunctionTest("order.asl.json")
    static class ManyTestCase {

        @RepeatedTest(2)
        void repeated(StateMachine order, TaskMocks tasks) {
            charge(tasks).returns("{}");
            fail("with " + order.start().status());
        }

        @ParameterizedTest
        @ValueSource(strings = {"a/../b", "c"})
        void parameterized(String input, StateMachine order, TaskMocks tasks) {
            charge(tasks).returns("{}");
            fail(input + order.start().status());
        }
    }

    private List<String> pages() throws IOException {
        try (Stream<Path> pages = Files.walk(folder)) {
            return pages.filter(Files::isRegularFile)
                    .map(each -> folder.relativize(each).toString().replace('\\', '/'))
                    .map(each -> each.replace(FailurePagesTest.class.getName() + ".", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void overloaded_methods_have_pages_of_their_own() throws IOException {
        assertThat(failures(OverloadedTestCase.class)).hasSize(3);

        assertThat(pages())
                .containsExactly(
                        "OverloadedTestCase/ships(StateMachine,TaskMocks)-0e73de93-1.html",
                        "OverloadedTestCase/ships(TaskMocks,StateMachine)-33732fd2-1.html",
                        "OverloadedTestCase/ships(int,StateMachine,TaskMocks)-12c3dfea-1-1.html");
    }

    @StepFunctionTest("order.asl.json")
    static class OverloadedTestCase {

        @Test
        void ships(StateMachine order, TaskMocks tasks) {
            charge(tasks).returns("{}");
            fail("with " + order.start().status());
        }

        @Test
        void ships(TaskMocks tasks, StateMachine order) {
            ships(order, tasks);
        }

        @ParameterizedTest
        @ValueSource(ints = 3)
        void ships(int count, StateMachine order, TaskMocks tasks) {
            ships(order, tasks);
        }
    }

    @Test
    void inherited_tests_have_pages_for_each_class_that_runs_them() throws IOException {
        assertThat(failures(FirstTestCase.class)).hasSize(2);
        assertThat(failures(SecondTestCase.class)).hasSize(2);

        assertThat(pages())
                .containsExactly(
                        "FirstTestCase.WhenNested/fails-1.html",
                        "FirstTestCase/fails-1.html",
                        "SecondTestCase.WhenNested/fails-1.html",
                        "SecondTestCase/fails-1.html");
    }

    abstract static class BaseTestCase {

        @Test
        void fails(StateMachine order, TaskMocks tasks) {
            charge(tasks).returns("{}");
            fail("with " + order.start().status());
        }

        @Nested
        class WhenNested {

            @Test
            void fails(StateMachine order, TaskMocks tasks) {
                BaseTestCase.this.fails(order, tasks);
            }
        }
    }

    @StepFunctionTest("order.asl.json")
    static class FirstTestCase extends BaseTestCase {}

    @StepFunctionTest("order.asl.json")
    static class SecondTestCase extends BaseTestCase {}

    @Test
    void names_that_are_longer_than_a_file_may_have_are_cut() throws IOException {
        Throwable failure = failures(LongNameTestCase.class).get(0);

        assertThat(pages()).singleElement().satisfies(page -> assertThat(page)
                .matches("LongNameTestCase/an_order_that_is_paid_is_shipped[a-z_]{88}-[0-9a-f]{8}-1\\.html"));
        assertThat(links(failure)).contains(pages().get(0));
    }

    @StepFunctionTest("order.asl.json")
    static class LongNameTestCase {

        @Test
        void
                an_order_that_is_paid_is_shipped_whatever_the_customer_thinks_of_it_and_however_long_it_takes_the_courier_to_find_the_door_behind_the_bushes_next_to_the_garage_of_the_neighbour_who_is_never_at_home_and_has_no_bell_that_anybody_has_ever_heard_ringing(
                        StateMachine order, TaskMocks tasks) {
            charge(tasks).returns("{}");
            fail("with " + order.start().status());
        }
    }

    @Test
    void of_many_executions_ten_have_a_page() throws IOException {
        String links = links(failures(LoopTestCase.class).get(0));

        assertThat(links).endsWith("\n  (and 15 more executions without a page)");
        try (Stream<Path> pages = Files.list(file(LoopTestCase.class, "x").getParent())) {
            assertThat(pages).hasSize(10);
        }
    }

    @StepFunctionTest("order.asl.json")
    static class LoopTestCase {

        @Test
        void loops(StateMachine order, TaskMocks tasks) {
            charge(tasks).returns("{}").always();
            for (int i = 0; i < 25; i++) {
                order.start();
            }
            fail("so");
        }
    }

    @Test
    void a_page_that_cannot_be_made_does_not_hide_the_failure() {
        Throwable failure = failures(BrokenTestCase.class).get(0);

        assertThat(failure).hasMessage("break the page");
        assertThat(links(failure))
                .isEqualTo("Open in a browser what the executions of this test did:\n"
                        + "  (no page of execution 1: java.lang.IllegalStateException: no ink)");
    }

    @StepFunctionTest("order.asl.json")
    static class BrokenTestCase {

        @Test
        void breaks(StateMachine order, TaskMocks tasks) {
            charge(tasks).returns("{}");
            order.start();
            fail("break the page");
        }
    }

    @Test
    void a_report_of_another_version_does_not_hide_the_failure() {
        Throwable failure = failures(OldReportTestCase.class).get(0);

        assertThat(failure).hasMessage("old report");
        assertThat(links(failure))
                .isEqualTo(
                        """
                        Open in a browser what the executions of this test did:
                          (no page of execution 1: java.lang.NoSuchMethodError: Execution.ofYesterday())
                          do      give stepunit-report the version of stepunit-junit5.""");
    }

    @StepFunctionTest("order.asl.json")
    static class OldReportTestCase {

        @Test
        void fails(StateMachine order, TaskMocks tasks) {
            charge(tasks).returns("{}");
            order.start();
            fail("old report");
        }
    }

    @Test
    void a_report_that_cannot_be_loaded_does_not_hide_the_failure() {
        Throwable failure = failures(UnloadableReportTestCase.class).get(0);

        assertThat(failure).hasMessage("so");
        assertThat(failure.getSuppressed())
                .extracting(Throwable::getMessage)
                .contains(
                        """
                No page shows what the executions of this test did: java.util.ServiceConfigurationError: no such provider
                  do      give stepunit-report the version of stepunit-junit5.""");
    }

    @StepFunctionTest("order.asl.json")
    @ExtendWith(UnloadableReport.class)
    static class UnloadableReportTestCase {

        @Test
        void fails(StateMachine order, TaskMocks tasks) {
            charge(tasks).returns("{}");
            order.start();
            fail("so");
        }
    }

    private static final class UnloadableReport implements AfterEachCallback {

        @Override
        public void afterEach(ExtensionContext context) {
            FailurePages.attach(
                    context,
                    StepFunctionExtension.fixture(context).executions(),
                    context.getExecutionException().orElseThrow(),
                    () -> {
                        throw new ServiceConfigurationError("no such provider");
                    });
        }
    }

    @Test
    void a_folder_that_cannot_be_does_not_hide_the_failure() {
        Throwable failure = TestRun.of(
                        UnusedTestCase.class, Map.of(FailurePages.ENABLED, "true", FailurePages.FOLDER, "no\0folder"))
                .failure();

        assertThat(failure).hasMessageContaining("Charge card");
        assertThat(failure.getSuppressed())
                .extracting(Throwable::getMessage)
                .contains(
                        "No page shows what the executions of this test did: java.nio.file.InvalidPathException: Nul character"
                                + " not allowed: no\0folder");
    }

    @Test
    void a_property_switches_them_off() {
        Throwable failure = TestRun.of(
                        BrokenTestCase.class,
                        Map.of(FailurePages.ENABLED, "false", FailurePages.FOLDER, folder.toString()))
                .failure();

        assertThat(links(failure)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }
}
