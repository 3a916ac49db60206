package io.github.stepunit.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.stepunit.definition.TaskResource.IntegrationPattern;
import io.github.stepunit.json.JsonText;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills the places of a template, <code>{uuid}</code> for instance. A member that its place leaves empty is left out. */
final class ResponseTemplate {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z.]+)}");
    private static final String REQUEST = "request.";

    private final TaskInvocation invocation;
    private final JsonNode request;
    private final @Nullable JsonNode output;
    private final String uuid;

    /** @param output of a child execution; null when there is none */
    ResponseTemplate(TaskInvocation invocation, @Nullable JsonNode output) {
        this.invocation = invocation;
        this.request = invocation.input();
        this.output = output;
        this.uuid = RequestId.of(invocation).toString();
    }

    @Nullable
    JsonNode fill(JsonNode template) {
        if (template.isObject()) {
            ObjectNode object = ServiceResponses.object();
            for (Map.Entry<String, JsonNode> each : template.properties()) {
                JsonNode value = fill(each.getValue());
                if (value != null) {
                    object.set(each.getKey(), value);
                }
            }
            return object;
        }
        if (template.isArray()) {
            ArrayNode array = ServiceResponses.array();
            template.forEach(item -> array.add(fill(item)));
            return array;
        }
        return template.isTextual() ? text(template.textValue()) : template;
    }

    private @Nullable JsonNode text(String template) {
        Matcher place = PLACE.matcher(template);
        if (place.matches()) {
            return value(place.group(1));
        }
        return TextNode.valueOf(
                PLACE.matcher(template).replaceAll(match -> Matcher.quoteReplacement(asText(value(match.group(1))))));
    }

    private static String asText(@Nullable JsonNode value) {
        return value == null ? "" : value.asText();
    }

    private @Nullable JsonNode value(String place) {
        if (place.startsWith(REQUEST)) {
            return request.get(place.substring(REQUEST.length()));
        }
        return switch (place) {
            case "uuid" -> TextNode.valueOf(uuid);
            case "hex" -> TextNode.valueOf(uuid.replace("-", ""));
            case "now" -> TextNode.valueOf(invocation.now().toString());
            case "millis" -> LongNode.valueOf(invocation.now().toEpochMilli());
            case "region" -> TextNode.valueOf(AccessDenied.region(invocation));
            case "account" -> TextNode.valueOf(account(invocation));
            case "executionName" -> TextNode.valueOf(executionName());
            case "executionArn" -> TextNode.valueOf(executionArn());
            case "input" -> payload(request.path("Input").isNull() ? ServiceResponses.object() : request.path("Input"));
            case "output" -> output == null ? null : payload(output);
            default -> throw new IllegalStateException("No place of a template is called " + place + ".");
        };
    }

    static String account(TaskInvocation invocation) {
        String[] arn = AccessDenied.role(invocation).split(":", 6);
        return arn.length < 6 ? "123456789012" : arn[4];
    }

    private String executionName() {
        return request.path("Name").asText(uuid);
    }

    private String executionArn() {
        String machine = request.path("StateMachineArn").asText();
        return machine.replace(":stateMachine:", ":execution:") + ":" + executionName();
    }

    /** JSON text, but for {@code .sync:2}, which parses it. */
    private JsonNode payload(JsonNode value) {
        JsonNode payload = value.isMissingNode() ? ServiceResponses.object() : value;
        return invocation.resource().pattern() == IntegrationPattern.RUN_A_JOB_2
                ? payload
                : TextNode.valueOf(JsonText.writeCompact(payload));
    }
}
