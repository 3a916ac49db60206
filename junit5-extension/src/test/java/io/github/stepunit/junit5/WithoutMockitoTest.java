package io.github.stepunit.junit5;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskMocks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

class WithoutMockitoTest {

    /** A class path without Mockito. */
    private static final class NoMockito extends ClassLoader {

        NoMockito() {
            super(WithoutMockitoTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.mockito.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }

    @Test
    void a_Mockito_mock_needs_Mockito() {
        InjectionPoint point = new InjectionPoint(
                "charge", WithoutMockitoTest.class, TaskHandler.class, TaskHandler.class, "Charge card", null);
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        thread.setContextClassLoader(new NoMockito());
        try {
            assertThatExceptionOfType(ExtensionConfigurationException.class)
                    .isThrownBy(() -> MockitoMocks.mock(point, "Charge card", new TaskMocks(), check -> {}))
                    .withMessage(
                            """
                            Field `charge` of WithoutMockitoTest is to be a Mockito mock, because its type is TaskHandler, but Mockito is not on the class path.
                              do      add org.mockito:mockito-core as a test dependency, or make it a TaskMock.""");
        } finally {
            thread.setContextClassLoader(usual);
        }
    }
}
