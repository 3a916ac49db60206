package io.github.stepunit.contract.deployed;

import io.github.stepunit.contract.AwsCallException;
import io.github.stepunit.contract.AwsCallException.Reason;
import io.github.stepunit.contract.internal.AwsCall;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDetail;

/** What a CloudFormation stack made. The one class, besides who hands the client on, that knows CloudFormation's SDK. */
final class StackResources {

    private static final String STATE_MACHINE = "AWS::StepFunctions::StateMachine";

    private StackResources() {}

    static String arnOf(CloudFormationClient client, String stack, String logicalId) {
        AwsCall call = new AwsCall(
                "DescribeStackResource", "cloudformation:DescribeStackResource", logicalId + " in the stack " + stack);
        StackResourceDetail resource = call.answer(() -> client.describeStackResource(
                        request -> request.stackName(stack).logicalResourceId(logicalId)))
                .stackResourceDetail();
        if (resource == null || resource.physicalResourceId() == null) {
            throw call.unreadable("the resource has no physical id yet");
        }
        if (!STATE_MACHINE.equals(resource.resourceType())) {
            throw new AwsCallException(
                    Reason.NOT_FOUND,
                    "The resource " + logicalId + " of the stack " + stack + " is of the type "
                            + resource.resourceType() + ", and no state machine.\n  do      give the logical id of an "
                            + STATE_MACHINE + "; a SAM template's id stays the same when it is deployed.",
                    null);
        }
        return resource.physicalResourceId();
    }
}
