package io.github.stepunit.contract.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.definition.TaskState;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.loader.DefinitionFile;
import io.github.stepunit.loader.DefinitionLoadException;
import io.github.stepunit.loader.MachineEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The service models over every valid definition of the corpus: no false alarm, and seeded mistakes are found. */
class CorpusModelTest {

    private static final ServiceModelCheck STRICT = ServiceModelCheck.strict();
    private static final int COLUMN_OF_VERDICT = 10;

    private record Found(String path, StateMachine machine) {}

    private static List<Found> machines() {
        Path corpus = Path.of(System.getProperty("stepunit.corpus.dir", "none"));
        assumeTrue(Files.isDirectory(corpus), "No definitions in " + corpus + "; set -Dstepunit.corpus.dir");
        try {
            List<String> rows = Files.readAllLines(corpus.resolve("MANIFEST.tsv"));
            List<Found> machines = new ArrayList<>();
            for (String row : rows.subList(1, rows.size())) {
                String[] columns = row.split("\t", -1);
                if (columns[COLUMN_OF_VERDICT].equals("valid")) {
                    add(corpus, columns[0], machines);
                }
            }
            return machines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(Path corpus, String path, List<Found> machines) {
        DefinitionFile file = DefinitionFile.of(corpus.resolve(path))
                .inProject(corpus.resolve(Path.of(path).subpath(0, 2)));
        for (MachineEntry entry : loaded(file::machines).orElse(List.of())) {
            loaded(() -> StateMachine.of(file.load(entry.id())))
                    .ifPresent(machine -> machines.add(new Found(path, machine)));
        }
    }

    /** What the loader does not load, its own tests look at. */
    private static <T> Optional<T> loaded(Supplier<T> loading) {
        try {
            return Optional.of(loading.get());
        } catch (DefinitionLoadException | InvalidDefinitionException | UncheckedIOException notLoaded) {
            return Optional.empty();
        }
    }

    /** The findings that were looked at and are real, with why. */
    private static Map<String, String> known() {
        try (InputStream file = CorpusModelTest.class.getResourceAsStream("/contract/service-model-findings.tsv")) {
            Map<String, String> known = new TreeMap<>();
            new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> known.put(
                            line.substring(0, line.lastIndexOf('\t')), line.substring(line.lastIndexOf('\t') + 1)));
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void finds_what_is_known_to_be_wrong_and_nothing_else() {
        List<String> findings = new ArrayList<>();
        Map<ModelProblem.Kind, Integer> kinds = new TreeMap<>();
        TreeSet<String> missing = new TreeSet<>();
        int tasks = 0;
        int checked = 0;
        List<Found> machines = machines();
        for (Found each : machines) {
            ServiceModelReport report = STRICT.check(each.machine());
            missing.addAll(report.missingDependencies());
            for (TaskProblem problem : report.problems()) {
                kinds.merge(problem.problem().kind(), 1, Integer::sum);
                findings.add(each.path() + "\t" + problem.problem());
            }
            for (TaskState task : TaskPlaces.tasks(each.machine().definition())) {
                tasks++;
                checked += STRICT.knowsRequestOf(task.resource()) ? 1 : 0;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "service models: %d machines, %d Tasks, %d of them with a model; findings %s; not known %s%n",
                machines.size(),
                tasks,
                checked,
                kinds,
                missing);

        assertThat(machines).hasSizeGreaterThan(100);
        assertThat(findings).allSatisfy(each -> assertThat(known()).containsKey(each));
    }

    /** In each request one member, chosen by a seed, begins with a small letter, as in the API of most services. */
    @Test
    void seeded_mistakes_are_found() {
        Random random = new Random(42);
        int seeded = 0;
        List<String> missed = new ArrayList<>();
        for (Found each : machines()) {
            JsonNode json =
                    JsonText.parseWithoutText(each.machine().definition().text());
            for (TaskState task : TaskPlaces.tasks(each.machine().definition())) {
                JsonNode state = json.at(task.pointer().toString());
                JsonNode request = state.has("Parameters") ? state.path("Parameters") : state.path("Arguments");
                if (request instanceof ObjectNode object
                        && !object.isEmpty()
                        && STRICT.knowsRequestOf(task.resource())) {
                    seeded++;
                    ObjectNode mutant = lowerCased(object, random);
                    if (STRICT.problemsOfRequest(
                                    task.resource(), mutant, JsonPointer.ROOT, Subject.TEMPLATE, at -> false)
                            .isEmpty()) {
                        missed.add(each.path() + " " + task.name() + " " + mutant);
                    }
                }
            }
        }
        System.out.printf(
                Locale.ROOT, "service models: %d of %d misspelt members found%n", seeded - missed.size(), seeded);

        assertThat(seeded).isPositive();
        assertThat(missed).isEmpty();
    }

    private static ObjectNode lowerCased(ObjectNode request, Random random) {
        List<String> names = new ArrayList<>();
        request.fieldNames().forEachRemaining(names::add);
        String name = names.get(random.nextInt(names.size()));
        ObjectNode mutant = request.deepCopy();
        JsonNode value = mutant.remove(name);
        mutant.set(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1), value);
        return mutant;
    }
}
