package io.github.stepunit.loader;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code Ref} and {@code Fn::GetAtt} give for a resource, as far as its type tells. */
final class ResourceNames {

    /** How the ARNs of a type end; {@code %s} is the name. */
    private static final Map<String, String> ARNS = Map.ofEntries(
            Map.entry("AWS::Lambda::Function", "lambda function:%s"),
            Map.entry("AWS::Serverless::Function", "lambda function:%s"),
            Map.entry("AWS::StepFunctions::StateMachine", "states stateMachine:%s"),
            Map.entry("AWS::Serverless::StateMachine", "states stateMachine:%s"),
            Map.entry("AWS::StepFunctions::Activity", "states activity:%s"),
            Map.entry("AWS::SNS::Topic", "sns %s"),
            Map.entry("AWS::SQS::Queue", "sqs %s"),
            Map.entry("AWS::DynamoDB::Table", "dynamodb table/%s"),
            Map.entry("AWS::DynamoDB::GlobalTable", "dynamodb table/%s"),
            Map.entry("AWS::Serverless::SimpleTable", "dynamodb table/%s"),
            Map.entry("AWS::ECS::Cluster", "ecs cluster/%s"),
            Map.entry("AWS::ECS::TaskDefinition", "ecs task-definition/%s:1"),
            Map.entry("AWS::Batch::JobQueue", "batch job-queue/%s"),
            Map.entry("AWS::Batch::JobDefinition", "batch job-definition/%s:1"),
            Map.entry("AWS::Batch::ComputeEnvironment", "batch compute-environment/%s"),
            Map.entry("AWS::Events::EventBus", "events event-bus/%s"),
            Map.entry("AWS::Events::Connection", "events connection/%s"),
            Map.entry("AWS::SecretsManager::Secret", "secretsmanager secret:%s"),
            Map.entry("AWS::KMS::Key", "kms key/%s"),
            Map.entry("AWS::Kinesis::Stream", "kinesis stream/%s"),
            Map.entry("AWS::KinesisFirehose::DeliveryStream", "firehose deliverystream/%s"),
            Map.entry("AWS::CodeBuild::Project", "codebuild project/%s"),
            Map.entry("AWS::SSM::Document", "ssm document/%s"),
            Map.entry("AWS::Logs::LogGroup", "logs log-group:%s:*"));

    /** The types whose {@code Ref} is their ARN. */
    private static final List<String> REF_IS_ARN = List.of(
            "AWS::StepFunctions::StateMachine",
            "AWS::Serverless::StateMachine",
            "AWS::StepFunctions::Activity",
            "AWS::SNS::Topic",
            "AWS::ECS::TaskDefinition",
            "AWS::Batch::JobQueue",
            "AWS::Batch::JobDefinition",
            "AWS::Batch::ComputeEnvironment",
            "AWS::SecretsManager::Secret");

    private final FakeNames names;

    ResourceNames(FakeNames names) {
        this.names = names;
    }

    /**
     * What {@code Ref} gives.
     *
     * @param name the name on AWS; the logical id when the template gives none
     */
    String ref(String type, String name) {
        if (REF_IS_ARN.contains(type)) {
            return arn(type, name);
        }
        return switch (type) {
            case "AWS::SQS::Queue" -> queueUrl(name);
            case "AWS::Lambda::Version", "AWS::Lambda::LayerVersion" -> names.functionArn(name + ":1");
            case "AWS::S3::Bucket" -> name.toLowerCase(Locale.ROOT);
            default -> name;
        };
    }

    /** What {@code Fn::GetAtt} gives; {@code attribute} may have dots. */
    String attribute(String type, String name, String attribute) {
        String last = attribute.substring(attribute.lastIndexOf('.') + 1);
        return switch (last) {
            case "Arn",
                    "TopicArn",
                    "FunctionArn",
                    "StateMachineArn",
                    "ClusterArn",
                    "JobQueueArn",
                    "TaskDefinitionArn" -> arn(type, name);
            case "QueueUrl" -> queueUrl(name);
            case "Name",
                    "QueueName",
                    "TopicName",
                    "FunctionName",
                    "TableName",
                    "BucketName",
                    "RoleName",
                    "StateMachineName",
                    "Id",
                    "Ref" -> type.equals("AWS::S3::Bucket") ? name.toLowerCase(Locale.ROOT) : name;
            case "StreamArn" -> arn(type, name) + "/stream/2025-01-01T00:00:00.000";
            default -> attribute.startsWith("Outputs.") ? names.valueFor(last) : name + "-" + last;
        };
    }

    private String queueUrl(String name) {
        return "https://sqs." + names.region() + ".amazonaws.com/" + names.accountId() + "/" + name;
    }

    private String arn(String type, String name) {
        if (type.equals("AWS::IAM::Role")) {
            return "arn:" + names.partition() + ":iam::" + names.accountId() + ":role/" + name;
        }
        if (type.equals("AWS::S3::Bucket")) {
            return "arn:" + names.partition() + ":s3:::" + name.toLowerCase(Locale.ROOT);
        }
        String form = ARNS.get(type);
        if (form != null) {
            int blank = form.indexOf(' ');
            return names.arn(form.substring(0, blank), form.substring(blank + 1).replace("%s", name));
        }
        return unknownArn(type, name);
    }

    /** {@code arn:aws:glue:…:job/name} for {@code AWS::Glue::Job}; a Lambda function for custom resources. */
    private String unknownArn(String type, String name) {
        String[] parts = type.split("::", -1);
        if (parts.length != 3 || parts[1].equals("CloudFormation")) {
            return names.functionArn(name);
        }
        return names.arn(parts[1].toLowerCase(Locale.ROOT), parts[2].toLowerCase(Locale.ROOT) + "/" + name);
    }

    /** The properties in which a resource of that type may have its name, the likeliest first. */
    static List<String> nameProperties(@Nullable String type) {
        String kind = type == null ? "" : type.substring(type.lastIndexOf(':') + 1);
        return switch (kind) {
            case "SimpleTable", "GlobalTable" -> List.of("TableName", "Name");
            case "DeliveryStream" -> List.of("DeliveryStreamName");
            case "TaskDefinition" -> List.of("Family");
            default -> List.of(kind + "Name", "Name");
        };
    }
}
