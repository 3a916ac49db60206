package io.github.stepunit.teststate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.definition.TaskResource.IntegrationPattern;
import io.github.stepunit.servicemodel.OperationModel;
import io.github.stepunit.servicemodel.ServiceModels;
import io.github.stepunit.servicemodel.Shape;
import java.util.Map;
import java.util.Set;

/**
 * Checks a mocked result of a Task against the model of the service, as AWS's TestState does: what the model does not
 * know is ignored.
 */
final class MockResultRules {

    private static final ServiceModels MODELS = new ServiceModels();

    private final boolean strict;

    private MockResultRules(boolean strict) {
        this.strict = strict;
    }

    static void check(TaskResource resource, FieldValidationMode mode, JsonNode result) {
        OperationModel operation = mode == FieldValidationMode.NONE ? null : MODELS.resultOperation(resource);
        if (operation != null && operation.response() != null && result.isObject()) {
            new MockResultRules(mode == FieldValidationMode.STRICT)
                    .checkMembers(operation.response(), result, parsedMembers(resource));
        }
    }

    /** Members that Step Functions parses for its optimized integrations, where the service's model has text. */
    private static Set<String> parsedMembers(TaskResource resource) {
        if (resource.serviceAction().equals("lambda:invoke")) {
            return Set.of("Payload");
        }
        return resource.pattern() == IntegrationPattern.RUN_A_JOB_2 ? Set.of("Input", "Output") : Set.of();
    }

    private void checkMembers(Shape.Structure structure, JsonNode object, Set<String> unchecked) {
        if (strict) {
            structure.members().forEach((name, member) -> {
                if (member.isRequired() && !object.hasNonNull(name)) {
                    throw refused("Required field '" + name + "' is missing");
                }
            });
        }
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            Shape.Member known = structure.members().get(member.getKey());
            if (known != null && !unchecked.contains(member.getKey())) {
                check(member.getKey(), known.shape(), member.getValue());
            }
        }
    }

    private void check(String name, Shape shape, JsonNode value) {
        if (value.isNull()) {
            return;
        }
        if (shape instanceof Shape.Structure structure) {
            require(value.isObject(), name, "must be an object");
            checkMembers(structure, value, Set.of());
        } else if (shape instanceof Shape.Array array) {
            require(value.isArray(), name, "must be an array");
            value.forEach(item -> check(name, array.item().get(), item));
        } else if (shape instanceof Shape.Dictionary dictionary) {
            require(value.isObject(), name, "must be an object");
            value.properties()
                    .forEach(entry -> check(entry.getKey(), dictionary.value().get(), entry.getValue()));
        } else if (shape instanceof Shape.Scalar scalar) {
            check(name, scalar, value);
        }
    }

    private static void check(String name, Shape.Scalar scalar, JsonNode value) {
        switch (scalar.type()) {
            case INTEGER, DECIMAL -> {
                require(value.isNumber(), name, "must be a number");
                require(!scalar.range().isBelow(value.doubleValue()), name, "is less than the minimum value");
                require(!scalar.range().isAbove(value.doubleValue()), name, "exceeds the maximum value");
            }
            case BOOLEAN -> require(value.isBoolean(), name, "must be a boolean");
            case STRING, BLOB, TIMESTAMP -> {
                require(value.isTextual(), name, "must be a string");
                String text = value.textValue();
                boolean expected = scalar.values().isEmpty() || scalar.values().contains(text);
                require(expected, name, "is not an expected value");
                require(!scalar.range().isBelow(text.length()), name, "is smaller than the minimum length");
                require(!scalar.range().isAbove(text.length()), name, "exceeds the maximum length");
            }
        }
    }

    private static void require(boolean holds, String name, String otherwise) {
        if (!holds) {
            throw refused("Field '" + name + "' " + otherwise);
        }
    }

    private static TestStateException refused(String why) {
        return TestStateException.validation("Mock result schema validation error: " + why);
    }
}
