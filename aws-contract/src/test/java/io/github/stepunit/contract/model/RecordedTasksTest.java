package io.github.stepunit.contract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What real Tasks sent and got, as recorded on AWS: whatever AWS took must be no problem. */
class RecordedTasksTest {

    private static final ServiceModelCheck STRICT = ServiceModelCheck.strict();

    private final List<String> problems = new ArrayList<>();
    private final List<String> refusedRequests = new ArrayList<>();
    private int tasks;

    @Test
    void no_false_alarm_on_what_aws_took_and_gave() throws IOException {
        Path given = Path.of(System.getProperty("stepunit.conformance.dir", "none"));
        assumeTrue(Files.isDirectory(given), "No recordings in " + given + "; set -Dstepunit.conformance.dir");
        try (Stream<Path> files = Files.walk(given)) {
            for (Path file :
                    files.filter(each -> each.endsWith("tasks.json")).sorted().toList()) {
                for (JsonNode task : JsonText.parse(Files.readString(file))) {
                    look(given.relativize(file).toString(), task);
                }
            }
        }

        assertThat(tasks).isPositive();
        assertThat(problems).isEmpty();
        // They lack the item that they want to put.
        assertThat(refusedRequests).allSatisfy(each -> assertThat(each).endsWith("/Item: is required, but missing"));
    }

    private void look(String recording, JsonNode task) {
        TaskResource resource = resource(task);
        if (resource == null) {
            return;
        }
        tasks++;
        String id = recording + " " + resource.serviceAction() + ": ";
        List<ModelProblem> ofRequest = STRICT.problemsOfRequest(resource, task.path("parameters"));
        boolean failed = task.has("error");
        ofRequest.forEach(each -> (failed ? refusedRequests : problems).add(id + each));
        if (failed) {
            STRICT.problemsOfError(resource, task.path("error").asText()).forEach(each -> problems.add(id + each));
        }
        if (task.has("output")) {
            STRICT.problemsOfResult(resource, task.path("output")).forEach(each -> problems.add(id + each));
        }
        if (task.has("submittedOutput")) {
            STRICT.problemsOfSubmission(resource, task.path("submittedOutput"))
                    .forEach(each -> problems.add(id + each));
        }
    }

    /** Null for functions by their ARN, and activities. */
    private static @Nullable TaskResource resource(JsonNode task) {
        return TaskResource.parse(
                "arn:aws:states:::" + task.path("resourceType").asText() + ":"
                        + task.path("resource").asText());
    }
}
