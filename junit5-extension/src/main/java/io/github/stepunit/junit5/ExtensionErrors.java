package io.github.stepunit.junit5;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.Execution;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.loader.DefinitionLoadException;
import io.github.stepunit.task.MockAnswerException;
import io.github.stepunit.task.MockConfigTestCase;
import io.github.stepunit.validation.ValidationResult;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.time.DateTimeException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** Every message of the extension. Golden: ExtensionErrorsTest. */
final class ExtensionErrors {

    private static final int EXCERPT = 500;

    private ExtensionErrors() {}

    // --- the definition

    static ExtensionConfigurationException noDefinition(Class<?> testClass, String name, List<String> looked) {
        if (looked.isEmpty()) {
            return new ExtensionConfigurationException(
                    "@StepFunctionTest of " + testClass.getSimpleName()
                            + " names no definition.\n  do      write the file of the definition: @StepFunctionTest(\"order.asl.json\").");
        }
        return new ExtensionConfigurationException(
                "There is no definition `" + name + "` for "
                        + testClass.getSimpleName() + ".\n  looked  " + String.join("\n          ", looked)
                        + "\n  do      correct the name in @StepFunctionTest; it is relative to the project folder or on the class path.");
    }

    static ExtensionConfigurationException unreadable(Class<?> testClass, String name, UncheckedIOException problem) {
        return new ExtensionConfigurationException(
                "The definition `" + name + "` for " + testClass.getSimpleName() + " cannot be read: "
                        + problem.getMessage(),
                problem);
    }

    static AssertionError warnings(Class<?> testClass, ValidationResult result) {
        return new AssertionError("The definition of " + testClass.getSimpleName() + " is not to have warnings.\n\n"
                + result.report() + "\n\n  do      mend them, or switch them off: by `without` of @Validation, or by"
                + " \"stepunit:off CODE\" in the \"Comment\" of the state.");
    }

    static ExtensionConfigurationException notLoaded(Class<?> testClass, String name, DefinitionLoadException problem) {
        return new ExtensionConfigurationException(
                "The definition `" + name + "` for " + testClass.getSimpleName() + " cannot be loaded.\n"
                        + problem.getMessage(),
                problem);
    }

    static ExtensionConfigurationException noPair(Class<?> testClass, String element, String pair) {
        return new ExtensionConfigurationException("@StepFunctionTest of " + testClass.getSimpleName() + " has `" + pair
                + "` among its " + element + ", which names no value.\n  do      write name and value: " + element
                + " = \"Name=value\".");
    }

    static ExtensionConfigurationException twoTypes(Class<?> testClass) {
        return new ExtensionConfigurationException("@StepFunctionTest of " + testClass.getSimpleName()
                + " has more than one type.\n  do      write one, or none where the template says it.");
    }

    static ExtensionConfigurationException twoKindsOfTest(Method method) {
        return new ExtensionConfigurationException(
                "@StepFunctionTest on the method "
                        + method.getDeclaringClass().getSimpleName() + "." + method.getName()
                        + " is itself a @Test, and the method is another kind of test too."
                        + "\n  do      move @StepFunctionTest to the class, or the method to a @Nested class with that annotation.");
    }

    static ExtensionConfigurationException notAlone(Method method, List<String> kinds) {
        return new ExtensionConfigurationException(nameOf(method) + " has " + String.join(" and ", kinds)
                + ", but each of them makes it a test of its own kind."
                + (kinds.contains("@Test") ? "\n  do      leave @Test out." : "\n  do      write a method for each."));
    }

    static ExtensionConfigurationException noStepFunctionTest(Method method, String annotation) {
        return new ExtensionConfigurationException(annotation + " on " + nameOf(method)
                + " finds no state machine: the class has no @StepFunctionTest."
                + "\n  do      say which: @StepFunctionTest(\"order.asl.json\") class "
                + method.getDeclaringClass().getSimpleName() + ".");
    }

    private static String nameOf(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    // --- time

    static ExtensionConfigurationException noInstant(Class<?> testClass, String text, DateTimeException problem) {
        return new ExtensionConfigurationException(
                "@VirtualTime of " + testClass.getSimpleName() + ": `" + text + "` is no instant."
                        + "\n  do      write it as ISO 8601 has it: @VirtualTime(start = \"2026-03-29T00:30:00Z\").",
                problem);
    }

    static ExtensionConfigurationException noTimes(Method method, int times) {
        return new ExtensionConfigurationException("@ShuffleSchedule of " + nameOf(method) + " is to run " + times
                + " times.\n  do      write 1 or more.");
    }

    static AssertionError unanswered(Execution execution) {
        return new AssertionError("The test has ended, and the execution of `"
                + execution.stateMachine().name()
                + "` waits for the answer to a task token that the test has never asked for:\n  "
                + String.join("\n  ", execution.unansweredTasks())
                + "\n  do      send it: sendTaskSuccess(runUntilTaskToken(state), \"{}\"); where nobody answers, let the mock"
                + " say so: neverAnswers(); or stop(…) the execution.");
    }

    // --- MockConfigFile.json

    static ExtensionConfigurationException noMockConfig(Method method, String name) {
        return new ExtensionConfigurationException("There is no mock configuration file `" + name + "` for "
                + nameOf(method) + "."
                + "\n  looked  in the project folder, beside the test class, and on the class path"
                + "\n  do      name the file that SFN_MOCK_CONFIG names for Step Functions Local.");
    }

    static ExtensionConfigurationException badMockConfig(Method method, RuntimeException problem) {
        return new ExtensionConfigurationException(
                "@MockConfig of " + nameOf(method) + ": " + problem.getMessage(), problem);
    }

    static ExtensionConfigurationException whichMachine(Method method, String file, String tested, Set<String> names) {
        return new ExtensionConfigurationException(
                "@MockConfig of " + nameOf(method) + ": " + file + " has no state machine `" + tested + "`, but "
                        + String.join(", ", names) + ".\n  do      say which: @MockConfig(value = \"" + file
                        + "\", machine = \"" + names.stream().findFirst().orElse("…") + "\").");
    }

    static ExtensionConfigurationException noTestCases(Method method) {
        return new ExtensionConfigurationException("@MockConfig of " + nameOf(method)
                + ": the file has no test case for the state machine.\n  do      add one to its \"TestCases\".");
    }

    static AssertionError unfitTestCase(MockConfigTestCase testCase, Execution execution) {
        return new AssertionError(
                "The test case " + testCase + " does not fit the state machine: the execution ended with"
                        + " States.Runtime.\n  cause   " + execution.cause());
    }

    static AssertionError unusedAnswers(MockConfigTestCase testCase, List<String> unused) {
        return new AssertionError(
                "The test case " + testCase + " has answers that no Task asked for:\n  "
                        + String.join("\n  ", unused)
                        + "\n  do      delete them from the file, or leave strictness to its default, which reports them only.");
    }

    // --- fields and parameters

    static ExtensionConfigurationException badSelector(InjectionPoint point, IllegalArgumentException problem) {
        return new ExtensionConfigurationException(point.description() + ": " + problem.getMessage(), problem);
    }

    static ExtensionConfigurationException fixedField(InjectionPoint point, String modifier) {
        return new ExtensionConfigurationException(point.description() + " is " + modifier
                + ", but gets a new value for every test.\n  do      remove `" + modifier + "`.");
    }

    static ExtensionConfigurationException fieldInUse(InjectionPoint point) {
        return new ExtensionConfigurationException(point.description()
                + " has a value before it is injected: by its initialiser, or by another test that runs at the same time on"
                + " the same instance."
                + "\n  do      remove the initialiser; with @TestInstance(PER_CLASS) and parallel methods inject parameters"
                + " instead of fields.");
    }

    static ExtensionConfigurationException inaccessible(InjectionPoint point, Exception problem) {
        return new ExtensionConfigurationException(
                point.description() + " cannot be set: " + problem.getMessage()
                        + "\n  do      open the package of the test to io.github.stepunit.junit5 in its module-info.",
                problem);
    }

    static ExtensionConfigurationException noMockType(InjectionPoint point) {
        return new ExtensionConfigurationException(point.description() + " has @MockTask, but "
                + point.type().getName() + " is no type for a mock of a Task."
                + "\n  do      make it a TaskMock (scripted), a TaskHandler (Mockito), an interface with a single"
                + " abstract method that takes one argument (Mockito), or a Lambda handler (with stepunit-lambda).");
    }

    static ExtensionConfigurationException noMockito(InjectionPoint point) {
        return new ExtensionConfigurationException(
                point.description() + " is to be a Mockito mock, because its type is "
                        + point.type().getSimpleName() + ", but Mockito is not on the class path."
                        + "\n  do      add org.mockito:mockito-core as a test dependency, or make it a TaskMock.");
    }

    static ExtensionConfigurationException notMade(InjectionPoint point, IllegalArgumentException problem) {
        return new ExtensionConfigurationException(point.description() + ": " + problem.getMessage(), problem);
    }

    static ParameterResolutionException noSelector(InjectionPoint point) {
        return new ParameterResolutionException(point.description() + " is a TaskMock, but of which Task?"
                + "\n  do      say so: @MockTask(\"Charge card\") TaskMock " + point.name() + ".");
    }

    static ExtensionConfigurationException forgottenMock(InjectionPoint point) {
        return new ExtensionConfigurationException(
                point.description() + " is a TaskMock, but null: it has no @MockTask."
                        + "\n  do      say of which Task: @MockTask(\"Charge card\") TaskMock " + point.name() + ".");
    }

    static ParameterResolutionException outsideOfTest(InjectionPoint point) {
        return new ParameterResolutionException(point.description() + " cannot be injected there: "
                + point.type().getSimpleName() + " is new for every test, and no test is running."
                + "\n  do      take it as a parameter of the test or of @BeforeEach, or as a field.");
    }

    // --- Mockito mocks while a Task runs

    static MockAnswerException notStubbed(InjectionPoint point, String selector, Method method) {
        String arguments = String.join(", ", Collections.nCopies(method.getParameterCount(), "any()"));
        String call = point.name() + "." + method.getName() + "(" + arguments + ")";
        String result =
                method.getReturnType().getSimpleName().equals("TaskOutcome") ? "TaskOutcome.succeed(\"{}\")" : "…";
        return new MockAnswerException(
                "The Mockito mock `" + point.name() + "` of the Task `" + selector
                        + "` was called and has no stubbing that fits."
                        + "\n  paste   when(" + call + ").thenReturn(" + result + ");",
                null);
    }

    static MockAnswerException unfitArgument(
            InjectionPoint point, String type, JsonNode payload, IllegalArgumentException problem) {
        return new MockAnswerException(
                point.description() + ": the payload of the Task does not fit " + type + ".\n  payload "
                        + excerpt(payload) + "\n  because " + firstLine(problem)
                        + "\n  do      correct the definition's Parameters, or the type of the argument.",
                problem);
    }

    static MockAnswerException unfitResult(
            InjectionPoint point, @Nullable Object result, IllegalArgumentException problem) {
        String type = result == null ? "null" : result.getClass().getName();
        return new MockAnswerException(
                point.description() + ": Jackson cannot turn the result, a " + type + ", into JSON.\n  because "
                        + firstLine(problem) + "\n  do      return a class that Jackson can write.",
                problem);
    }

    static MockAnswerException misusedMockito(InjectionPoint point, Exception problem) {
        return new MockAnswerException(
                point.description() + ": the Task called it, and Mockito complained of the test.\n  because "
                        + String.valueOf(problem.getMessage()).strip().replace("\n", "\n          ")
                        + "\n  do      correct the stubbing; what stands above is not seen by the state machine.",
                problem);
    }

    static MockAnswerException notCallable(InjectionPoint point, Method method, Exception problem) {
        return new MockAnswerException(
                point.description() + ": its method " + method.getName() + " cannot be called.\n  because "
                        + firstLine(problem)
                        + "\n  do      make the interface public, or open its package to io.github.stepunit.junit5.",
                problem);
    }

    static AssertionError unusedStubbings(List<String> unused) {
        return new AssertionError("Stubbings of Mockito mocks that no Task used:\n  " + String.join("\n  ", unused)
                + "\nDelete what the test does not need; what only some tests need is stubbed leniently:"
                + " lenient().when(…).");
    }

    private static String firstLine(Exception problem) {
        return String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    }

    private static String excerpt(JsonNode value) {
        return JsonText.excerpt(value, EXCERPT);
    }
}
