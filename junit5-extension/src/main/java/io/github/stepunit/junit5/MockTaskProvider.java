package io.github.stepunit.junit5;

import io.github.stepunit.task.TaskHandler;
import java.lang.reflect.Type;
import org.apiguardian.api.API;

/**
 * Lets objects of further types answer Tasks: those of fields and parameters with {@link MockTask}. Found as a service
 * ({@link java.util.ServiceLoader}). {@code stepunit-lambda} provides Lambda's handlers.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface MockTaskProvider {

    /** Whether its objects can answer Tasks. */
    boolean supports(Class<?> type);

    /**
     * Makes one, for a field without a value or a parameter. Not called for an interface: that becomes a Mockito mock.
     *
     * @throws IllegalArgumentException when it cannot be made; the message says what to do
     */
    Object create(Class<?> type);

    /**
     * How an object answers.
     *
     * @param declaredType the type of the field or parameter
     */
    TaskHandler handler(Object object, Type declaredType);
}
