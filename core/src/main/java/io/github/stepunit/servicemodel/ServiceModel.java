package io.github.stepunit.servicemodel;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.servicemodel.Shape.Member;
import io.github.stepunit.servicemodel.Shape.Range;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The model of one service: its operations, with what they take and answer. Immutable. Read from the table that
 * {@code tools/service-models/generate.py} writes, whose notation is described there.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ServiceModel {

    private final String service;
    private final String source;
    private final JsonNode operations;
    private final JsonNode shapes;

    private ServiceModel(String service, JsonNode table) {
        this.service = service;
        this.source = table.path("source").asText();
        this.operations = table.path("operations");
        this.shapes = table.path("shapes");
    }

    /** Null when the table does not have the service. */
    static @Nullable ServiceModel read(String service) {
        try (InputStream in = ServiceModel.class.getResourceAsStream(service + ".json.gz")) {
            if (in == null) {
                return null;
            }
            String text = new String(new GZIPInputStream(in).readAllBytes(), StandardCharsets.UTF_8);
            return new ServiceModel(service, JsonText.parseWithoutText(text));
        } catch (IOException e) {
            throw new UncheckedIOException("The model of the service " + service + " cannot be read", e);
        }
    }

    /** Its name in {@code arn:aws:states:::aws-sdk:NAME:action}. */
    public String service() {
        return service;
    }

    /** Where the model comes from: {@code botocore 1.43.107 dynamodb/2012-08-10}. */
    public String source() {
        return source;
    }

    /** The names of all operations, in alphabetical order. */
    public Set<String> operationNames() {
        Set<String> names = new TreeSet<>();
        operations.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /**
     * The operation that an action of a Task calls.
     *
     * @param action {@code putItem}, or {@code PutItem}
     * @return null when the service has no such operation
     */
    public @Nullable OperationModel operation(String action) {
        return operation(action, UnaryOperator.identity());
    }

    /** The same with the names of members that AWS SDK integrations have. */
    @Nullable
    OperationModel awsSdkOperation(String action) {
        return operation(action, SdkNames::member);
    }

    private @Nullable OperationModel operation(String action, UnaryOperator<String> naming) {
        if (action.isEmpty()) {
            return null;
        }
        String name = action.substring(0, 1).toUpperCase(Locale.ROOT) + action.substring(1);
        JsonNode operation = operations.get(name);
        if (operation == null) {
            return null;
        }
        List<String> errors = new ArrayList<>();
        operation.path(2).forEach(error -> errors.add(error.asText()));
        return new OperationModel(
                name,
                structure(operation.path(0).asText(), naming),
                structure(operation.path(1).asText(), naming),
                errors);
    }

    private Shape.@Nullable Structure structure(String reference, UnaryOperator<String> naming) {
        return reference.isEmpty() ? null : (Shape.Structure) shape(reference, naming);
    }

    private Shape shape(String reference, UnaryOperator<String> naming) {
        if (!reference.startsWith("#")) {
            return reference.equals("d")
                    ? new Shape.Document()
                    : new Shape.Scalar(type(reference), Range.ANY, List.of());
        }
        JsonNode shape = shapes.path(reference.substring(1));
        if (shape.has("m")) {
            return structure(shape.get("m"), naming);
        }
        if (shape.has("l")) {
            String item = shape.get("l").asText();
            return new Shape.Array(() -> shape(item, naming), range(shape));
        }
        if (shape.has("v")) {
            String value = shape.get("v").asText();
            return new Shape.Dictionary(() -> shape(value, naming));
        }
        List<String> values = new ArrayList<>();
        shape.path("e").forEach(value -> values.add(value.asText()));
        return new Shape.Scalar(type(shape.path("t").asText("s")), range(shape), values);
    }

    private Shape.Structure structure(JsonNode members, UnaryOperator<String> naming) {
        Map<String, Member> structure = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : members.properties()) {
            String reference = member.getValue().asText();
            boolean required = reference.endsWith("!");
            String type = required ? reference.substring(0, reference.length() - 1) : reference;
            structure.put(naming.apply(member.getKey()), new Member(required, () -> shape(type, naming)));
        }
        return new Shape.Structure(structure);
    }

    private static Range range(JsonNode shape) {
        JsonNode min = shape.get("min");
        JsonNode max = shape.get("max");
        return new Range(min == null ? null : min.doubleValue(), max == null ? null : max.doubleValue());
    }

    private static Shape.Type type(String letter) {
        return switch (letter) {
            case "n" -> Shape.Type.INTEGER;
            case "f" -> Shape.Type.DECIMAL;
            case "b" -> Shape.Type.BOOLEAN;
            case "x" -> Shape.Type.BLOB;
            case "t" -> Shape.Type.TIMESTAMP;
            default -> Shape.Type.STRING;
        };
    }

    @Override
    public String toString() {
        return service + " (" + source + ")";
    }
}
