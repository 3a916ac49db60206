package io.github.stepunit.task;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.json.JsonText;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An invocation without an interpreter behind it. */
record FakeInvocation(String statePath, TaskResource resource, JsonNode input, int attempt) implements TaskInvocation {

    static final String CHARGE = "arn:aws:lambda:eu-west-1:123456789012:function:charge-card:live";

    /** A first attempt, by default with a function ARN and the input {@code {}}. */
    static FakeInvocation of(String statePath) {
        return new FakeInvocation(statePath, resource(CHARGE), JsonNodeFactory.instance.objectNode(), 1);
    }

    private static TaskResource resource(String arn) {
        return Objects.requireNonNull(TaskResource.parse(arn));
    }

    FakeInvocation to(String arn) {
        return new FakeInvocation(statePath, resource(arn), input, attempt);
    }

    FakeInvocation with(String json) {
        return new FakeInvocation(statePath, resource, JsonText.parseLenient(json), attempt);
    }

    FakeInvocation attempt(int number) {
        return new FakeInvocation(statePath, resource, input, number);
    }

    @Override
    public String stateName() {
        return statePath.substring(statePath.lastIndexOf('/') + 1);
    }

    @Override
    public @Nullable Integer mapIndex() {
        return null;
    }

    @Override
    public @Nullable String taskToken() {
        return null;
    }

    @Override
    public JsonNode context() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public @Nullable String roleArn() {
        return null;
    }

    @Override
    public long seed() {
        return attempt;
    }

    @Override
    public Instant now() {
        return Instant.parse("2025-01-01T00:00:07Z");
    }
}
