package io.github.stepunit.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.loader.DefinitionLoadException;
import io.github.stepunit.loader.LoadedDefinition;
import io.github.stepunit.loader.MachineEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every state machine that teams ship must be found in its file, whatever its form, and load. */
class CorpusLoaderTest {

    private final Map<String, String> unexpected = new TreeMap<>();
    private final Map<String, String> listed = unloadable();
    private int found;
    private int loaded;
    private int absent;

    @Test
    void every_machine_is_found_and_loads() {
        List<CorpusMachine> machines = CorpusMachine.all(folder()).stream()
                .filter(CorpusMachine::isValid)
                .toList();
        machines.forEach(this::check);
        System.out.println("corpus loader: " + found + " of " + machines.size() + " machines found, " + loaded
                + " loaded (" + absent + " have their definition in a bucket, " + listed.size()
                + " are refused by AWS, too)");
        assertThat(unexpected).isEmpty();
        assertThat(found).isEqualTo(machines.size());
    }

    private void check(CorpusMachine machine) {
        List<MachineEntry> candidates = candidates(machine);
        if (candidates.isEmpty()) {
            return;
        }
        found++;
        @Nullable String problem = null;
        for (MachineEntry candidate : candidates) {
            problem = problemWith(machine, candidate);
            if (problem == null) {
                if (listed.containsKey(machine.toString())) {
                    unexpected.put(machine.toString(), "is listed, but loads");
                }
                return;
            }
        }
        if (!listed.containsKey(machine.toString())) {
            unexpected.put(machine.toString(), String.valueOf(problem));
        }
    }

    private List<MachineEntry> candidates(CorpusMachine machine) {
        try {
            List<MachineEntry> candidates = machine.candidates();
            if (candidates.isEmpty()) {
                unexpected.put(machine.toString(), "not found");
            }
            return candidates;
        } catch (DefinitionLoadException e) {
            unexpected.put(machine.toString(), String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private @Nullable String problemWith(CorpusMachine machine, MachineEntry candidate) {
        LoadedDefinition definition;
        try {
            definition = machine.file().load(candidate.id());
        } catch (InvalidDefinitionException e) {
            return e.getMessage();
        } catch (DefinitionLoadException e) {
            boolean isRemote = String.valueOf(e.getMessage()).contains("It refers to s3://");
            absent += isRemote && !machine.hasDefinition() ? 1 : 0;
            return isRemote && !machine.hasDefinition() ? null : e.getMessage();
        }
        if (!machine.hasDefinition()) {
            loaded++;
            return null;
        }
        if (!machine.isLike(definition)) {
            return "begins with another state: "
                    + definition.definition().graph().startAt();
        }
        List<String> states = new ArrayList<>(CorpusMachine.statesOf(definition));
        if (!states.containsAll(machine.states())
                || states.size() != machine.states().size()) {
            return "has other states: " + states;
        }
        loaded++;
        return null;
    }

    /** What the corpus calls valid and AWS refuses all the same, with the reason. */
    static Map<String, String> unloadable() {
        try (var in = CorpusLoaderTest.class.getResourceAsStream("refused-by-aws.tsv")) {
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

    static Path folder() {
        String folder = System.getProperty("stepunit.corpus.dir", "");
        assumeTrue(
                !folder.isEmpty() && Files.isRegularFile(Path.of(folder, "MACHINES.jsonl")),
                () -> "no corpus in " + folder);
        return Path.of(folder);
    }
}
