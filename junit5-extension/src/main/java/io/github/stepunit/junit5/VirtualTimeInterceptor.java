package io.github.stepunit.junit5;

import io.github.stepunit.StateMachine;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What {@link VirtualTime} does. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class VirtualTimeInterceptor implements StepFunctionTestInterceptor {

    /** For {@link InterceptedBy}. */
    public VirtualTimeInterceptor() {}

    @Override
    public StateMachine stateMachine(ExtensionContext context, Supplier<StateMachine> tested) {
        VirtualTime annotation = AnnotationFinder.findNearest(context, VirtualTime.class)
                .orElseThrow(() -> new IllegalStateException("An interceptor was called without its annotation."));
        try {
            return tested.get()
                    .startingAt(OffsetDateTime.parse(annotation.start()).toInstant());
        } catch (DateTimeException notAnInstant) {
            throw ExtensionErrors.noInstant(context.getRequiredTestClass(), annotation.start(), notAnInstant);
        }
    }
}
