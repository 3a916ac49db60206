package io.github.stepunit.lambda.junit5;

import io.github.stepunit.junit5.MockTaskProvider;
import io.github.stepunit.lambda.LambdaHandlers;
import io.github.stepunit.task.TaskHandler;
import java.lang.reflect.Type;
import org.apiguardian.api.API;

/** Lets {@code RequestHandler}s and {@code RequestStreamHandler}s stand in fields and parameters with {@code @MockTask}. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class HandlerMocks implements MockTaskProvider {

    /** For the service loader. */
    public HandlerMocks() {}

    @Override
    public boolean supports(Class<?> type) {
        return LambdaHandlers.isHandler(type);
    }

    @Override
    public Object create(Class<?> type) {
        return LambdaHandlers.create(type);
    }

    @Override
    public TaskHandler handler(Object object, Type declaredType) {
        return LambdaHandlers.function(object, declaredType);
    }
}
