package io.github.stepunit.loader;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Stable, readable values for what only a deployment knows. */
record FakeNames(String accountId, String region) {

    private static final Pattern ARN_SUFFIX = Pattern.compile("(.+?)[._-]?(arn|Arn|ARN)s?");
    /** {@code module.payment[0].lambda_function_arn} of Terraform: the name of the module, not that of its output. */
    private static final Pattern MODULE_OUTPUT =
            Pattern.compile("(?:module|data|aws_\\w+)\\.(?:aws_\\w+\\.)?([\\w-]+)(?:\\[[^]]*])?\\..*");

    static FakeNames of(LoadOptions options) {
        return new FakeNames(options.accountId(), options.region());
    }

    String partition() {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    /** {@code arn:aws:service:region:account:resource}. */
    String arn(String service, String resource) {
        return "arn:" + partition() + ":" + service + ":" + region + ":" + accountId + ":" + resource;
    }

    String functionArn(String name) {
        return arn("lambda", "function:" + name);
    }

    /** An ARN that a Task can have as its {@code Resource}. */
    String resourceArn(String placeholder) {
        String name = nameIn(placeholder);
        return name.toLowerCase(Locale.ROOT).contains("activity")
                ? arn("states", "activity:" + name)
                : functionArn(name);
    }

    /** A value for something that is known by its name only. */
    String valueFor(String placeholder) {
        String pseudo = pseudo(placeholder);
        if (pseudo != null) {
            return pseudo;
        }
        return ARN_SUFFIX.matcher(placeholder).matches() ? arnFor(nameIn(placeholder)) : nameIn(placeholder);
    }

    private @Nullable String pseudo(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return switch (plain) {
            case "partition", "awspartition", "dataawspartitioncurrentpartition" -> partition();
            case "region", "awsregion", "dataawsregioncurrentname" -> region;
            case "accountid", "awsaccountid", "account", "dataawscalleridentitycurrentaccountid" -> accountId;
            case "urlsuffix", "awsurlsuffix" -> "amazonaws.com";
            default -> null;
        };
    }

    /** {@code PaymentFunction} of {@code PaymentFunctionArn}, {@code PaymentFunction.Arn}, {@code orders-PaymentFunctionArn}. */
    private static String nameIn(String placeholder) {
        Matcher output = MODULE_OUTPUT.matcher(placeholder);
        String name = output.matches() ? output.group(1) : placeholder;
        Matcher arn = ARN_SUFFIX.matcher(name);
        String base = arn.matches() ? arn.group(1) : name;
        String clean = base.replaceAll("^(var|local)\\.", "").replaceAll("[^A-Za-z0-9_-]+", "-");
        String trimmed = clean.replaceAll("^-+|-+$", "");
        return trimmed.isEmpty() ? "value" : trimmed;
    }

    /** What the name says of the service; a Lambda function when it says nothing, for that is what Tasks call. */
    private String arnFor(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replace("_", "");
        if (lower.contains("function") || lower.contains("lambda")) {
            return functionArn(name);
        }
        if (lower.contains("activity")) {
            return arn("states", "activity:" + name);
        }
        if (lower.contains("statemachine") || lower.contains("workflow")) {
            return arn("states", "stateMachine:" + name);
        }
        if (lower.contains("topic") || lower.startsWith("sns")) {
            return arn("sns", name);
        }
        if (lower.contains("jobqueue")) {
            return arn("batch", "job-queue/" + name);
        }
        if (lower.contains("jobdefinition")) {
            return arn("batch", "job-definition/" + name + ":1");
        }
        if (lower.contains("queue") || lower.startsWith("sqs")) {
            return arn("sqs", name);
        }
        if (lower.contains("table")) {
            return arn("dynamodb", "table/" + name);
        }
        if (lower.contains("taskdef")) {
            return arn("ecs", "task-definition/" + name + ":1");
        }
        if (lower.contains("cluster")) {
            return arn("ecs", "cluster/" + name);
        }
        if (lower.contains("bus")) {
            return arn("events", "event-bus/" + name);
        }
        if (lower.contains("secret")) {
            return arn("secretsmanager", "secret:" + name);
        }
        if (lower.contains("role")) {
            return "arn:" + partition() + ":iam::" + accountId + ":role/" + name;
        }
        return lower.contains("bucket") ? "arn:" + partition() + ":s3:::" + lower : functionArn(name);
    }
}
