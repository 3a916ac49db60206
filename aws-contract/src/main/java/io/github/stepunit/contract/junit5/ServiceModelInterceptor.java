package io.github.stepunit.contract.junit5;

import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.model.ServiceModelCheck;
import io.github.stepunit.junit5.StepFunctionTestInterceptor;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.teststate.FieldValidationMode;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;

/** What {@link CheckedAgainstServiceModels} does; to be used by that annotation only. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ServiceModelInterceptor implements StepFunctionTestInterceptor {

    private static final Namespace NAMESPACE = Namespace.create(ServiceModelInterceptor.class);

    /** For the extension. */
    public ServiceModelInterceptor() {}

    @Override
    public TaskHandler tasks(ExtensionContext context, StateMachine stateMachine, TaskHandler mocks) {
        return mode(context)
                .map(mode -> checking(context, mode, stateMachine, mocks))
                .orElse(mocks);
    }

    /** What the annotation nearest to the test says; empty without any. */
    static Optional<FieldValidationMode> mode(ExtensionContext context) {
        Optional<CheckedAgainstServiceModels> found =
                AnnotationSupport.findAnnotation(context.getTestMethod(), CheckedAgainstServiceModels.class);
        @Nullable Class<?> at = context.getRequiredTestClass();
        while (found.isEmpty() && at != null) {
            found = AnnotationSupport.findAnnotation(at, CheckedAgainstServiceModels.class);
            at = at.getEnclosingClass();
        }
        return found.map(CheckedAgainstServiceModels::value);
    }

    static TaskHandler checking(
            ExtensionContext context, FieldValidationMode mode, StateMachine stateMachine, TaskHandler mocks) {
        // One for all tests, since it keeps the models that it has read.
        ServiceModelCheck check = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        ServiceModelCheck.class, type -> ServiceModelCheck.strict(), ServiceModelCheck.class)
                .withMode(mode);
        if (mode == FieldValidationMode.STRICT) {
            reportUnchecked(context, check, stateMachine);
        }
        return check.checking(mocks, stateMachine);
    }

    /** Once for each machine. */
    private static void reportUnchecked(ExtensionContext context, ServiceModelCheck check, StateMachine stateMachine) {
        context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent(stateMachine.definition(), definition -> {
            check.check(stateMachine)
                    .missingDependencies()
                    .forEach(each -> context.publishReportEntry(
                            "stepunit.contract.unchecked",
                            "add " + each + " (scope test) to check Tasks that call it"));
            return true;
        });
    }
}
