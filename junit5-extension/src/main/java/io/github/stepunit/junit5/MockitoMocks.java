package io.github.stepunit.junit5;

import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskMocks;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.ReflectionSupport;

/** The way to Mockito, if it is there. */
final class MockitoMocks {

    private MockitoMocks() {}

    /** A Mockito mock of the point's type that answers the Tasks of {@code selector}. */
    static Object mock(InjectionPoint point, String selector, TaskMocks tasks, Consumer<StubbingCheck> checks) {
        boolean isHandler = point.type() == TaskHandler.class;
        MockTaskProvider provider = ProvidedMocks.providerOf(point.type()).orElse(null);
        if (!isHandler && provider == null && TaskFunction.methodOf(point.type()) == null) {
            throw ExtensionErrors.noMockType(point);
        }
        if (!isPresent()) {
            throw ExtensionErrors.noMockito(point);
        }
        StubbedMock stubbed = new StubbedMock(point, selector);
        checks.accept(stubbed);
        TaskHandler handler = isHandler ? (TaskHandler) stubbed.mock() : handler(point, provider, stubbed.mock());
        tasks.bind(selector, stubbed.whileTaskCalls(handler));
        return stubbed.mock();
    }

    static boolean isMock(Object object) {
        return isPresent() && StubbedMock.isMock(object);
    }

    private static boolean isPresent() {
        return ReflectionSupport.tryToLoadClass("org.mockito.Mockito")
                .toOptional()
                .isPresent();
    }

    private static TaskHandler handler(InjectionPoint point, @Nullable MockTaskProvider provider, Object mock) {
        if (provider == null) {
            return TaskFunction.of(point, mock);
        }
        try {
            return provider.handler(mock, point.genericType());
        } catch (IllegalArgumentException impossible) {
            throw ExtensionErrors.notMade(point, impossible);
        }
    }
}
