package io.github.stepunit.contract.assertj;

import io.github.stepunit.contract.deployed.DeployedDefinition;
import io.github.stepunit.contract.model.ServiceModelReport;
import io.github.stepunit.contract.oracle.OracleReport;
import io.github.stepunit.contract.recorded.ReplayResult;
import io.github.stepunit.contract.recorded.ReplaySummary;
import io.github.stepunit.contract.validation.AwsValidationResult;
import io.github.stepunit.contract.validation.ValidatorComparison;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** The way into the assertions over what AWS has. Can be imported statically beside the others. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ContractAssertions {

    private ContractAssertions() {}

    /** Assertions over a deployed definition. */
    public static DeployedDefinitionAssert assertThat(@Nullable DeployedDefinition deployed) {
        return new DeployedDefinitionAssert(deployed);
    }

    /** Assertions over what AWS says of a definition. */
    public static AwsValidationAssert assertThat(@Nullable AwsValidationResult result) {
        return new AwsValidationAssert(result);
    }

    /** Assertions over AWS's validator beside StepUnit's. */
    public static ValidatorComparisonAssert assertThat(@Nullable ValidatorComparison comparison) {
        return new ValidatorComparisonAssert(comparison);
    }

    /** Assertions over what service models say of a definition. */
    public static ServiceModelReportAssert assertThat(@Nullable ServiceModelReport report) {
        return new ServiceModelReportAssert(report);
    }

    /** Assertions over what AWS's TestState says of executions. */
    public static OracleReportAssert assertThat(@Nullable OracleReport report) {
        return new OracleReportAssert(report);
    }

    /** Assertions over the replays of many recorded executions. */
    public static ReplayAssert assertThat(@Nullable ReplaySummary summary) {
        return new ReplayAssert(summary);
    }

    /** Assertions over the replay of one recorded execution. */
    public static ReplayAssert assertThat(@Nullable ReplayResult result) {
        return new ReplayAssert(result == null ? null : new ReplaySummary(List.of(result)));
    }
}
