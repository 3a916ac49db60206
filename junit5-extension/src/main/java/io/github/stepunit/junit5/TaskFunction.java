package io.github.stepunit.junit5;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.github.stepunit.task.ExhaustedMockException;
import io.github.stepunit.task.LambdaInvoke;
import io.github.stepunit.task.MockAnswerException;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskInvocation;
import io.github.stepunit.task.TaskOutcome;
import io.github.stepunit.task.UnmockedTaskException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Answers a Task by an interface of the team's own with one method of one argument, as Lambda's Java runtime would. */
final class TaskFunction implements TaskHandler {

    /** Unknown fields are ignored, as Lambda's own JSON binding does. */
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final InjectionPoint point;
    private final Object target;
    private final Method method;
    private final JavaType argumentType;

    private TaskFunction(InjectionPoint point, Object target, Method method) {
        this.point = point;
        this.target = target;
        this.method = method;
        this.argumentType = argumentType(point, method);
        // The interface may be private to the test. When this is refused, so is the call, which explains itself.
        method.trySetAccessible();
    }

    /** @param target an instance of the point's type, which {@link #methodOf} has accepted */
    static TaskFunction of(InjectionPoint point, Object target) {
        Method method = methodOf(point.type());
        if (method == null) {
            throw ExtensionErrors.noMockType(point);
        }
        return new TaskFunction(point, target, method);
    }

    /** The one abstract method of an interface that takes one argument; null when the type is something else. */
    static @Nullable Method methodOf(Class<?> type) {
        if (!type.isInterface()) {
            return null;
        }
        List<Method> methods = ReflectionSupport.findMethods(
                type,
                method -> Modifier.isAbstract(method.getModifiers()) && !isOfObject(method),
                HierarchyTraversalMode.TOP_DOWN);
        return methods.size() == 1 && methods.get(0).getParameterCount() == 1 ? methods.get(0) : null;
    }

    /** {@code Comparator} and the like redeclare {@code equals}. */
    private static boolean isOfObject(Method method) {
        return ReflectionSupport.findMethod(Object.class, method.getName(), method.getParameterTypes())
                .isPresent();
    }

    /** Resolves {@code T} of a {@code Function<Order, Receipt>}. */
    private static JavaType argumentType(InjectionPoint point, Method method) {
        JavaType owner = MAPPER.constructType(point.genericType()).findSuperType(method.getDeclaringClass());
        return MAPPER.getTypeFactory().resolveMemberType(method.getGenericParameterTypes()[0], owner.getBindings());
    }

    @Override
    public TaskOutcome handle(TaskInvocation invocation) {
        Object argument = argument(LambdaInvoke.payload(invocation));
        Object result;
        try {
            result = method.invoke(target, argument);
        } catch (InvocationTargetException thrown) {
            return failure(thrown.getCause());
        } catch (IllegalAccessException | IllegalArgumentException notCalled) {
            throw ExtensionErrors.notCallable(point, method, notCalled);
        }
        return TaskOutcome.succeed(LambdaInvoke.response(invocation, toJson(result)));
    }

    private @Nullable Object argument(JsonNode payload) {
        try {
            return MAPPER.convertValue(payload, argumentType);
        } catch (IllegalArgumentException unfit) {
            throw ExtensionErrors.unfitArgument(point, argumentType.toCanonical(), payload, unfit);
        }
    }

    private JsonNode toJson(@Nullable Object result) {
        try {
            JsonNode json = MAPPER.valueToTree(result);
            return json == null ? NullNode.getInstance() : json;
        } catch (IllegalArgumentException unfit) {
            throw ExtensionErrors.unfitResult(point, result, unfit);
        }
    }

    /** What Lambda's Java runtime makes of an exception, unless it is the test that is at fault. */
    private TaskOutcome failure(@Nullable Throwable thrown) {
        if (thrown instanceof Error assertion) {
            throw assertion;
        }
        if (thrown instanceof RuntimeException faultOfTheTest && isOfMocks(faultOfTheTest)) {
            throw faultOfTheTest;
        }
        if (!(thrown instanceof Exception exception)) {
            throw new IllegalStateException(
                    "A method threw something that is neither an error nor an exception.", thrown);
        }
        if (isOfMockito(exception)) {
            throw ExtensionErrors.misusedMockito(point, exception);
        }
        String type = exception.getClass().getName();
        JsonNode cause = JsonNodeFactory.instance
                .objectNode()
                .put("errorMessage", exception.getMessage())
                .put("errorType", type);
        return TaskOutcome.fail(type, cause.toString());
    }

    /** Whether StepUnit's mocks complain: this one, or those of another state machine that an answer runs. */
    private static boolean isOfMocks(RuntimeException thrown) {
        return thrown instanceof MockAnswerException
                || thrown instanceof UnmockedTaskException
                || thrown instanceof ExhaustedMockException;
    }

    /** Whether Mockito complains of its use: UnfinishedStubbing, PotentialStubbingProblem. By name: it is optional. */
    private static boolean isOfMockito(Exception thrown) {
        for (@Nullable Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals("org.mockito.exceptions.base.MockitoException")) {
                return true;
            }
        }
        return false;
    }
}
