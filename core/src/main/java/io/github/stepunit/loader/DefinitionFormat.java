package io.github.stepunit.loader;

import org.apiguardian.api.API;

/** The forms in which teams keep state machines. Usually recognised; {@link DefinitionFile#as} says it where it is not. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum DefinitionFormat {
    /** The Amazon States Language itself, as JSON or YAML. */
    ASL("Amazon States Language"),
    /** A CloudFormation or SAM template, as JSON or YAML, also one that the CDK made. */
    CLOUDFORMATION("CloudFormation or SAM template"),
    /** {@code cdk.out}: the folder or its {@code manifest.json}, with all stacks in it. */
    CDK("CDK assembly"),
    /** {@code serverless.yml} with the plugin serverless-step-functions. */
    SERVERLESS("Serverless Framework"),
    /** A folder of {@code .tf} files, or one of them. */
    TERRAFORM("Terraform configuration"),
    /** What {@code terraform show -json} says of a plan or a state; also OpenTofu. */
    TERRAFORM_JSON("Terraform plan or state");

    private final String description;

    DefinitionFormat(String description) {
        this.description = description;
    }

    @Override
    public String toString() {
        return description;
    }
}
