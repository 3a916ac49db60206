package io.github.stepunit.contract.assertj;

import io.github.stepunit.contract.model.ServiceModelReport;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/** Assertions over what service models say of the requests in a definition. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ServiceModelReportAssert extends AbstractAssert<ServiceModelReportAssert, ServiceModelReport> {

    ServiceModelReportAssert(@Nullable ServiceModelReport actual) {
        super(actual, ServiceModelReportAssert.class);
    }

    /** AWS would take all requests that the definition writes out, as far as their models are known. */
    public ServiceModelReportAssert hasNoProblems() {
        isNotNull();
        return require(actual.problems().isEmpty(), "no request that AWS would not take");
    }

    /** The models of all services that the definition calls are known, so that no Task was left out. */
    public ServiceModelReportAssert hasCheckedAllTasks() {
        isNotNull();
        return require(actual.missingDependencies().isEmpty(), "all Tasks to be checked");
    }

    private ServiceModelReportAssert require(boolean holds, String what) {
        if (!holds) {
            throwAssertionError(new BasicErrorMessageFactory(
                    "\nExpecting %s, but\n%s", new Unquoted(what), new Unquoted(actual.toString())));
        }
        return this;
    }
}
