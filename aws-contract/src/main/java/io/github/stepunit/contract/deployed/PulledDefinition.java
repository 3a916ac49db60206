package io.github.stepunit.contract.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.contract.deployed.DeployedDefinition.Logging;
import io.github.stepunit.contract.internal.PrettyJson;
import io.github.stepunit.contract.internal.TextFiles;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonText;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A deployed definition in a file: pulled once, checked in, compared in CI without AWS. JSON that people can review: the
 * definition is written as an object, indented, in AWS's order.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PulledDefinition {

    private static final String KIND = "deployed definition";
    private static final String PULL = "pull it: java -cp … io.github.stepunit.contract.cli.Main pull NAME FILE";

    private PulledDefinition() {}

    /** Writes it, whole or not at all. Without credentials or payloads. */
    public static void write(Path file, DeployedDefinition deployed) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("stepunit", KIND);
        json.put("format", 1);
        json.put("arn", deployed.arn());
        json.put("name", deployed.name());
        json.put("type", deployed.type().name());
        json.put("roleArn", deployed.roleArn());
        json.putObject("logging")
                .put("level", deployed.logging().level())
                .put("includeExecutionData", deployed.logging().includeExecutionData());
        putUnlessNull(json, "revisionId", deployed.revisionId());
        putUnlessNull(json, "updatedAt", deployed.updatedAt());
        json.put("asked", deployed.origin().asked());
        json.put("pulledAt", deployed.origin().askedAt().toString());
        json.set("definition", JsonText.parseWithoutText(deployed.definition()));
        TextFiles.write(file, PrettyJson.write(json));
    }

    private static void putUnlessNull(ObjectNode json, String member, @Nullable Object value) {
        if (value != null) {
            json.put(member, value.toString());
        }
    }

    /**
     * Reads a file that {@link #write} wrote.
     *
     * @throws java.io.UncheckedIOException when it cannot be read
     * @throws IllegalArgumentException when it is no such file; the message says what is wrong
     */
    public static DeployedDefinition read(Path file) {
        return new Reading(file, parse(file)).definition();
    }

    private static JsonNode parse(Path file) {
        try {
            return JsonText.parseWithoutText(TextFiles.read(file, PULL));
        } catch (InvalidJsonException e) {
            throw new IllegalArgumentException(file + " is not JSON: " + e.getMessage() + ".\n  do      " + PULL, e);
        }
    }

    private record Reading(Path file, JsonNode json) {

        DeployedDefinition definition() {
            if (!KIND.equals(json.path("stepunit").textValue())
                    || json.path("format").asInt() != 1) {
                throw refused("is no deployed definition that this version of StepUnit has pulled (\"stepunit\": \""
                        + KIND + "\", \"format\": 1)");
            }
            JsonNode definition = json.path("definition");
            if (!definition.isObject()) {
                throw refused("has no object \"definition\"");
            }
            return new DeployedDefinition(
                    text("arn"),
                    text("name"),
                    type(text("type")),
                    JsonText.writeCompact(definition),
                    json.path("roleArn").asText(""),
                    new Logging(
                            json.path("logging").path("level").asText("OFF"),
                            json.path("logging").path("includeExecutionData").asBoolean()),
                    json.path("revisionId").textValue(),
                    json.has("updatedAt") ? instant("updatedAt") : null,
                    new Origin(json.path("asked").asText(text("arn")), instant("pulledAt"), file));
        }

        private String text(String member) {
            String text = json.path(member).textValue();
            if (text == null) {
                throw refused("has no text \"" + member + "\"");
            }
            return text;
        }

        private Instant instant(String member) {
            try {
                return Instant.parse(text(member));
            } catch (DateTimeException e) {
                throw refused("has a \"" + member + "\" that is no time: " + text(member));
            }
        }

        private StateMachineType type(String name) {
            return Arrays.stream(StateMachineType.values())
                    .filter(type -> type.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> refused("has the unknown \"type\" " + name));
        }

        private IllegalArgumentException refused(String what) {
            return new IllegalArgumentException(file + " " + what + ".\n  do      " + PULL);
        }
    }
}
