package io.github.stepunit.integration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AwsSdkServicesTest {

    @Test
    void services_and_actions_are_named_as_in_arns() {
        assertThat(AwsSdkServices.names()).contains("dynamodb", "sfn", "cloudwatchlogs", "rds", "config");
        assertThat(AwsSdkServices.actions("rds")).contains("describeDBInstances", "startDBCluster");
        assertThat(AwsSdkServices.actions("s3")).contains("getObject", "listObjectsV2");
    }

    @Test
    void a_service_that_is_not_known_has_no_actions() {
        assertThat(AwsSdkServices.actions("lookoutvision")).isEmpty();
    }
}
