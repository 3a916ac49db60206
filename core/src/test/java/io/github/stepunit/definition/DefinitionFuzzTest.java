package io.github.stepunit.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.validation.Validator;
import io.github.stepunit.validation.WarningCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever the text is, parsing ends with a definition, which can be validated, or with an {@link
 * InvalidDefinitionException}.
 */
class DefinitionFuzzTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MUTANTS = 400;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void mutants_of_a_definition_are_parsed_or_refused(long seed) throws JsonProcessingException {
        Random random = new Random(seed);
        JsonNode sample = JSON.readTree(SampleDefinition.TEXT);
        for (int i = 0; i < MUTANTS; i++) {
            JsonNode mutant = sample.deepCopy();
            for (int n = random.nextInt(3); n >= 0; n--) {
                mutate(mutant, random);
            }
            parse(mutant.toString(), seed + "/" + i);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void damaged_text_is_parsed_or_refused(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < MUTANTS; i++) {
            parse(damage(SampleDefinition.TEXT, random), seed + "/" + i);
        }
    }

    @Test
    void mutants_of_published_definitions_are_parsed_or_refused() {
        String folder = System.getProperty("stepunit.corpus.dir", "");
        assumeTrue(!folder.isEmpty() && Files.isDirectory(Path.of(folder)), () -> "no folder " + folder);
        Random random = new Random(6);
        for (Path file : jsonFiles(Path.of(folder))) {
            String text = read(file);
            parse(text, file.toString());
            parse(damage(text, random), file + " damaged");
            try {
                JsonNode mutant = JSON.readTree(text);
                mutate(mutant, random);
                parse(mutant.toString(), file + " mutated");
            } catch (JsonProcessingException e) {
                // comments and placeholders: the damaged text has been tried
            }
        }
    }

    @Test
    void deep_and_large_definitions_are_parsed_within_bounds() {
        String deepResult = "[".repeat(450) + "]".repeat(450);
        String array = "[" + "{\"a\":1},".repeat(100_000) + "0]";
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
            parse(pass("\"Result\": " + deepResult), "deep result");
            parse(pass("\"Result\": " + array), "large result");
            parse(pass("\"Result\": " + "{\"a\":".repeat(100_000)), "deep object");
            parse(pass("\"Next\": " + array), "array as target");
            parse(pass("\"Parameters\": " + deepResult), "deep template");
            parse(pass("\"Parameters\": " + array), "large template");
            parse(pass("\"Parameters\": {\"a.$\": \"" + "States.Array(".repeat(50_000) + "\"}"), "deep function");
            parse(pass("\"InputPath\": \"$" + ".a".repeat(100_000) + "\""), "long path");
            parse(pass("\"InputPath\": \"$[?(" + "(".repeat(50_000) + "\""), "deep filter");
            parse(pass("\"InputPath\": \"$" + "[?(@.a)]".repeat(20_000) + "\""), "many filters");
            parse(pass("\"ResultPath\": \"$" + "[0]".repeat(100_000) + "\""), "long reference path");
            parse(pass("\"Parameters\": {\"a.$\": \"States.Array(" + "1".repeat(1200) + ")\"}"), "long number");
            parse(nested(90), "nested states");
            parse(manyStates(), "many states");
            parse(manyLoops(), "many loops");
        });
    }

    private static String pass(String fields) {
        return "{\"StartAt\":\"S\",\"States\":{\"S\":{\"Type\":\"Pass\",\"End\":true," + fields + "}}}";
    }

    private static String nested(int depth) {
        StringBuilder text = new StringBuilder("{\"StartAt\":\"S\",\"States\":{\"S\":{\"Type\":\"Succeed\"}}}");
        for (int i = 0; i < depth; i++) {
            text.insert(
                    0,
                    "{\"StartAt\":\"S" + i + "\",\"States\":{\"S" + i
                            + "\":{\"Type\":\"Parallel\",\"End\":true,\"Branches\":[");
            text.append("]}}}");
        }
        return text.toString();
    }

    private static String manyStates() {
        StringBuilder text = new StringBuilder("{\"StartAt\":\"S0\",\"States\":{");
        for (int i = 0; i < 12_000; i++) {
            text.append("\"S")
                    .append(i)
                    .append("\":{\"Type\":\"Pass\",\"Next\":\"S")
                    .append(i + 2)
                    .append("\"},");
        }
        return text.append("\"S1\":{\"Type\":\"Succeed\"}}}").toString();
    }

    private static String manyLoops() {
        StringBuilder text = new StringBuilder("{\"StartAt\":\"S0\",\"States\":{");
        for (int i = 0; i < 5_000; i++) {
            text.append("\"S")
                    .append(i)
                    .append("\":{\"Type\":\"Choice\",\"Default\":\"S")
                    .append(i + 1)
                    .append("\",\"Choices\":[{\"Variable\":\"$.a\",\"IsNull\":true,\"Next\":\"S")
                    .append(i / 2)
                    .append("\"}]},");
        }
        return text.append("\"S5000\":{\"Type\":\"Succeed\"}}}").toString();
    }

    private static void parse(String text, String origin) {
        try {
            StateMachineDefinition definition = StateMachineDefinition.parse("fuzz", text, StateMachineType.STANDARD);
            assertThat(definition.graph().states())
                    .containsKey(definition.graph().startAt());
            Validator.standard().with(WarningCode.values()).validate(definition, StateMachineType.EXPRESS);
        } catch (InvalidDefinitionException e) {
            assertThat(e.diagnostics()).isNotEmpty();
            assertThat(e.getMessage()).startsWith("fuzz has ");
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(origin + ": " + text.substring(0, Math.min(2000, text.length())), e);
        }
    }

    /** Deletes, copies or retypes one node. */
    private static void mutate(JsonNode root, Random random) {
        List<ContainerNode<?>> containers = new ArrayList<>();
        collect(root, containers);
        if (containers.isEmpty()) {
            return;
        }
        ContainerNode<?> container = containers.get(random.nextInt(containers.size()));
        if (container.isEmpty()) {
            return;
        }
        if (container instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            mutate(object, names.get(random.nextInt(names.size())), random);
        } else if (container instanceof ArrayNode array) {
            int index = random.nextInt(array.size());
            switch (random.nextInt(3)) {
                case 0 -> array.remove(index);
                case 1 -> array.add(array.get(index).deepCopy());
                default -> array.set(index, other(random));
            }
        }
    }

    private static void mutate(ObjectNode object, String name, Random random) {
        JsonNode value = object.get(name);
        switch (random.nextInt(4)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name + "Path", value.deepCopy());
            case 2 -> object.set(name.toLowerCase(java.util.Locale.ROOT), value.deepCopy());
            default -> object.set(name, other(random));
        }
    }

    private static JsonNode other(Random random) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (random.nextInt(8)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(random.nextBoolean());
            case 2 -> nodes.numberNode(random.nextInt());
            case 3 -> nodes.numberNode(random.nextGaussian() * 1e10);
            case 4 -> nodes.textNode("$.x[" + random.nextInt(3));
            case 5 -> nodes.textNode("");
            case 6 -> nodes.objectNode();
            default -> nodes.arrayNode();
        };
    }

    private static void collect(JsonNode node, List<ContainerNode<?>> containers) {
        if (node instanceof ContainerNode<?> container) {
            containers.add(container);
            container.forEach(each -> collect(each, containers));
        }
    }

    /** Truncates the text, or changes some of its characters. */
    private static String damage(String text, Random random) {
        if (text.isEmpty()) {
            return text;
        }
        if (random.nextInt(4) == 0) {
            return text.substring(0, random.nextInt(text.length()));
        }
        StringBuilder damaged = new StringBuilder(text);
        for (int n = random.nextInt(4); n >= 0; n--) {
            String letters = "{}[],:\"'$.\\ 0aé\u0000\n";
            damaged.setCharAt(random.nextInt(damaged.length()), letters.charAt(random.nextInt(letters.length())));
        }
        return damaged.toString();
    }

    private static List<Path> jsonFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
