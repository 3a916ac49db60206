package io.github.stepunit.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.internal.text.HttpDate;
import io.github.stepunit.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What optimized integrations pass on of the HTTP answer behind a result: SdkHttpMetadata, SdkResponseMetadata. */
final class ServiceMetadata {

    static final String HTTP = "SdkHttpMetadata";

    private ServiceMetadata() {}

    /** Headers as in recording services/test_sqs_task_service.test_send_message. */
    static void addTo(ObjectNode response, TaskInvocation invocation) {
        String requestId = RequestId.of(invocation).toString();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Connection", "keep-alive");
        headers.put("Content-Length", length(response));
        headers.put("Content-Type", "application/x-amz-json-1.0");
        headers.put("Date", HttpDate.of(invocation.now()));
        headers.put("x-amzn-RequestId", requestId);
        ObjectNode http = ServiceResponses.object();
        ObjectNode all = http.putObject("AllHttpHeaders");
        ObjectNode single = http.putObject("HttpHeaders");
        headers.forEach((name, value) -> {
            all.putArray(name).add(value);
            single.put(name, value);
        });
        http.put("HttpStatusCode", 200);
        response.set(HTTP, http);
        response.putObject("SdkResponseMetadata").put("RequestId", requestId);
    }

    static String length(JsonNode body) {
        return Integer.toString(JsonText.writeCompact(body).getBytes(StandardCharsets.UTF_8).length);
    }
}
