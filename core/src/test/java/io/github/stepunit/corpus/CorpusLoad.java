package io.github.stepunit.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.stepunit.StateMachine;
import io.github.stepunit.definition.Diagnostic;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.definition.Severity;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.loader.DefinitionFile;
import io.github.stepunit.loader.DefinitionLoadException;
import io.github.stepunit.loader.MachineEntry;
import io.github.stepunit.validation.Validator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What came of loading all machines in a file of the corpus.
 *
 * @param problems why something in it was refused
 * @param warnings what the validator warns of
 */
record CorpusLoad(List<Diagnostic> problems, List<Diagnostic> warnings) {

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    static CorpusLoad of(CorpusEntry entry, Path corpus) {
        CorpusLoad load = loaded(entry, corpus);
        if (!load.isRefused() || !entry.isValid() || !entry.form().equals("plain-json")) {
            return load;
        }
        // Some plain files are JSON5, as the test suite they are from reads that; AWS refuses those, so what they mean
        // is judged.
        JsonNode json5 = leniently(entry.text());
        return json5 == null ? load : ofText(entry, json5.toPrettyString());
    }

    private static CorpusLoad loaded(CorpusEntry entry, Path corpus) {
        DefinitionFile file = DefinitionFile.of(entry.file()).inProject(corpus);
        if (entry.type() == StateMachineType.EXPRESS) {
            file = file.withType(StateMachineType.EXPRESS);
        }
        CorpusLoad load = new CorpusLoad(new ArrayList<>(), new ArrayList<>());
        try {
            List<MachineEntry> machines = file.machines();
            for (MachineEntry machine : machines) {
                load.add(file, machines.size() == 1 ? null : machine.id());
            }
        } catch (DefinitionLoadException e) {
            load.addProblem(e);
        } catch (InvalidDefinitionException e) {
            load.problems.addAll(e.diagnostics());
        }
        return load;
    }

    private void add(DefinitionFile file, @Nullable String machine) {
        try {
            StateMachine loaded = StateMachine.of(machine == null ? file.load() : file.load(machine));
            warnings.addAll(loaded.validate().warnings());
        } catch (DefinitionLoadException e) {
            addProblem(e);
        } catch (InvalidDefinitionException e) {
            problems.addAll(e.diagnostics());
        }
    }

    private void addProblem(DefinitionLoadException problem) {
        String message = String.valueOf(problem.getMessage());
        problems.add(new Diagnostic(Severity.ERROR, "DefinitionLoadException", message, null, null, null));
    }

    private static CorpusLoad ofText(CorpusEntry entry, String text) {
        try {
            StateMachineDefinition definition = StateMachineDefinition.parse(entry.path(), text, entry.type());
            return new CorpusLoad(
                    List.of(),
                    Validator.standard().validate(definition, entry.type()).warnings());
        } catch (InvalidDefinitionException e) {
            return new CorpusLoad(e.diagnostics(), List.of());
        }
    }

    static @Nullable JsonNode leniently(String text) {
        try {
            return LENIENT.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    boolean isRefused() {
        return !problems.isEmpty();
    }

    /** The definition lies in a bucket, not in the folder: there is nothing to judge. */
    boolean isElsewhere() {
        return problems.stream()
                .anyMatch(each -> each.code().equals("DefinitionLoadException")
                        && each.message().contains("refers to s3://"));
    }

    String describe() {
        return problems.stream().map(Diagnostic::toAwsText).collect(Collectors.joining("\n"));
    }
}
