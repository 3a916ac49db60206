package io.github.stepunit.junit5;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Makes a field or parameter a mock of Tasks, new for every test. What kind of mock its type says:
 *
 * <ul>
 *   <li>{@link io.github.stepunit.task.TaskMock}: to be scripted, {@code charge.fails("CardDeclined")};
 *   <li>{@link io.github.stepunit.task.TaskHandler}: a <b>Mockito</b> mock of the task interface itself,
 *       {@code when(charge.handle(any())).thenReturn(TaskOutcome.succeed("{}"))};
 *   <li>any interface with a single abstract method that takes one argument, such as the team's own
 *       {@code Receipt charge(Order order)}: a <b>Mockito</b> mock of that. The argument is the payload
 *       ({@code Payload} for {@code lambda:invoke}, else the input), converted by Jackson; so is the value returned. An
 *       exception fails the Task as Lambda's Java runtime does: the error is the name of its class, the cause
 *       {@code {"errorMessage": …, "errorType": …}} (without the stack trace, which differs from run to run).
 * </ul>
 *
 * <p>A call of a Mockito mock that nothing was stubbed for is an error of the test, and so is a stubbing that no Task
 * uses, unless it is lenient. Mockito must be on the class path of tests that use it.
 *
 * <p>A field of one of these interfaces that has a value, a fake of the test's own, keeps it, and that answers. With
 * {@code stepunit-lambda} a field may be a Lambda handler: the one that its initialiser gives, or a new one, made as Lambda
 * makes it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.ANNOTATION_TYPE})
public @interface MockTask {

    /**
     * Which Tasks: state name, state path ({@code Ship all/Print label}, {@code Ship all[3]/Print label}), Lambda
     * function, logical id in the template, resource ARN or service action ({@code dynamodb:putItem}); see {@link io.github.stepunit.task.TaskMocks}.
     */
    String value();
}
