package io.github.stepunit.mutation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.coverage.DefinitionCoverage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The report in the schema of <a href="https://github.com/stryker-mutator/mutation-testing-elements">mutation-testing-
 * elements</a>, version 2. Without times, so that the same tests give the same report.
 */
final class ElementsJson {

    private static final int HIGH = 80;
    private static final int LOW = 60;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final MutationReport report;
    /** JUnit's unique ids are long, and each mutant lists several: numbers stand for them. */
    private final Map<String, String> testIds = new HashMap<>();

    private int mutants;

    private ElementsJson(MutationReport report) {
        this.report = report;
    }

    static ObjectNode of(MutationReport report) {
        return new ElementsJson(report).write();
    }

    static String text(MutationReport report) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(of(report)) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ObjectNode write() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schemaVersion", "2");
        root.putObject("thresholds").put("high", HIGH).put("low", LOW);
        root.putObject("framework")
                .put("name", "StepUnit")
                .putObject("branding")
                .put("homepageUrl", "https://github.com/stepunit/stepunit");
        ObjectNode config = root.putObject("config");
        config.put("mutants", report.generated()).put("mutantsRun", report.run());
        if (report.run() < report.generated()) {
            config.put("seed", report.seed());
        }
        ArrayNode problems = config.putArray("problems");
        report.problems().forEach(problems::add);
        ObjectNode testFiles = JsonNodeFactory.instance.objectNode();
        tests(testFiles);
        files(root.putObject("files"));
        root.set("testFiles", testFiles);
        return root;
    }

    private void tests(ObjectNode files) {
        for (TestUnit test : sorted(report.tests())) {
            String id = Integer.toString(testIds.size() + 1);
            testIds.put(test.id(), id);
            ObjectNode file = files.path(test.className()) instanceof ObjectNode known
                    ? known
                    : files.putObject(test.className());
            file.withArrayProperty("tests").addObject().put("id", id).put("name", test.name());
        }
    }

    private static List<TestUnit> sorted(List<TestUnit> tests) {
        return tests.stream()
                .sorted(Comparator.comparing(TestUnit::className)
                        .thenComparing(TestUnit::name)
                        .thenComparing(TestUnit::id))
                .toList();
    }

    private void files(ObjectNode files) {
        Map<String, List<DefinitionResult>> byFile = new LinkedHashMap<>();
        for (DefinitionResult each : report.definitions()) {
            String name = fileName(each.definition());
            String free = name;
            // Another text under the same name is another file.
            for (int i = 2;
                    byFile.containsKey(free)
                            && !byFile.get(free).get(0).source().equals(each.source());
                    i++) {
                free = name + " (" + i + ")";
            }
            byFile.computeIfAbsent(free, key -> new ArrayList<>()).add(each);
        }
        byFile.forEach((name, definitions) -> {
            ObjectNode file = files.putObject(name);
            boolean isYaml = name.endsWith(".yaml") || name.endsWith(".yml");
            file.put("language", isYaml ? "yaml" : "json");
            file.put("source", definitions.get(0).source());
            ArrayNode list = file.putArray("mutants");
            definitions.forEach(each -> each.mutants().forEach(mutant -> mutant(mutant, list.addObject())));
        });
    }

    private static String fileName(DefinitionCoverage definition) {
        String file = definition.file();
        return file != null
                ? file
                : definition.source().equals("definition") ? definition.name() + ".asl.json" : definition.source();
    }

    private void mutant(MutantResult result, ObjectNode to) {
        Mutant mutant = result.mutant();
        to.put("id", Integer.toString(++mutants));
        to.put("mutatorName", mutant.mutator().text());
        to.put("description", mutant.description());
        to.put("replacement", mutant.replacement());
        MutantLocation at = mutant.location();
        ObjectNode location = to.putObject("location");
        location.putObject("start").put("line", at.startLine()).put("column", at.startColumn());
        location.putObject("end").put("line", at.endLine()).put("column", at.endColumn());
        to.put("status", result.status().text());
        String reason = reason(result);
        if (!reason.isEmpty()) {
            to.put("statusReason", reason);
        }
        ArrayNode coveredBy = to.putArray("coveredBy");
        result.coveredBy().forEach(test -> coveredBy.add(testIds.getOrDefault(test, test)));
        ArrayNode killedBy = to.putArray("killedBy");
        if (result.killedBy() != null) {
            killedBy.add(testIds.getOrDefault(result.killedBy(), result.killedBy()));
        }
        to.put("testsCompleted", result.testsRun());
    }

    private static String reason(MutantResult result) {
        MissingTest missing = result.missing();
        return missing == null ? result.reason() : missing.where() + "\n" + missing.code();
    }
}
