package io.github.stepunit.servicemodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.stepunit.definition.TaskResource;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdkNamesTest {

    @ParameterizedTest
    @CsvSource({
        "DBInstanceIdentifier, DbInstanceIdentifier",
        "ETag, ETag",
        "ACL, Acl",
        "SSEKMSKeyId, SsekmsKeyId",
        "VPCSecurityGroups, VpcSecurityGroups",
        "ChecksumCRC32, ChecksumCRC32",
        "RoleARN, RoleARN",
        "S3Bucket, S3Bucket",
        "input, Input",
        "N, N",
    })
    void an_acronym_at_the_beginning_is_one_word(String inTheApi, String inStepFunctions) {
        assertThat(SdkNames.member(inTheApi)).isEqualTo(inStepFunctions);
    }

    @Test
    void only_integrations_of_the_aws_sdk_name_members_so() {
        ServiceModels models = new ServiceModels();

        assertThat(request(models, "aws-sdk:ecs:runTask").members())
                .containsKeys("EnableECSManagedTags")
                .doesNotContainKey("enableECSManagedTags");
        assertThat(request(models, "aws-sdk:rds:createDBInstance").members())
                .containsKey("DbInstanceIdentifier")
                .doesNotContainKey("DBInstanceIdentifier");
    }

    private static Shape.Structure request(ServiceModels models, String call) {
        TaskResource resource = Objects.requireNonNull(TaskResource.parse("arn:aws:states:::" + call));
        return Objects.requireNonNull(
                Objects.requireNonNull(models.operation(resource)).request());
    }
}
