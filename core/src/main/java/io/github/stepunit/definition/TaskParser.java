package io.github.stepunit.definition;

import io.github.stepunit.expression.Expression;
import io.github.stepunit.expression.PayloadTemplate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses a Task state. */
final class TaskParser {

    private final Parsing parsing;

    TaskParser(Parsing parsing) {
        this.parsing = parsing;
    }

    @Nullable
    TaskState parse(StateHeader header, FieldReader fields) {
        fields.require("Resource");
        TaskResource resource = ResourceRules.read(fields, parsing.type());
        if (resource != null) {
            RequestRules.check(fields, resource);
        }
        PayloadTemplate credentials = credentials(fields, resource);
        DataFlow dataFlow = DataFlowParser.parse(fields);
        Expression timeout = seconds(fields, "TimeoutSeconds");
        Expression heartbeat = seconds(fields, "HeartbeatSeconds");
        ErrorHandling errorHandling = ErrorHandlingParser.parse(fields);
        return resource == null
                ? null
                : new TaskState(header, dataFlow, resource, credentials, timeout, heartbeat, errorHandling);
    }

    private static @Nullable Expression seconds(FieldReader fields, String field) {
        fields.allowOneOf(List.of(field, field + "Path"));
        ExpressionReader expressions = new ExpressionReader(fields);
        return expressions.literalOr(
                field, fields.integer(field, 1, StateParser.MAX_SECONDS), expressions.referencePath(field + "Path"));
    }

    private static @Nullable PayloadTemplate credentials(FieldReader fields, @Nullable TaskResource resource) {
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
        return new ExpressionReader(fields).template("Credentials");
    }
}
