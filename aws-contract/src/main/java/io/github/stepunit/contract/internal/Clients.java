package io.github.stepunit.contract.internal;

import io.github.stepunit.contract.AwsCallException;
import io.github.stepunit.contract.AwsCallException.Reason;
import java.util.List;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.SfnClientBuilder;

/** Clients for those who bring none: credentials, region and endpoint as the environment has them. */
public final class Clients {

    /** Where the SDK looks for another endpoint than AWS's. */
    private static final List<String> ENDPOINTS =
            List.of("AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_SFN", "aws.endpointUrl", "aws.endpointUrlSfn");

    private Clients() {}

    private static boolean isSet(String name) {
        return System.getenv(name) != null || System.getProperty(name) != null;
    }

    /**
     * A client on the HTTP client of the JDK.
     *
     * @param region empty for that of the environment
     */
    static SfnClient sfn(String region) {
        // Named, because the SDK refuses to choose when the user's class path has another HTTP client too.
        SfnClientBuilder builder = SfnClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder());
        if (ENDPOINTS.stream().anyMatch(Clients::isSet)) {
            // The SDK puts "sync-" before the host of TestState, also where that is localhost.
            builder.overrideConfiguration(configuration ->
                    configuration.putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true));
        }
        if (!region.isEmpty()) {
            builder.region(Region.of(region));
        }
        try {
            return builder.build();
        } catch (SdkClientException notConfigured) {
            throw new AwsCallException(
                    Reason.NOT_CONFIGURED,
                    "AWS cannot be asked: no region is configured.\n  do      set AWS_REGION, or a region for your AWS_PROFILE.",
                    notConfigured);
        }
    }

    /**
     * The same, in the region of an ARN.
     *
     * @param arnOrName what is no ARN leaves the region to the environment
     */
    public static SfnClient sfnFor(String arnOrName) {
        return sfn(regionOf(arnOrName));
    }

    /** The region that an ARN names; empty when it names none, or is none. */
    static String regionOf(String arnOrName) {
        String[] parts = arnOrName.split(":", -1);
        return arnOrName.startsWith("arn:") && parts.length > 3 ? parts[3] : "";
    }

    /** The HTTP client of the JDK, for clients of other services. */
    public static SdkHttpClient.Builder<?> http() {
        return UrlConnectionHttpClient.builder();
    }
}
