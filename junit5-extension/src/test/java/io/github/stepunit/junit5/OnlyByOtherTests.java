package io.github.stepunit.junit5;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves the {@code …TestCase} classes to the tests that run them; see {@code junit-platform.properties}. */
public final class OnlyByOtherTests implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        for (Class<?> type = context.getTestClass().orElse(null); type != null; type = type.getEnclosingClass()) {
            if (type.getSimpleName().endsWith("TestCase")) {
                return ConditionEvaluationResult.disabled("run by another test");
            }
        }
        return ConditionEvaluationResult.enabled("a test");
    }
}
