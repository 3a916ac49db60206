package io.github.stepunit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.definition.Limits;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.s3.S3Objects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Definitions and inputs that something happened to. Each is refused at load, or runs to an end within its limits; nothing else may
 * come of it. {@code stepunit.mutants} says how many (default 4,000 of generated machines, 8 of each definition of the
 * corpus).
 */
class MutatedDefinitionsTest {

    private static final Limits LIMITS =
            Limits.STANDARD.withHistoryEvents(2_000).withSteps(100_000);
    private static final Pattern PATH_STEP = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*|\\[(\\d+)]");

    private final AtomicInteger run = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger succeeded = new AtomicInteger();

    @Test
    void generated_machines_come_to_an_end_whatever_happens_to_them() {
        int mutants = Integer.getInteger("stepunit.mutants", 4_000);
        assertTimeoutPreemptively(Duration.ofMinutes(20), () -> {
            for (int seed = 0; seed < mutants; seed++) {
                JsonNode definition = JsonText.parseWithoutText(RandomMachine.definition(seed / 20));
                Mutations mutations = new Mutations(new Random(seed));
                JsonNode mutant = seed % 4 == 0 ? definition : mutations.mutate(definition);
                JsonNode input = RandomMachine.input(seed);
                check(
                        "seed " + seed,
                        seed,
                        JsonText.writeCompact(mutant),
                        seed % 2 == 0 ? mutations.mutate(input) : input);
            }
        });
        report("generated machines");
        assertThat(run).hasValueGreaterThan(mutants / 20);
        assertThat(succeeded).hasValueGreaterThan(mutants / 100);
    }

    @Test
    void published_definitions_come_to_an_end_whatever_happens_to_them() {
        String folder = System.getProperty("stepunit.corpus.dir", "");
        Path corpus = Path.of(folder);
        assumeTrue(
                !folder.isEmpty() && Files.isRegularFile(corpus.resolve("MANIFEST.tsv")),
                "no corpus: set -Dstepunit.corpus.dir");
        int each = Integer.getInteger("stepunit.mutants", 4_000) / 500;
        assertTimeoutPreemptively(Duration.ofMinutes(20), () -> {
            for (String path : validPlainJsonPathDefinitions(corpus)) {
                mutants(path, read(corpus.resolve(path)), each);
            }
        });
        report("definitions of the corpus");
        assertThat(run).hasPositiveValue();
    }

    private void mutants(String path, String text, int count) {
        ObjectNode definition;
        try {
            definition = (ObjectNode) JsonText.parseWithoutText(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (InvalidJsonException | ClassCastException e) {
            return;
        }
        nameResources(definition);
        ObjectNode input = inputFor(definition, new Random(path.hashCode()));
        check(path, 0, JsonText.writeCompact(definition), input);
        for (int seed = 0; seed < count; seed++) {
            Random random = new Random(path.hashCode() * 31L + seed);
            Mutations mutations = new Mutations(random);
            JsonNode mutant = seed % 4 == 0 ? definition : mutations.mutate(definition);
            JsonNode mutantInput = inputFor(definition, random);
            check(
                    path + " seed " + seed,
                    seed,
                    JsonText.writeCompact(mutant),
                    seed % 2 == 0 ? mutations.mutate(mutantInput) : mutantInput);
        }
    }

    /** Refused, or run to its end; the same twice. */
    private void check(String what, long seed, String definition, JsonNode input) {
        try {
            StateMachine machine = StateMachine.of(definition)
                    .withLimits(LIMITS)
                    .withSeed(seed)
                    .withObjects(new S3Objects());
            Execution execution = machine.withTasks(RandomAnswers.of(seed, List.of(input, input.at("/l"))))
                    .start(JsonText.writeCompact(input));
            run.incrementAndGet();
            if (execution.status() == ExecutionStatus.SUCCEEDED) {
                succeeded.incrementAndGet();
            }
            assertThat(execution.status()).isNotEqualTo(ExecutionStatus.RUNNING);
            assertThat(execution.history().events()).hasSizeLessThanOrEqualTo(2_000);
        } catch (InvalidDefinitionException e) {
            refused.incrementAndGet();
        } catch (RuntimeException | Error e) {
            throw new AssertionError(what + ": " + e + "\nof " + definition + "\nwith " + input, e);
        }
    }

    private void report(String what) {
        System.out.println("Mutants of " + what + ": " + run + " run, of which " + succeeded + " succeeded, " + refused
                + " refused");
    }

    /** Placeholders such as {@code ${Function}} stand for Lambda functions. */
    private static void nameResources(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("Resource").isTextual()
                && !object.get("Resource").textValue().startsWith("arn:aws:")) {
            object.put("Resource", "arn:aws:lambda:us-east-1:123456789012:function:f");
        }
        node.forEach(MutatedDefinitionsTest::nameResources);
    }

    /** An input in which many of the definition's paths find something. */
    private static ObjectNode inputFor(JsonNode definition, Random random) {
        ObjectNode input = RandomMachine.data(random);
        List<String> paths = new ArrayList<>();
        collectPaths(definition, paths);
        for (String path : paths) {
            if (random.nextInt(10) > 0) {
                put(input, path, random);
            }
        }
        return input;
    }

    private static void collectPaths(JsonNode node, List<String> paths) {
        if (node.isTextual() && node.textValue().startsWith("$.")) {
            paths.add(node.textValue());
        }
        node.forEach(child -> collectPaths(child, paths));
    }

    private static void put(ObjectNode input, String path, Random random) {
        List<String> steps = PATH_STEP
                .matcher(path)
                .results()
                .map(found -> found.group())
                .filter(step -> !step.startsWith("["))
                .toList();
        ObjectNode at = input;
        for (int i = 0; i < steps.size() - 1; i++) {
            at = at.path(steps.get(i)) instanceof ObjectNode object ? object : at.putObject(steps.get(i));
        }
        if (!steps.isEmpty() && !at.has(steps.get(steps.size() - 1))) {
            at.set(steps.get(steps.size() - 1), leaf(random));
        }
    }

    private static JsonNode leaf(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> JsonNodeFactory.instance.numberNode(random.nextInt(10));
            case 1 -> JsonNodeFactory.instance.booleanNode(random.nextBoolean());
            case 2 -> JsonNodeFactory.instance.nullNode();
            case 3 -> JsonNodeFactory.instance.arrayNode().add(1).add(RandomMachine.data(random));
            case 4 -> RandomMachine.data(random);
            default -> JsonNodeFactory.instance.textNode("SUCCEEDED");
        };
    }

    private static List<String> validPlainJsonPathDefinitions(Path corpus) {
        List<String> lines = read(corpus.resolve("MANIFEST.tsv")).lines().toList();
        List<String> columns = Arrays.asList(lines.get(0).split("\t", -1));
        return lines.stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .filter(row -> row[columns.indexOf("form")].equals("plain-json")
                        && row[columns.indexOf("query_language")].equals("JSONPath")
                        && row[columns.indexOf("verdict")].equals("valid"))
                .map(row -> row[columns.indexOf("path")])
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
