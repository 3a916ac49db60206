package io.github.stepunit.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.stepunit.definition.State;
import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.loader.DefinitionFile;
import io.github.stepunit.loader.LoadedDefinition;
import io.github.stepunit.loader.MachineEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A state machine that the corpus says a loader must find.
 *
 * @param path its file in the corpus
 * @param verdict what the manifest says of the file: {@code valid}, {@code invalid}, {@code needs-preprocessing} …
 * @param name what the template calls it
 * @param how how the definition is given
 * @param startAt its first state; empty when the corpus does not hold its definition
 * @param states {@code name type depth}, in no order
 */
record CorpusMachine(
        Path corpus,
        String path,
        String form,
        String verdict,
        String name,
        String how,
        String startAt,
        List<String> states) {

    /** All machines of the corpus. */
    static List<CorpusMachine> all(Path corpus) {
        try {
            Map<String, List<String>> manifest = new HashMap<>();
            List<String> rows = Files.readAllLines(corpus.resolve("MANIFEST.tsv"));
            List<String> header = List.of(rows.get(0).split("\t", -1));
            for (String row : rows.subList(1, rows.size())) {
                List<String> columns = List.of(row.split("\t", -1));
                manifest.put(columns.get(header.indexOf("path")), columns);
            }
            ObjectMapper json = new ObjectMapper();
            List<CorpusMachine> machines = new ArrayList<>();
            for (String line : Files.readAllLines(corpus.resolve("MACHINES.jsonl"))) {
                JsonNode machine = json.readTree(line);
                String path = machine.path("path").asText();
                List<String> columns = manifest.get(path);
                List<String> states = new ArrayList<>();
                machine.path("states")
                        .forEach(each -> states.add(each.path(0).asText() + " "
                                + each.path(1).asText() + " " + each.path(2).asText()));
                machines.add(new CorpusMachine(
                        corpus,
                        path,
                        columns == null ? "" : columns.get(header.indexOf("form")),
                        columns == null ? "" : columns.get(header.indexOf("verdict")),
                        machine.path("machine").asText(),
                        machine.path("how").asText(),
                        machine.path("startAt").asText(""),
                        states));
            }
            return machines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isValid() {
        return verdict.equals("valid");
    }

    /** The file, in a project that is its repository. */
    DefinitionFile file() {
        Path file = corpus.resolve(path);
        return DefinitionFile.of(file).inProject(corpus.resolve(Path.of(path).subpath(0, 2)));
    }

    /** The machines of the file that this one can be: Terraform's are called after their files in the corpus. */
    List<MachineEntry> candidates() {
        List<MachineEntry> entries = file().machines();
        if (name.isEmpty() || form.equals("terraform")) {
            return entries;
        }
        return entries.stream().filter(each -> each.id().equals(name)).toList();
    }

    /** Whether the corpus holds its definition, and not only the place of it in some bucket. */
    boolean hasDefinition() {
        return !startAt.isEmpty();
    }

    /** Whether a definition is the one that is meant. */
    boolean isLike(LoadedDefinition loaded) {
        return loaded.definition().graph().startAt().equals(startAt);
    }

    /** The states of a definition, as {@link #states} has them. */
    static List<String> statesOf(LoadedDefinition loaded) {
        List<String> states = new ArrayList<>();
        collect(loaded.definition().graph(), 0, states);
        return states;
    }

    private static void collect(StateGraph graph, int depth, List<String> states) {
        for (State state : graph.states().values()) {
            String type = state.getClass().getSimpleName().replaceFirst("State$", "");
            states.add(state.name() + " " + type + " " + depth);
            state.graphs().forEach(each -> collect(each, depth + 1, states));
        }
    }

    @Override
    public String toString() {
        return path + (name.isEmpty() ? "" : " " + name);
    }
}
