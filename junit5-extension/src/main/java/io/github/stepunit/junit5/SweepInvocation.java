package io.github.stepunit.junit5;

import io.github.stepunit.fault.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * One run of a {@link FaultSweep}, as JUnit shows it.
 *
 * @param name how it is called
 * @param fault what goes wrong in it; null when nothing does
 * @param disabled why it is not made; null when it is
 */
record SweepInvocation(String name, @Nullable Fault fault, @Nullable String disabled)
        implements TestTemplateInvocationContext {

    @Override
    public String getDisplayName(int invocationIndex) {
        return name;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        String reason = disabled;
        if (reason == null) {
            return fault == null ? List.of() : List.of(naming(fault));
        }
        ExecutionCondition never = context -> ConditionEvaluationResult.disabled(reason);
        return List.of(never);
    }

    private static TestExecutionExceptionHandler naming(Fault fault) {
        return (context, failure) -> {
            FaultReport.attach(fault, failure);
            throw failure;
        };
    }
}
