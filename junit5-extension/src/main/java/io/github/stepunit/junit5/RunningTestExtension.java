package io.github.stepunit.junit5;

import io.github.stepunit.internal.file.TestClasses;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Says which class a test of {@link StepFunctionTest} runs in, which the stack does not tell of an inherited test; to be
 * used by that annotation only.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class RunningTestExtension implements BeforeEachCallback, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(RunningTestExtension.class);

    /** For JUnit. */
    public RunningTestExtension() {}

    @Override
    public void beforeEach(ExtensionContext context) {
        context.getStore(NAMESPACE).put(TestClasses.Running.class, TestClasses.begin(classesOf(context)));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        TestClasses.Running running =
                context.getStore(NAMESPACE).remove(TestClasses.Running.class, TestClasses.Running.class);
        if (running != null) {
            running.end();
        }
    }

    /** The outermost first. */
    static List<Class<?>> classesOf(ExtensionContext context) {
        List<Class<?>> classes = new ArrayList<>(AnnotationFinder.classesOf(context));
        Collections.reverse(classes);
        return classes;
    }
}
