package io.github.stepunit.mutation;

import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.coverage.CoverageData;
import io.github.stepunit.coverage.CoverageRecorder;
import io.github.stepunit.coverage.CoveringTest;
import io.github.stepunit.coverage.DefinitionCoverage;
import io.github.stepunit.coverage.SourceFiles;
import io.github.stepunit.definition.StateMachineDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the tests do with the definitions as they are: who walks what, and at what cost. Gathers while they run.
 *
 * <p>What a container starts, as a class in {@code @BeforeAll} or a test factory before its first test, is started again for
 * each test in it that is run alone: it belongs to all of them.
 */
final class Baseline implements Watch {

    private final CoverageRecorder recorder = new CoverageRecorder();
    private final Map<String, StateMachineDefinition> definitions = new HashMap<>();
    /** What each test and container that is running has started itself. */
    private final Map<String, List<Execution>> running = new HashMap<>();
    /** Tests and containers that have started something themselves, by id. */
    private final Map<String, TestUnit> starters = new HashMap<>();

    private final Map<String, Integer> starts = new HashMap<>();
    private final Map<String, Long> costs = new HashMap<>();
    private final Map<String, List<TestUnit>> inside = new HashMap<>();
    private final TestLog log = new TestLog(this::finished);

    TestLog log() {
        return log;
    }

    @Override
    public void loaded(StateMachine machine) {
        know(machine.definition());
        recorder.loaded(machine.definition(), machine.name(), machine.type());
    }

    @Override
    public void started(Execution execution) {
        TestUnit unit = log.current();
        synchronized (running) {
            running.computeIfAbsent(unit == null ? "" : unit.id(), id -> new ArrayList<>())
                    .add(execution);
        }
    }

    /** Until then its executions may go on. */
    private void finished(TestUnit unit) {
        List<Execution> ended;
        synchronized (running) {
            ended = running.remove(unit.id());
        }
        if (ended == null) {
            return;
        }
        starters.put(unit.id(), unit);
        starts.put(unit.id(), ended.size());
        // Machines in static fields of classes may have been loaded before.
        ended.forEach(each -> know(each.stateMachine().definition()));
        Execution.withDescendants(ended).forEach(each -> count(each, unit));
    }

    private void know(StateMachineDefinition definition) {
        synchronized (definitions) {
            definitions.putIfAbsent(definition.text(), definition);
        }
    }

    private void count(Execution execution, TestUnit unit) {
        StateMachine machine = execution.stateMachine();
        recorder.ran(machine.definition(), machine.name(), machine.type(), execution.history(), unit.covering());
        costs.merge(unit.id(), (long) execution.history().events().size(), Long::sum);
    }

    /** What was walked by whom. */
    CoverageData coverage(Path module) {
        SourceFiles files = new SourceFiles(module);
        return recorder.snapshot(
                definition -> files.fileOf(definition.sourceMap().source()));
    }

    /** The definition with that text. */
    @Nullable
    StateMachineDefinition definition(String text) {
        return definitions.get(text);
    }

    /** The tests that ran a machine, or whose container did. */
    Set<TestUnit> tests() {
        Set<TestUnit> tests = new LinkedHashSet<>();
        starters.keySet().stream().sorted().forEach(each -> tests.addAll(testsOf(each)));
        return tests;
    }

    /** The tests that walk one of these elements of a definition, or whose container does. */
    Set<TestUnit> testsThatWalk(Collection<String> elements, DefinitionCoverage coverage) {
        Set<TestUnit> walking = new LinkedHashSet<>();
        coverage.elements().stream()
                .filter(each -> elements.contains(each.element().id()))
                .flatMap(each -> each.tests().stream())
                .map(CoveringTest::id)
                .distinct()
                .forEach(each -> walking.addAll(testsOf(each)));
        return walking;
    }

    /** The tests of a starter: itself, or those inside. A container without any stands for itself. */
    private List<TestUnit> testsOf(String starter) {
        return inside.computeIfAbsent(starter, id -> {
            List<TestUnit> tests =
                    log.finished().stream().filter(each -> each.isIn(id)).toList();
            TestUnit unit = starters.get(id);
            return tests.isEmpty() && unit != null ? List.of(unit) : tests;
        });
    }

    /** How many executions a test has started itself. */
    int startedBy(TestUnit test) {
        return starts.getOrDefault(test.id(), 0);
    }

    /** A measure of how long a test takes when it is run alone that is the same each time. */
    long cost(TestUnit test) {
        long cost = 0;
        for (TestUnit at = test; at != null; at = at.parent()) {
            cost += costs.getOrDefault(at.id(), 0L);
        }
        return cost;
    }
}
