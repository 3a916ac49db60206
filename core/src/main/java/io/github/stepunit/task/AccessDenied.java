package io.github.stepunit.task;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Who was denied what, in IAM's words. */
final class AccessDenied {

    private static final String ARN = "arn:";

    private AccessDenied() {}

    static String message(TaskInvocation invocation) {
        String action = action(invocation);
        return "User: " + user(invocation) + " is not authorized to perform: " + action + " on resource: "
                + resource(invocation) + " because no identity-based policy allows the " + action + " action";
    }

    /** {@code lambda:InvokeFunction}. */
    private static String action(TaskInvocation invocation) {
        String operation = invocation.resource().errors().operation();
        String prefix = invocation.resource().errors().iamPrefix().orElseGet(() -> invocation
                .resource()
                .service());
        if (prefix.equals("lambda") && operation.equals("invoke")) {
            return "lambda:InvokeFunction";
        }
        return prefix + ":" + operation.substring(0, 1).toUpperCase(Locale.ROOT) + operation.substring(1);
    }

    /** {@code arn:aws:sts::123456789012:assumed-role/orders/…}; the session is named by the service. */
    private static String user(TaskInvocation invocation) {
        String role = invocation.roleArn() == null ? role(invocation) : invocation.roleArn();
        String session = RequestId.of(invocation).toString().replace("-", "");
        return role.replace(":iam:", ":sts:").replace(":role/", ":assumed-role/") + "/" + session;
    }

    /** The role of the state machine. */
    static String role(TaskInvocation invocation) {
        return invocation.context().at("/Execution/RoleArn").asText("arn:aws:iam::123456789012:role/StepFunctionsRole");
    }

    static String region(TaskInvocation invocation) {
        String[] arn = invocation.context().at("/StateMachine/Id").asText().split(":", 6);
        return arn.length < 6 ? "us-east-1" : arn[3];
    }

    /** The resource as far as the request names it by its ARN. */
    private static String resource(TaskInvocation invocation) {
        String own = invocation.resource().arn();
        if (own.contains(":function:")) {
            return own;
        }
        for (JsonNode member : invocation.input()) {
            if (member.asText().startsWith(ARN)) {
                return member.asText();
            }
        }
        return "*";
    }
}
