package io.github.stepunit.contract.assertj;

import io.github.stepunit.contract.oracle.OracleReport;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/** Assertions over what AWS's TestState says of executions. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class OracleReportAssert extends AbstractAssert<OracleReportAssert, OracleReport> {

    OracleReportAssert(@Nullable OracleReport actual) {
        super(actual, OracleReportAssert.class);
    }

    /** AWS differs nowhere, and has been asked about all that it can be asked about. */
    public OracleReportAssert hasNoDifference() {
        isNotNull();
        if (!actual.isSame()) {
            throwAssertionError(new BasicErrorMessageFactory(
                    "\nExpecting AWS to say the same as StepUnit, but\n%s", new Unquoted(actual.describe())));
        }
        return this;
    }
}
