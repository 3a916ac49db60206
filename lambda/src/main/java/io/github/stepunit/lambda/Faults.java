package io.github.stepunit.lambda;

import io.github.stepunit.task.ExhaustedMockException;
import io.github.stepunit.task.MockAnswerException;
import io.github.stepunit.task.UnmockedTaskException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a function throws: the test's own faults, and errors that Step Functions gets to see. */
final class Faults {

    private static final String OWN_PACKAGE = LambdaFunction.class.getPackageName() + ".";

    private Faults() {}

    /** Assertions of the test's fakes, complaints of mocks and of this module, and the end of the JVM's memory are no errors of a function. */
    static void rethrowThoseOfTheTest(Throwable thrown) {
        if (thrown instanceof AssertionError || thrown instanceof OutOfMemoryError || thrown instanceof InternalError) {
            throw (Error) thrown;
        }
        if (thrown instanceof LambdaMisuseException
                || thrown instanceof MockAnswerException
                || thrown instanceof UnmockedTaskException
                || thrown instanceof ExhaustedMockException
                || isOfMockito(thrown)) {
            throw (RuntimeException) thrown;
        }
    }

    /** By name: Mockito need not be there. */
    private static boolean isOfMockito(Throwable thrown) {
        for (@Nullable Class<?> type = thrown.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().equals("org.mockito.exceptions.base.MockitoException")) {
                return true;
            }
        }
        return false;
    }

    /**
     * The stack up to where the runtime calls the function, as Lambda's leaves out its own frames, and without the reflection
     * above it, which differs from JDK to JDK and from call to call.
     */
    static List<StackTraceElement> withoutOurFrames(List<StackTraceElement> frames) {
        int length = 0;
        while (length < frames.size() && !isOfRuntime(frames.get(length))) {
            length++;
        }
        while (length < frames.size() && length > 0 && isReflection(frames.get(length - 1))) {
            length--;
        }
        return frames.subList(0, length);
    }

    private static boolean isOfRuntime(StackTraceElement frame) {
        String name = frame.getClassName();
        return name.startsWith(OWN_PACKAGE)
                && (name.startsWith(LambdaCall.class.getName())
                        || name.startsWith(Handlers.class.getName())
                        || name.startsWith(HandlerMethod.class.getName())
                        || name.startsWith(JsonBinding.class.getName()));
    }

    private static boolean isReflection(StackTraceElement frame) {
        return frame.getClassName().startsWith("java.lang.reflect.")
                || frame.getClassName().startsWith("jdk.internal.reflect.")
                || frame.getClassName().startsWith("java.lang.invoke.");
    }
}
