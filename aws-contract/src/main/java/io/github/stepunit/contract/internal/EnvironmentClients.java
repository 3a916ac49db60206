package io.github.stepunit.contract.internal;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * The clients of the environment, one for each region. Each is made when it is first asked for: who asks nothing needs
 * neither credentials nor a region. For several threads.
 */
public final class EnvironmentClients {

    private final Map<String, SfnClient> byRegion = new HashMap<>();

    /** None made yet. */
    public EnvironmentClients() {}

    /** The client for the region that the environment names. */
    public SfnClient usual() {
        return inRegionOf("");
    }

    /**
     * The client for the region that an ARN names.
     *
     * @param arnOrName what is no ARN leaves the region to the environment
     * @throws io.github.stepunit.contract.AwsCallException when neither names a region
     */
    public synchronized SfnClient inRegionOf(String arnOrName) {
        return byRegion.computeIfAbsent(Clients.regionOf(arnOrName), Clients::sfn);
    }
}
