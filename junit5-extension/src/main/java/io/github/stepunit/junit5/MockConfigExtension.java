package io.github.stepunit.junit5;

import io.github.stepunit.Execution;
import io.github.stepunit.task.MockConfigTestCase;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs what {@link MockConfig} stands on once for each test case; to be used by that annotation only. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class MockConfigExtension implements TestTemplateInvocationContextProvider {

    /** For JUnit. */
    public MockConfigExtension() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), MockConfig.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        AnnotationFinder.requireStepFunctionTest(context, "@MockConfig");
        List<MockConfigTestCase> cases = MockConfigFinder.testCases(context);
        if (cases.isEmpty()) {
            throw ExtensionErrors.noTestCases(context.getRequiredTestMethod());
        }
        return cases.stream().map(Case::new);
    }

    private record Case(MockConfigTestCase testCase) implements TestTemplateInvocationContext, ParameterResolver {

        @Override
        public String getDisplayName(int invocationIndex) {
            return testCase.toString();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            return List.of(this);
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            Class<?> type = parameter.getParameter().getType();
            return type == Execution.class || type == MockConfigTestCase.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Execution.class
                    ? StepFunctionExtension.fixture(context)
                            .stateMachine()
                            .start(MockConfigFinder.annotation(context).input())
                    : testCase;
        }
    }
}
