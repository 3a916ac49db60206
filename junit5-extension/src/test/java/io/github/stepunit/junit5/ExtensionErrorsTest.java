package io.github.stepunit.junit5;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.Validation.Warnings;
import io.github.stepunit.task.TaskMock;
import io.github.stepunit.task.TaskMocks;
import io.github.stepunit.validation.WarningCode;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.reporting.ReportEntry;

/** The whole text of every message. */
@NullUnmarked // fields are injected
class ExtensionErrorsTest {

    private static void assertMessage(Class<?> testCase, String expected) {
        assertThat(TestRun.of(testCase).message()).isEqualTo(expected);
    }

    @Test
    void no_such_definition() {
        assertMessage(
                NoDefinitionTestCase.class,
                """
                There is no definition `nowhere/order.asl.json` for NoDefinitionTestCase.
                  looked  There is no file %s, nor its directory (looked for %s).
                          There is no resource nowhere/order.asl.json on the class path. Put the file under src/test/resources or src/main/resources.
                          There is no resource io/github/stepunit/junit5/nowhere/order.asl.json on the class path. Put the file under src/test/resources or src/main/resources.
                  do      correct the name in @StepFunctionTest; it is relative to the project folder or on the class path."""
                        .formatted(
                                Path.of("nowhere/order.asl.json"),
                                Path.of("nowhere/order.asl.json").toAbsolutePath()));
    }

    @StepFunctionTest("nowhere/order.asl.json")
    static class NoDefinitionTestCase {
        @Test
        void test() {}
    }

    @Test
    void a_definition_with_a_similar_name() {
        assertThat(TestRun.of(SimilarNameTestCase.class).message())
                .contains("There is no resource oder.asl.json on the class path.")
                .contains("Did you mean order.asl.json?");
    }

    @StepFunctionTest("oder.asl.json")
    static class SimilarNameTestCase {
        @Test
        void test() {}
    }

    @Test
    void each_test_class_is_named_when_several_lack_the_same_definition() {
        assertThat(TestRun.of(NoDefinitionInTwoClassesTestCase.class).failures())
                .extracting(failure ->
                        String.valueOf(failure.getMessage()).lines().findFirst().orElse(""))
                .containsExactlyInAnyOrder(
                        "There is no definition `nowhere.asl.json` for First.",
                        "There is no definition `nowhere.asl.json` for Second.");
    }

    @StepFunctionTest("nowhere.asl.json")
    static class NoDefinitionInTwoClassesTestCase {
        @Nested
        class First {
            @Test
            void test() {}
        }

        @Nested
        class Second {
            @Test
            void test() {}
        }
    }

    @Test
    void empty_definition() {
        assertMessage(
                EmptyTestCase.class,
                "The definition `empty.asl.json` for EmptyTestCase cannot be read: classpath:empty.asl.json is empty."
                        + " It should hold a state machine definition.");
    }

    @StepFunctionTest("empty.asl.json")
    static class EmptyTestCase {
        @Test
        void test() {}
    }

    @Test
    void definition_that_is_not_UTF_8() {
        assertMessage(
                EncodingTestCase.class,
                "The definition `src/test/resources/latin-1.asl.json` for EncodingTestCase cannot be read:" + " "
                        + Path.of("src/test/resources/latin-1.asl.json")
                        + " is not UTF-8 text. Save it as UTF-8, the encoding of JSON and YAML.");
    }

    @StepFunctionTest("src/test/resources/latin-1.asl.json")
    static class EncodingTestCase {
        @Test
        void test() {}
    }

    @Test
    void warnings_that_are_to_fail() {
        assertMessage(
                WarningsTestCase.class,
                """
                The definition of WarningsTestCase is not to have warnings.

                classpath:doubtful.asl.json has 1 warning:

                WARNING NO_DOLLAR: No .$ on a field that appears to be a JSONPath or Intrinsic Function: "id" is the text "$.id" itself. at /States/Prepare/Parameters/id
                  classpath:doubtful.asl.json:6:28
                     6 |       "Parameters": {"id": "$.id"},
                       |                            ^
                  Write "id.$".

                  do      mend them, or switch them off: by `without` of @Validation, or by "stepunit:off CODE" in the "Comment" of the state.""");
        TestRun.of(NoWarningsTestCase.class).succeeds(2);
    }

    @StepFunctionTest(value = "doubtful.asl.json", validation = @Validation(warnings = Warnings.FAIL))
    static class WarningsTestCase {
        @Test
        void test() {}
    }

    static class NoWarningsTestCase {
        @StepFunctionTest(
                value = "doubtful.asl.json",
                validation = @Validation(warnings = Warnings.FAIL, without = WarningCode.NO_DOLLAR))
        void switched_off() {}

        @StepFunctionTest("doubtful.asl.json")
        void ignored() {}
    }

    @Test
    void warnings_that_are_to_be_reported() {
        TestRun run = TestRun.of(ReportedWarningsTestCase.class);
        run.succeeds(1);
        assertThat(run.results().testEvents().reportingEntryPublished().stream())
                .singleElement()
                .extracting(event -> event.getRequiredPayload(ReportEntry.class)
                        .getKeyValuePairs()
                        .get("stepunit.warnings"))
                .asString()
                .startsWith("classpath:doubtful.asl.json has 1 warning:");
    }

    @StepFunctionTest(value = "doubtful.asl.json", validation = @Validation(warnings = Warnings.REPORT))
    static class ReportedWarningsTestCase {
        @Test
        void test() {}
    }

    @Test
    void blank_definition() {
        assertMessage(
                BlankTestCase.class,
                """
                @StepFunctionTest of BlankTestCase names no definition.
                  do      write the file of the definition: @StepFunctionTest("order.asl.json").""");
    }

    @StepFunctionTest("")
    static class BlankTestCase {
        @Test
        void test() {}
    }

    @Test
    void two_kinds_of_test_on_one_method() {
        assertMessage(
                TwoKindsTestCase.class,
                """
                @StepFunctionTest on the method TwoKindsTestCase.test is itself a @Test, and the method is another kind of test too.
                  do      move @StepFunctionTest to the class, or the method to a @Nested class with that annotation.""");
    }

    static class TwoKindsTestCase {
        @RepeatedTest(1)
        @StepFunctionTest("order.asl.json")
        void test() {}
    }

    @Test
    void two_templates() {
        assertMessage(
                TwoTemplatesTestCase.class,
                """
                TwoTemplatesTestCase.test has @FaultSweep and @ShuffleSchedule, but each of them makes it a test of its own kind.
                  do      write a method for each.""");
        assertMessage(
                ComposedTemplatesTestCase.class,
                """
                ComposedTemplatesTestCase.test has @MockConfig and @ShuffleSchedule, but each of them makes it a test of its own kind.
                  do      write a method for each.""");
        assertMessage(
                RepeatedTemplateTestCase.class,
                """
                RepeatedTemplateTestCase.test has @RepeatedTest and @FaultSweep, but each of them makes it a test of its own kind.
                  do      write a method for each.""");
    }

    @StepFunctionTest("order.asl.json")
    static class TwoTemplatesTestCase {
        @FaultSweep
        @ShuffleSchedule
        void test(StateMachine order) {}
    }

    @Retention(RetentionPolicy.RUNTIME)
    @MockConfig("MockConfigFile.json")
    @ShuffleSchedule
    @interface EachWay {}

    @StepFunctionTest("order.asl.json")
    static class ComposedTemplatesTestCase {
        @EachWay
        void test() {}
    }

    @StepFunctionTest("order.asl.json")
    static class RepeatedTemplateTestCase {
        @RepeatedTest(2)
        @FaultSweep
        void test() {}
    }

    @Test
    void a_template_that_is_a_test_already() {
        assertMessage(
                TestAndTemplateTestCase.class,
                """
                TestAndTemplateTestCase.test has @Test and @FaultSweep, but each of them makes it a test of its own kind.
                  do      leave @Test out.""");
    }

    @StepFunctionTest("order.asl.json")
    static class TestAndTemplateTestCase {
        @Test
        @FaultSweep
        void test() {}
    }

    @Test
    void unknown_selector() {
        assertMessage(
                UnknownSelectorTestCase.class,
                """
                Field `charge` of UnknownSelectorTestCase: No Task of the state machine matches the mock selector `Charge Card`. Did you mean `Charge card`?
                  tasks     `Charge card` (arn:aws:lambda:eu-west-1:123456789012:function:charge-card), `Ship` (arn:aws:states:::lambda:invoke of ship-order)
                  do        name a state, a state path, a Lambda function, a resource ARN or a service action of these Tasks.""");
    }

    @StepFunctionTest("order.asl.json")
    static class UnknownSelectorTestCase {
        @MockTask("Charge Card")
        TaskMock charge;

        @Test
        void test() {}
    }

    @Test
    void static_field() {
        assertMessage(
                StaticTestCase.class,
                """
                Field `charge` of StaticTestCase is static, but gets a new value for every test.
                  do      remove `static`.""");
    }

    @StepFunctionTest("order.asl.json")
    static class StaticTestCase {
        @MockTask("Charge card")
        static TaskMock charge;

        @Test
        void test() {}
    }

    @Test
    void static_machine() {
        assertMessage(
                StaticMachineTestCase.class,
                """
                Field `machine` of StaticMachineTestCase is static, but gets a new value for every test.
                  do      remove `static`.""");
    }

    @StepFunctionTest("order.asl.json")
    static class StaticMachineTestCase {
        static StateMachine machine;

        @Test
        void test() {}
    }

    @Test
    void final_field() {
        assertMessage(
                FinalTestCase.class,
                """
                Field `charge` of FinalTestCase is final, but gets a new value for every test.
                  do      remove `final`.""");
    }

    @StepFunctionTest("order.asl.json")
    static class FinalTestCase {
        @MockTask("Charge card")
        final TaskMock charge = new TaskMocks().mock("Charge card");

        @Test
        void test() {}
    }

    @Test
    void initialised_field() {
        assertMessage(
                InitialisedTestCase.class,
                """
                Field `charge` of InitialisedTestCase has a value before it is injected: by its initialiser, or by another test that runs at the same time on the same instance.
                  do      remove the initialiser; with @TestInstance(PER_CLASS) and parallel methods inject parameters instead of fields.""");
    }

    @StepFunctionTest("order.asl.json")
    static class InitialisedTestCase {
        @MockTask("Charge card")
        TaskMock charge = new TaskMocks().mock("Charge card");

        @Test
        void test() {}
    }

    @Test
    void wrong_type() {
        assertMessage(
                WrongTypeTestCase.class,
                """
                Field `charge` of WrongTypeTestCase has @MockTask, but int is no type for a mock of a Task.
                  do      make it a TaskMock (scripted), a TaskHandler (Mockito), an interface with a single abstract method that takes one argument (Mockito), or a Lambda handler (with stepunit-lambda).""");
    }

    @StepFunctionTest("order.asl.json")
    static class WrongTypeTestCase {
        @MockTask("Charge card")
        int charge;

        @Test
        void test() {}
    }

    @Test
    void an_interface_that_is_no_function_of_one_argument() {
        assertThat(TestRun.of(NoFunctionTestCase.class).message())
                .startsWith(
                        "Parameter `charge` of NoFunctionTestCase.test has @MockTask, but java.util.List is no type for a mock of a Task.");
    }

    @StepFunctionTest("order.asl.json")
    static class NoFunctionTestCase {
        @Test
        void test(@MockTask("Charge card") java.util.List<String> charge) {}
    }

    @Test
    void missing_annotation() {
        assertMessage(
                NoSelectorTestCase.class,
                """
                Parameter `charge` of NoSelectorTestCase.test is a TaskMock, but of which Task?
                  do      say so: @MockTask("Charge card") TaskMock charge.""");
    }

    @StepFunctionTest("order.asl.json")
    static class NoSelectorTestCase {
        @Test
        void test(TaskMock charge) {}
    }

    @Test
    void forgotten_annotation_of_a_field() {
        Throwable failure = TestRun.of(ForgottenTestCase.class).failure();
        assertThat(failure).isInstanceOf(NullPointerException.class);
        assertThat(failure.getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly(
                        """
                        Field `charge` of ForgottenTestCase is a TaskMock, but null: it has no @MockTask.
                          do      say of which Task: @MockTask("Charge card") TaskMock charge.""");
    }

    @StepFunctionTest("order.asl.json")
    static class ForgottenTestCase {
        TaskMock charge;
        TaskMock ship;

        @BeforeEach
        void script(TaskMocks tasks) {
            ship = tasks.mock("Ship");
            charge.returns("1");
        }

        @Test
        void test() {}
    }

    @Test
    void before_all() {
        assertMessage(
                BeforeAllTestCase.class,
                """
                Parameter `machine` of BeforeAllTestCase.before cannot be injected there: StateMachine is new for every test, and no test is running.
                  do      take it as a parameter of the test or of @BeforeEach, or as a field.""");
    }

    @StepFunctionTest("order.asl.json")
    static class BeforeAllTestCase {
        @BeforeAll
        static void before(StateMachine machine) {}

        @Test
        void test() {}
    }

    @Test
    void constructor() {
        assertMessage(
                ConstructorTestCase.class,
                """
                Parameter `tasks` of ConstructorTestCase.io.github.stepunit.junit5.ExtensionErrorsTest$ConstructorTestCase cannot be injected there: TaskMocks is new for every test, and no test is running.
                  do      take it as a parameter of the test or of @BeforeEach, or as a field.""");
    }

    @StepFunctionTest("order.asl.json")
    static class ConstructorTestCase {
        ConstructorTestCase(TaskMocks tasks) {}

        @Test
        void test() {}
    }

    @Test
    void an_invalid_definition_names_its_file() {
        assertThat(TestRun.of(InvalidTestCase.class).message()).contains("invalid.asl.json");
    }

    @StepFunctionTest("invalid.asl.json")
    static class InvalidTestCase {
        @Test
        void test() {}
    }
}
