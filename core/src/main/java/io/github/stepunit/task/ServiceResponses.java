package io.github.stepunit.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.definition.TaskResource.IntegrationPattern;
import io.github.stepunit.definition.TaskResource.Kind;
import io.github.stepunit.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What services answer when a test says no more than that they do: the templates of {@code service-responses.json}, filled
 * in from the request. Ids are made from the invocation, and so the same in every run.
 */
final class ServiceResponses {

    private static final String TEMPLATES = "service-responses.json";
    private static final String SUBMITTED = "response";

    /** Read when the first is asked for. */
    private static final class Templates {

        static final JsonNode ALL = read();

        private static JsonNode read() {
            try (InputStream file = ServiceResponses.class.getResourceAsStream(TEMPLATES)) {
                if (file == null) {
                    throw new IllegalStateException("The jar of stepunit-core has lost its " + TEMPLATES + ".");
                }
                return JsonText.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException("Reading " + TEMPLATES + " failed.", e);
            }
        }
    }

    private ServiceResponses() {}

    /** The first answer of a service: to a request, to the submission of a job, to a message with a task token. */
    static ObjectNode response(TaskInvocation invocation, JsonNode given) {
        ObjectNode response =
                merged(filled(invocation, template(invocation, SUBMITTED), null), given.isObject() ? given : object());
        if (hasMetadata(invocation.resource()) && !response.has(ServiceMetadata.HTTP)) {
            ServiceMetadata.addTo(response, invocation);
        }
        return sorted(response);
    }

    /** Optimized integrations pass on what the SDK knows of the answer, but for those that are no plain calls. */
    private static boolean hasMetadata(TaskResource resource) {
        return resource.kind() == Kind.OPTIMIZED_INTEGRATION
                && !resource.service().equals("events")
                && !resource.service().equals("apigateway")
                && !resource.service().equals("http");
    }

    /** The description of a job that has failed. */
    static ObjectNode failedJob(TaskInvocation invocation, JsonNode given) {
        ObjectNode failed = object().put("Status", "FAILED");
        return job(invocation, "failed", failed, null, given);
    }

    /** The description of a job that has succeeded. */
    static ObjectNode succeededJob(TaskInvocation invocation, @Nullable JsonNode output, JsonNode given) {
        ObjectNode succeeded = object().put("Status", "SUCCEEDED");
        return job(invocation, "succeeded", succeeded, output, given);
    }

    private static ObjectNode job(
            TaskInvocation invocation, String end, ObjectNode unknown, @Nullable JsonNode output, JsonNode given) {
        JsonNode ended = template(invocation, end);
        ObjectNode job = filled(invocation, template(invocation, "job"), output);
        ObjectNode state = ended.isObject() ? filled(invocation, ended, output) : unknown;
        return sorted(merged(merged(job, state), given));
    }

    private static JsonNode template(TaskInvocation invocation, String name) {
        return Templates.ALL.path(invocation.resource().serviceAction()).path(name);
    }

    // --- filling in

    private static ObjectNode filled(TaskInvocation invocation, JsonNode template, @Nullable JsonNode output) {
        JsonNode filled = new ResponseTemplate(invocation, output).fill(template);
        return filled instanceof ObjectNode object ? object : object();
    }

    /** {@code over}'s members win, objects are merged. */
    private static ObjectNode merged(ObjectNode under, JsonNode over) {
        ObjectNode merged = object();
        merged.setAll(under);
        for (Map.Entry<String, JsonNode> each : over.properties()) {
            JsonNode below = under.get(each.getKey());
            merged.set(
                    each.getKey(),
                    below instanceof ObjectNode object && each.getValue().isObject()
                            ? merged(object, each.getValue())
                            : each.getValue());
        }
        return merged;
    }

    /** Answers of optimized integrations have their members in the order of the alphabet. */
    private static ObjectNode sorted(ObjectNode object) {
        TreeMap<String, JsonNode> members = new TreeMap<>();
        object.properties().forEach(each -> members.put(each.getKey(), each.getValue()));
        ObjectNode sorted = object();
        sorted.setAll(members);
        return sorted;
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static boolean isJob(TaskResource resource) {
        return resource.pattern() == IntegrationPattern.RUN_A_JOB
                || resource.pattern() == IntegrationPattern.RUN_A_JOB_2;
    }
}
