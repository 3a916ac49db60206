package io.github.stepunit.junit5;

import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link RequireCoverage} does; to be used by that annotation only. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class RequireCoverageExtension implements BeforeAllCallback, AfterAllCallback {

    /** For JUnit. */
    public RequireCoverageExtension() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        // Nested classes inherit the extension, and ask for nothing themselves.
        AnnotationSupport.findAnnotation(context.getRequiredTestClass(), RequireCoverage.class)
                .ifPresent(annotation -> {
                    ClassCoverage outer = of(context);
                    store(context).put(ClassCoverage.class, new ClassCoverage(context, annotation, outer));
                });
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ClassCoverage coverage = of(context);
        if (coverage != null && coverage.isOf(context)) {
            coverage.check(context);
        }
    }

    static @Nullable ClassCoverage of(ExtensionContext context) {
        return store(context).get(ClassCoverage.class, ClassCoverage.class);
    }

    private static Store store(ExtensionContext context) {
        return Objects.requireNonNull(context.getStore(StepFunctionExtension.NAMESPACE));
    }
}
