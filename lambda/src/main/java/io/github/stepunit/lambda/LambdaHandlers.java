package io.github.stepunit.lambda;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.lang.reflect.Type;
import org.apiguardian.api.API;

/** What may stand in a field as a handler. For the JUnit extension. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class LambdaHandlers {

    private LambdaHandlers() {}

    /** Whether its objects are handlers. */
    public static boolean isHandler(Class<?> type) {
        return RequestHandler.class.isAssignableFrom(type) || RequestStreamHandler.class.isAssignableFrom(type);
    }

    /**
     * Makes a handler as Lambda does.
     *
     * @throws IllegalArgumentException when it cannot be made
     */
    public static Object create(Class<?> type) {
        return Instantiation.newInstance(type);
    }

    /**
     * A handler as a function.
     *
     * @param declaredType says what it takes and returns, when its class does not
     * @throws IllegalArgumentException when neither does
     */
    public static LambdaFunction function(Object handler, Type declaredType) {
        if (handler instanceof RequestHandler<?, ?> objects
                && HandlerTypes.argumentsOf(RequestHandler.class, handler.getClass()) == null) {
            return LambdaFunction.of(objects, declaredType);
        }
        return Instantiation.function(handler);
    }
}
