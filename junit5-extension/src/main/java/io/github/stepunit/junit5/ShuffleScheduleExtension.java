package io.github.stepunit.junit5;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Repeats what {@link ShuffleSchedule} stands on; to be used by that annotation only. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ShuffleScheduleExtension implements TestTemplateInvocationContextProvider {

    /** For JUnit. */
    public ShuffleScheduleExtension() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), ShuffleSchedule.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        ShuffleSchedule annotation = AnnotationSupport.findAnnotation(
                        context.getRequiredTestMethod(), ShuffleSchedule.class)
                .orElseThrow(() -> new IllegalStateException("An extension was called without its annotation."));
        AnnotationFinder.requireStepFunctionTest(context, "@ShuffleSchedule");
        if (annotation.times() < 1) {
            throw ExtensionErrors.noTimes(context.getRequiredTestMethod(), annotation.times());
        }
        return IntStream.range(0, annotation.times()).mapToObj(i -> new Order(annotation.seed() + i));
    }

    private record Order(long seed) implements TestTemplateInvocationContext {

        @Override
        public String getDisplayName(int invocationIndex) {
            return "[" + invocationIndex + "] schedule of seed " + seed;
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of((TestExecutionExceptionHandler) (context, failure) -> {
                failure.addSuppressed(new ScheduleReport(seed));
                throw failure;
            });
        }
    }
}
