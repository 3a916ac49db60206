package io.github.stepunit.contract.assertj;

import io.github.stepunit.contract.deployed.DeployedDefinition;
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
}
