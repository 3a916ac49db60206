package io.github.stepunit.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;

/** Makes a handler of its name or class, as Lambda does. */
final class Instantiation {

    private Instantiation() {}

    static LambdaFunction load(String handler, ClassLoader loader) {
        int separator = handler.lastIndexOf("::");
        String className = separator < 0 ? handler : handler.substring(0, separator);
        String method = separator < 0 ? "" : handler.substring(separator + 2);
        if (className.isBlank() || (separator >= 0 && method.isBlank())) {
            throw LambdaErrors.badHandler(handler);
        }
        Class<?> type;
        try {
            type = Class.forName(className, true, loader);
        } catch (ClassNotFoundException missing) {
            throw LambdaErrors.noClass(handler, className, missing);
        }
        if (method.isEmpty() || isOwnMethodOfHandler(type, method)) {
            return handler(type);
        }
        return isStatic(type, method) ? ofStatic(type, method) : LambdaFunction.of(newInstance(type), method);
    }

    /** {@code Handler::handleRequest} of a handler is the handler, whose types stand in its class. */
    private static boolean isOwnMethodOfHandler(Class<?> type, String method) {
        return method.equals("handleRequest")
                && (RequestHandler.class.isAssignableFrom(type) || RequestStreamHandler.class.isAssignableFrom(type));
    }

    private static LambdaFunction handler(Class<?> type) {
        return function(newInstance(type));
    }

    /** @throws IllegalArgumentException when it is no handler */
    static LambdaFunction function(Object handler) {
        if (handler instanceof RequestStreamHandler streams) {
            return LambdaFunction.of(streams);
        }
        if (handler instanceof RequestHandler<?, ?> objects) {
            return LambdaFunction.of(objects);
        }
        throw LambdaErrors.noHandler(handler.getClass());
    }

    private static boolean isStatic(Class<?> type, String method) {
        return Arrays.stream(type.getMethods())
                .filter(each -> each.getName().equals(method))
                .map(Method::getModifiers)
                .allMatch(Modifier::isStatic);
    }

    private static LambdaFunction ofStatic(Class<?> type, String method) {
        return LambdaFunction.calling(HandlerMethod.find(type, null, method));
    }

    static Object newInstance(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (InvocationTargetException thrown) {
            Throwable cause = thrown.getCause();
            throw LambdaErrors.failedConstructor(type, cause == null ? thrown : cause);
        } catch (ReflectiveOperationException missing) {
            throw LambdaErrors.noConstructor(type, missing);
        }
    }
}
