package io.github.stepunit.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.stepunit.definition.StateMachineType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One row of {@code MANIFEST.tsv}: a file with one or more definitions, and what is known of it. */
record CorpusEntry(Path file, Map<String, String> row) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<CorpusEntry> readAll(Path corpus) {
        List<String> lines = read(corpus.resolve("MANIFEST.tsv")).lines().toList();
        String[] header = lines.get(0).split("\t", -1);
        List<CorpusEntry> entries = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> row = IntStream.range(0, header.length)
                    .boxed()
                    .collect(Collectors.toMap(i -> header[i], i -> i < cells.length ? cells[i] : ""));
            entries.add(new CorpusEntry(corpus.resolve(row.getOrDefault("path", "")), row));
        }
        return entries;
    }

    private String cell(String column) {
        return row.getOrDefault(column, "");
    }

    String path() {
        return cell("path");
    }

    boolean isValid() {
        return cell("verdict").equals("valid");
    }

    /** What tools do not agree on is not counted. */
    boolean isUndisputedInvalid() {
        return cell("verdict").equals("invalid") && cell("disputed").isEmpty();
    }

    boolean isRefusedByAws() {
        return cell("authority").equals("aws-service");
    }

    /** Made by people for people, not to test a tool. */
    boolean isReal() {
        return cell("kind").equals("real") || cell("kind").equals("docs");
    }

    String form() {
        return cell("form");
    }

    String text() {
        String text = read(file);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The diagnostics that the owner of the test expects; missing when there is no such file. */
    JsonNode expected() {
        Path expected = Path.of(file + ".expected.json");
        try {
            return Files.exists(expected) ? JSON.readTree(read(expected)) : JSON.missingNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that is said about what is wrong: the manifest, the expected messages, what the tool prints. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>(List.of(cell("expected").split(" \\|\\| | \\| ", -1)));
        expected().path("diagnostics").forEach(each -> {
            complaints.add(each.path("message").asText());
            complaints.add(each.path("location").asText());
            complaints.add(each.path("contains").asText());
        });
        expected().path("toolOutput").forEach(each -> complaints.add(each.asText()));
        return complaints.stream().filter(each -> !each.isBlank()).distinct().toList();
    }

    StateMachineType type() {
        String type = expected().path("stateMachineType").asText();
        boolean express = type.equals("EXPRESS")
                || (type.isEmpty() && cell("expected").toLowerCase(Locale.ROOT).contains("express state machine"));
        return express ? StateMachineType.EXPRESS : StateMachineType.STANDARD;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
