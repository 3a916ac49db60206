package io.github.stepunit.coverage;

import io.github.stepunit.definition.StateGraph;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.history.ExecutionHistory;
import io.github.stepunit.json.JsonPointer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Gathers coverage, from as many threads as there are. Counts, and keeps no history. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CoverageRecorder {

    private final IdentityHashMap<StateGraph, Gathered> gathered = new IdentityHashMap<>();

    /** Nothing gathered yet. */
    public CoverageRecorder() {}

    /** A definition was loaded: from now on it counts, even if nothing ever runs. */
    public void loaded(StateMachineDefinition definition, String name, StateMachineType type) {
        find(definition, name, type);
    }

    /**
     * An execution has ended, or is left as it stands.
     *
     * @param test the test that started it; null when that is not known
     */
    public void ran(
            StateMachineDefinition definition,
            String name,
            StateMachineType type,
            ExecutionHistory history,
            @Nullable CoveringTest test) {
        Gathered found = find(definition, name, type);
        found.add(name, HistoryWalk.count(found.index(), history), test);
    }

    /** Whether nothing was loaded. */
    public boolean isEmpty() {
        synchronized (gathered) {
            return gathered.isEmpty();
        }
    }

    /**
     * What has been gathered so far.
     *
     * @param fileOf the file, relative to the root of the repository, that a source names; gives null when there is none
     */
    public CoverageData snapshot(Function<StateMachineDefinition, @Nullable String> fileOf) {
        List<Gathered> all;
        synchronized (gathered) {
            all = List.copyOf(gathered.values());
        }
        CoverageMerger merger = new CoverageMerger();
        for (Gathered each : all) {
            merger.add(each.snapshot(fileOf));
        }
        return merger.merged();
    }

    private Gathered find(StateMachineDefinition definition, String name, StateMachineType type) {
        synchronized (gathered) {
            // By identity: one is compiled once, and to compare two would read them whole. By its graph, since the
            // processor of a Distributed Map is made a definition of its own for each Map Run.
            Gathered found = gathered.get(definition.graph());
            if (found == null) {
                found = new Gathered(definition, name, type);
                gathered.put(definition.graph(), found);
            }
            return found;
        }
    }

    /** What has been gathered of one definition, or of the processor of a Distributed Map in it. */
    private static final class Gathered {

        private final StateMachineDefinition definition;
        private final String loadedAs;
        private final StateMachineType type;
        private final Map<CoveringTest, BitSet> tests = new HashMap<>();
        private @Nullable ElementIndex index;
        private long[] hits = new long[0];
        private long executions;
        /** A machine is given its name after it has been loaded; the first of several. */
        private @Nullable String ranAs;

        Gathered(StateMachineDefinition definition, String name, StateMachineType type) {
            this.definition = definition;
            this.loadedAs = name;
            this.type = type;
        }

        synchronized ElementIndex index() {
            ElementIndex known = index;
            if (known == null) {
                known = ElementIndex.of(definition);
                index = known;
                hits = new long[known.elements().size()];
            }
            return known;
        }

        synchronized void add(String name, long[] walked, @Nullable CoveringTest test) {
            if (ranAs == null || name.compareTo(ranAs) < 0) {
                ranAs = name;
            }
            if (isWholeMachine()) {
                executions++;
            }
            BitSet ofTest = test == null ? null : tests.computeIfAbsent(test, each -> new BitSet(walked.length));
            for (int i = 0; i < walked.length; i++) {
                if (walked[i] > 0) {
                    hits[i] += walked[i];
                    if (ofTest != null) {
                        ofTest.set(i);
                    }
                }
            }
        }

        /** The child executions of a Map Run are part of the execution that it belongs to. */
        private boolean isWholeMachine() {
            return definition.graph().pointer().equals(JsonPointer.ROOT);
        }

        synchronized DefinitionCoverage snapshot(Function<StateMachineDefinition, @Nullable String> fileOf) {
            List<CoverageElement> elements = index().elements();
            // Sorted once, and not once for each element.
            Map<CoveringTest, BitSet> sorted = new TreeMap<>(tests);
            List<ElementCoverage> counted = new ArrayList<>(elements.size());
            for (int i = 0; i < elements.size(); i++) {
                counted.add(new ElementCoverage(elements.get(i), hits[i], walkedBy(i, sorted)));
            }
            String text = definition.text();
            String sourceText = definition.sourceMap().text();
            return new DefinitionCoverage(
                    ContentHash.of(text),
                    ranAs == null ? loadedAs : ranAs,
                    type,
                    definition.sourceMap().source(),
                    fileOf.apply(definition),
                    text,
                    sourceText.isEmpty() || sourceText.equals(text) ? null : sourceText,
                    executions,
                    counted);
        }

        private static List<CoveringTest> walkedBy(int element, Map<CoveringTest, BitSet> tests) {
            List<CoveringTest> walkedBy = new ArrayList<>();
            for (Map.Entry<CoveringTest, BitSet> each : tests.entrySet()) {
                if (each.getValue().get(element)) {
                    walkedBy.add(each.getKey());
                }
            }
            return walkedBy;
        }
    }
}
