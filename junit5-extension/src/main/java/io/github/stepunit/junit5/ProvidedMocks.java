package io.github.stepunit.junit5;

import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskMocks;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** {@code @MockTask} on what answers Tasks by itself: the test's own {@link TaskHandler}s, and what providers know. */
final class ProvidedMocks {

    private ProvidedMocks() {}

    /** A new object of the point's type that answers the Tasks; null when no provider makes any. */
    static @Nullable Object create(InjectionPoint point, String selector, TaskMocks tasks) {
        if (point.type().isInterface()) {
            return null;
        }
        MockTaskProvider provider = providerOf(point.type()).orElse(null);
        if (provider == null) {
            return null;
        }
        Object object;
        try {
            object = provider.create(point.type());
            tasks.bind(selector, provider.handler(object, point.genericType()));
        } catch (IllegalArgumentException impossible) {
            throw ExtensionErrors.notMade(point, impossible);
        }
        return object;
    }

    /** Whether an object that the test has given its field answers the Tasks; then it does. */
    static boolean bind(InjectionPoint point, String selector, Object own, TaskMocks tasks) {
        if (MockitoMocks.isMock(own)) {
            return false; // That of another test which runs on the same instance at the same time.
        }
        TaskHandler handler = own instanceof TaskHandler itself ? itself : provided(point, own);
        if (handler == null && TaskFunction.methodOf(point.type()) != null) {
            handler = TaskFunction.of(point, own);
        }
        if (handler == null) {
            return false;
        }
        tasks.bind(selector, handler);
        return true;
    }

    private static @Nullable TaskHandler provided(InjectionPoint point, Object own) {
        try {
            return providerOf(point.type())
                    .map(provider -> provider.handler(own, point.genericType()))
                    .orElse(null);
        } catch (IllegalArgumentException impossible) {
            throw ExtensionErrors.notMade(point, impossible);
        }
    }

    static Optional<MockTaskProvider> providerOf(Class<?> type) {
        return ServiceLoader.load(MockTaskProvider.class, MockTaskProvider.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.supports(type))
                .findFirst();
    }
}
