package io.github.stepunit.contract.internal;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the AWS SDK finds around it, told by system properties, which go before variables and files. Until it is closed. */
public final class AwsEnvironment implements AutoCloseable {

    private final Map<String, @Nullable String> before = new HashMap<>();

    private AwsEnvironment() {
        // Whatever the machine of the developer has.
        set("aws.region", "");
        set("aws.configFile", "none");
        set("aws.sharedCredentialsFile", "none");
        set("aws.disableEc2Metadata", "true");
    }

    /** No region, no credentials. */
    public static AwsEnvironment none() {
        return new AwsEnvironment();
    }

    /** Credentials and that endpoint, but no region. */
    public static AwsEnvironment withoutRegion(URI endpoint) {
        AwsEnvironment environment = new AwsEnvironment();
        environment.set("aws.endpointUrl", endpoint.toString());
        environment.set("aws.accessKeyId", "AKIDEXAMPLE");
        environment.set("aws.secretAccessKey", "not-a-real-secret");
        return environment;
    }

    private void set(String property, String value) {
        before.put(property, System.getProperty(property));
        System.setProperty(property, value);
    }

    @Override
    public void close() {
        before.forEach((property, value) -> {
            if (value == null) {
                System.clearProperty(property);
            } else {
                System.setProperty(property, value);
            }
        });
    }
}
