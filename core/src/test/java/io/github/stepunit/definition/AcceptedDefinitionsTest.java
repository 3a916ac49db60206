package io.github.stepunit.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Definitions that AWS accepted, and that run in production, must not be refused. */
class AcceptedDefinitionsTest {

    private static final String NO_ARN = "Value is not a valid resource ARN";

    private enum Verdict {
        ACCEPTED,
        /** AWS refuses it too: comments, bare placeholders. */
        NO_JSON,
        /** Nothing but a placeholder or dummy for a resource, which AWS refuses too. */
        NO_ARN,
        REFUSED
    }

    @Test
    void recorded_definitions_are_accepted() {
        Path recordings = folder("stepunit.conformance.dir");
        Path cases = Files.isDirectory(recordings.resolve("cases")) ? recordings.resolve("cases") : recordings;
        Map<String, List<Diagnostic>> refused = new TreeMap<>();
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (Path file : definitions(cases)) {
            String type = read(file.resolveSibling("type")).strip();
            Judged judged = judge(file, StateMachineType.valueOf(type));
            counts.merge(judged.verdict(), 1, Integer::sum);
            if (judged.verdict() != Verdict.ACCEPTED) {
                refused.put(cases.relativize(file).toString(), judged.problems());
            }
        }
        System.out.println("Definitions of the recordings: " + counts);
        assertThat(describe(refused)).isEqualTo("");
    }

    @Test
    void real_definitions_are_accepted_but_for_the_listed_ones() {
        Path corpus = folder("stepunit.corpus.dir");
        Map<String, List<Diagnostic>> refused = new TreeMap<>();
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (String path : plainJsonPathDefinitions(corpus)) {
            Judged judged = judge(corpus.resolve(path), StateMachineType.STANDARD);
            counts.merge(judged.verdict(), 1, Integer::sum);
            if (judged.verdict() == Verdict.REFUSED) {
                refused.put(path, judged.problems());
            }
        }
        Map<String, String> listed = listed();
        System.out.println("Definitions of the corpus: " + counts + ", listed deviations: " + listed.size());
        Map<String, List<Diagnostic>> unexpected = new TreeMap<>(refused);
        unexpected.keySet().removeAll(listed.keySet());
        assertThat(describe(unexpected)).isEqualTo("");
        assertThat(refused.keySet()).containsAll(listed.keySet());
    }

    private record Judged(Verdict verdict, List<Diagnostic> problems) {}

    private static Judged judge(Path file, StateMachineType type) {
        String text = read(file);
        try {
            StateMachineDefinition.parse(file.toString(), text, type);
            return new Judged(Verdict.ACCEPTED, List.of());
        } catch (InvalidDefinitionException e) {
            return new Judged(verdict(text, e.diagnostics()), e.diagnostics());
        }
    }

    private static Verdict verdict(String text, List<Diagnostic> problems) {
        if (!isJson(text)) {
            return Verdict.NO_JSON;
        }
        return problems.stream().allMatch(each -> each.message().equals(NO_ARN)) ? Verdict.NO_ARN : Verdict.REFUSED;
    }

    private static boolean isJson(String text) {
        try {
            new ObjectMapper().readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static String describe(Map<String, List<Diagnostic>> refused) {
        return refused.entrySet().stream()
                .map(each -> each.getKey() + "\n  "
                        + each.getValue().stream()
                                .map(problem -> problem.toAwsText() + " | " + problem.remedy())
                                .collect(Collectors.joining("\n  ")))
                .collect(Collectors.joining("\n"));
    }

    private static List<Path> definitions(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(each -> each.endsWith("definition.json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> plainJsonPathDefinitions(Path corpus) {
        List<String> lines = read(corpus.resolve("MANIFEST.tsv")).lines().toList();
        List<String> header = List.of(lines.get(0).split("\t", -1));
        List<String> paths = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> row = List.of(line.split("\t", -1));
            if (row.get(header.indexOf("form")).equals("plain-json")
                    && row.get(header.indexOf("verdict")).equals("valid")
                    && row.get(header.indexOf("query_language")).equals("JSONPath")) {
                paths.add(row.get(header.indexOf("path")));
            }
        }
        return paths;
    }

    /** Paths of the corpus that are refused, with the reason. */
    private static Map<String, String> listed() {
        try (var in = AcceptedDefinitionsTest.class.getResourceAsStream("refused-although-valid.tsv")) {
            assertThat(in).isNotNull();
            Map<String, String> listed = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> listed.put(line.split("\t", -1)[0], line.split("\t", -1)[1]));
            return listed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(String property) {
        String folder = System.getProperty(property, "");
        assumeTrue(!folder.isEmpty() && Files.isDirectory(Path.of(folder)), () -> "no folder " + folder);
        return Path.of(folder);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
