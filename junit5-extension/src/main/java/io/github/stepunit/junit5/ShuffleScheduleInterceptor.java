package io.github.stepunit.junit5;

import io.github.stepunit.StateMachine;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Shuffles what {@link ShuffleSchedule} repeats. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ShuffleScheduleInterceptor implements StepFunctionTestInterceptor {

    /** For {@link InterceptedBy}. */
    public ShuffleScheduleInterceptor() {}

    @Override
    public StateMachine stateMachine(ExtensionContext context, Supplier<StateMachine> tested) {
        return tested.get().withShuffledSchedule(seed(context));
    }

    static long seed(ExtensionContext context) {
        ShuffleSchedule annotation = AnnotationSupport.findAnnotation(
                        context.getRequiredTestMethod(), ShuffleSchedule.class)
                .orElseThrow(() -> new IllegalStateException("An interceptor was called without its annotation."));
        return annotation.seed() + TemplateInvocation.number(context) - 1;
    }
}
