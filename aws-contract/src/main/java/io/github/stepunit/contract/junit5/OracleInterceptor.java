package io.github.stepunit.contract.junit5;

import io.github.stepunit.Execution;
import io.github.stepunit.contract.AwsCallException;
import io.github.stepunit.contract.internal.EnvironmentClients;
import io.github.stepunit.contract.junit5.OracleSettings.Consequence;
import io.github.stepunit.contract.oracle.Oracle;
import io.github.stepunit.contract.oracle.OracleReport;
import io.github.stepunit.contract.oracle.RateLimit;
import io.github.stepunit.junit5.StepFunctionTestInterceptor;
import java.util.List;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.opentest4j.TestAbortedException;

/**
 * Checks every state that a {@code @StepFunctionTest} has run against AWS's TestState, if {@code stepunit.oracle} says so.
 * Found by {@link java.util.ServiceLoader}: no test needs an annotation.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class OracleInterceptor implements StepFunctionTestInterceptor {

    private static final Namespace NAMESPACE = Namespace.create(OracleInterceptor.class);

    /** For {@link java.util.ServiceLoader}. */
    public OracleInterceptor() {}

    @Override
    public void afterPassed(ExtensionContext context, List<Execution> executions) {
        OracleSettings settings = OracleSettings.of(context);
        if (settings.mode() == OracleMode.OFF || executions.isEmpty()) {
            return;
        }
        OracleReport report = check(context, settings, executions);
        if (!report.differences().isEmpty()) {
            tell(context, settings.differences(), report);
        }
        if (!report.missing().isEmpty()) {
            tell(context, settings.missing(), report);
        }
    }

    private static OracleReport check(ExtensionContext context, OracleSettings settings, List<Execution> executions) {
        // One for all tests, since calls are counted and the file is read once.
        Store store = context.getRoot().getStore(NAMESPACE);
        Oracle oracle = store.getOrComputeIfAbsent(settings, OracleInterceptor::oracle, Oracle.class);
        try {
            return oracle.check(executions);
        } catch (AwsCallException failure) {
            throw Unavailability.of(context, WhenUnavailable.AS_CONFIGURED, failure);
        }
    }

    private static Oracle oracle(OracleSettings settings) {
        Oracle oracle = Oracle.cachedIn(settings.file())
                .withFieldValidation(settings.validation())
                .withRateLimit(RateLimit.perSecond(settings.rate()));
        return settings.mode() == OracleMode.AWS ? oracle.withClient(new EnvironmentClients()::usual) : oracle;
    }

    private static void tell(ExtensionContext context, Consequence consequence, OracleReport report) {
        switch (consequence) {
            case FAIL -> throw new AssertionError(report.describe());
            case SKIP -> throw new TestAbortedException("Skipped, because " + report.describe());
            case REPORT -> context.publishReportEntry(OracleSettings.ORACLE, report.describe());
        }
    }
}
