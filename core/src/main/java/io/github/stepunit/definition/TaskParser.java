package io.github.stepunit.definition;

import io.github.stepunit.expression.Expression;
import io.github.stepunit.expression.PayloadTemplate;
import org.jspecify.annotations.Nullable;

/** Parses a Task state. */
final class TaskParser {

    private final Parsing parsing;

    TaskParser(Parsing parsing) {
        this.parsing = parsing;
    }

    @Nullable
    TaskState parse(StateHeader header, FieldReader fields, QueryFields queries) {
        fields.require("Resource");
        TaskResource resource = ResourceRules.read(fields, parsing.type());
        if (resource != null) {
            RequestRules.check(fields, queries.requestField(), resource);
        }
        PayloadTemplate credentials = credentials(fields, queries, resource);
        DataFlow dataFlow = queries.dataFlowOfWork();
        Expression timeout = queries.timeout("TimeoutSeconds");
        Expression heartbeat = queries.timeout("HeartbeatSeconds");
        ErrorHandling errorHandling = ErrorHandlingParser.parse(fields, queries);
        return resource == null
                ? null
                : new TaskState(header, dataFlow, resource, credentials, timeout, heartbeat, errorHandling);
    }

    private static @Nullable PayloadTemplate credentials(
            FieldReader fields, QueryFields queries, @Nullable TaskResource resource) {
        FieldReader credentials = fields.object("Credentials");
        if (credentials == null) {
            return null;
        }
        if (resource != null && resource.kind() == TaskResource.Kind.ACTIVITY) {
            fields.problems()
                    .schema(
                            fields.at(),
                            fields.at("Credentials"),
                            "The field 'Credentials' is not supported for activities",
                            "Remove it.");
        } else if (!credentials.has("RoleArn") && !credentials.has("RoleArn.$")) {
            fields.problems().schema(credentials.at(), "The field 'RoleArn' is required but was missing");
        }
        return queries.template("Credentials");
    }
}
