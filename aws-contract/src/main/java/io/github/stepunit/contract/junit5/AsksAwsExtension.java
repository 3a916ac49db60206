package io.github.stepunit.contract.junit5;

import io.github.stepunit.contract.AwsCallException;
import java.lang.reflect.Constructor;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link AsksAws} does; to be used by that annotation only. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class AsksAwsExtension
        implements InvocationInterceptor, TestExecutionExceptionHandler, LifecycleMethodExecutionExceptionHandler {

    /** For the extension. */
    public AsksAwsExtension() {}

    /** A test may ask while it is made: in a field or in its constructor, which no exception handler is told of. */
    @Override
    public <T> T interceptTestClassConstructor(
            Invocation<T> invocation, ReflectiveInvocationContext<Constructor<T>> constructor, ExtensionContext context)
            throws Throwable {
        try {
            return invocation.proceed();
        } catch (AwsCallException failure) {
            throw judged(context, failure);
        }
    }

    /** The method that the test is made for, where it is made for one. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw judged(context, thrown);
    }

    @Override
    public void handleBeforeAllMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw judged(context, thrown);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
        throw judged(context, thrown);
    }

    private static Throwable judged(ExtensionContext context, Throwable thrown) {
        return thrown instanceof AwsCallException failure
                ? Unavailability.of(context, whenUnavailable(context), failure)
                : thrown;
    }

    private static WhenUnavailable whenUnavailable(ExtensionContext context) {
        Optional<AsksAws> onMethod =
                context.getTestMethod().flatMap(method -> AnnotationSupport.findAnnotation(method, AsksAws.class));
        @Nullable Class<?> at = context.getRequiredTestClass();
        while (onMethod.isEmpty() && at != null) {
            onMethod = AnnotationSupport.findAnnotation(at, AsksAws.class);
            at = at.getEnclosingClass();
        }
        return onMethod.map(AsksAws::whenUnavailable).orElse(WhenUnavailable.AS_CONFIGURED);
    }
}
