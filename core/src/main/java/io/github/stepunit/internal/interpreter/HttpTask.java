package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.json.JsonText;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Step Functions asks of {@code http:invoke} when it runs, before anything is sent. */
final class HttpTask {

    /** After that an HTTP Task ends, whatever its own timeout. */
    static final Duration LONGEST = Duration.ofSeconds(60);

    /** The error of a request that got no answer in time. */
    static final StateError NO_ANSWER = StateError.of("States.Http.Socket", "Read timed out");

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD");

    /** Headers that only the service sets. */
    private static final Set<String> FORBIDDEN = Set.of(
            "a-im",
            "accept-charset",
            "accept-datetime",
            "accept-encoding",
            "authorization",
            "cache-control",
            "connection",
            "content-encoding",
            "content-md5",
            "date",
            "expect",
            "forwarded",
            "from",
            "host",
            "http2-settings",
            "if-match",
            "if-modified-since",
            "if-none-match",
            "if-range",
            "if-unmodified-since",
            "max-forwards",
            "origin",
            "pragma",
            "proxy-authorization",
            "referer",
            "server",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "via",
            "warning");

    private static final List<String> FORBIDDEN_PREFIXES = List.of("x-forwarded-", "x-amz-", "x-amzn-");

    private HttpTask() {}

    static boolean is(TaskResource resource) {
        return resource.service().equals("http");
    }

    /** Why the service does not start the Task with these parameters; null when it does. */
    static @Nullable String refusal(TaskResource resource, JsonNode parameters) {
        if (!is(resource) || !parameters.isObject()) {
            return null;
        }
        String problem = problem(parameters);
        // The frame and the text of a field with a wrong format are AWS's, the texts of the others ours.
        return problem == null
                ? null
                : "The Parameters '" + JsonText.writeCompact(parameters) + "' could not be used to start the Task: ["
                        + problem + "]";
    }

    private static @Nullable String problem(JsonNode parameters) {
        JsonNode method = parameters.get("Method");
        if (method != null && !METHODS.contains(method.asText())) {
            return invalid("Method");
        }
        JsonNode endpoint = parameters.get("ApiEndpoint");
        if (endpoint != null && !endpoint.isTextual()) {
            return invalid("ApiEndpoint");
        }
        JsonNode headers = parameters.path("Headers");
        if (!headers.isMissingNode() && !headers.isNull()) {
            return headerProblem(headers);
        }
        return null;
    }

    private static @Nullable String headerProblem(JsonNode headers) {
        if (!headers.isObject()) {
            return invalid("Headers");
        }
        for (Map.Entry<String, JsonNode> header : headers.properties()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (FORBIDDEN.contains(name) || FORBIDDEN_PREFIXES.stream().anyMatch(name::startsWith)) {
                return "The header '" + header.getKey() + "' in the field 'Headers' is not allowed";
            }
            if (header.getValue().isObject()) {
                return invalid("Headers");
            }
        }
        return null;
    }

    private static String invalid(String field) {
        return "The value of the field '" + field + "' has an invalid format";
    }
}
