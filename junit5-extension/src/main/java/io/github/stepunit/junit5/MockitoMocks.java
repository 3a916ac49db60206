package io.github.stepunit.junit5;

import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskMocks;
import org.junit.platform.commons.support.ReflectionSupport;

/** The way to Mockito, if it is there. */
final class MockitoMocks {

    private MockitoMocks() {}

    /** A Mockito mock of the point's type that answers the Tasks of {@code selector}. */
    static Object mock(InjectionPoint point, String selector, TaskMocks tasks) {
        boolean isHandler = point.type() == TaskHandler.class;
        if (!isHandler && TaskFunction.methodOf(point.type()) == null) {
            throw ExtensionErrors.noMockType(point);
        }
        if (ReflectionSupport.tryToLoadClass("org.mockito.Mockito").toOptional().isEmpty()) {
            throw ExtensionErrors.noMockito(point);
        }
        StubbedMock stubbed = new StubbedMock(point, selector);
        TaskHandler handler = isHandler ? (TaskHandler) stubbed.mock() : TaskFunction.of(point, stubbed.mock());
        tasks.bind(selector, stubbed.whileTaskCalls(handler));
        return stubbed.mock();
    }
}
