package io.github.stepunit.mutation;

import io.github.stepunit.Execution;
import io.github.stepunit.MapRun;
import io.github.stepunit.StateMachine;
import io.github.stepunit.coverage.CoverageData;
import io.github.stepunit.coverage.CoverageRecorder;
import io.github.stepunit.coverage.CoveringTest;
import io.github.stepunit.coverage.SourceFiles;
import io.github.stepunit.definition.StateMachineDefinition;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the tests do with the definitions as they are: who walks what, and at what cost. Gathers while they run. */
final class Baseline implements Watch {

    private final CoverageRecorder recorder = new CoverageRecorder();
    private final Map<String, StateMachineDefinition> definitions = new HashMap<>();
    private final Map<String, TestUnit> tests = new TreeMap<>();
    private final Map<String, Long> costs = new HashMap<>();
    private final List<Execution> started = new ArrayList<>();
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
        synchronized (started) {
            started.add(execution);
        }
    }

    /** Until then its executions may go on. */
    private void finished(TestUnit test) {
        List<Execution> ended;
        synchronized (started) {
            ended = List.copyOf(started);
            started.clear();
        }
        ended.forEach(each -> {
            // Machines in static fields of classes may have been loaded before.
            know(each.stateMachine().definition());
            count(each, test);
        });
        if (!ended.isEmpty()) {
            tests.put(test.id(), test);
        }
    }

    private void know(StateMachineDefinition definition) {
        synchronized (started) {
            definitions.putIfAbsent(definition.text(), definition);
        }
    }

    private void count(Execution execution, TestUnit test) {
        StateMachine machine = execution.stateMachine();
        recorder.ran(machine.definition(), machine.name(), machine.type(), execution.history(), test.covering());
        costs.merge(test.id(), (long) execution.history().events().size(), Long::sum);
        execution.nestedExecutions().forEach(each -> count(each, test));
        for (MapRun run : execution.mapRuns()) {
            run.children().forEach(each -> count(each, test));
        }
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

    /** The tests that ran a machine, by id. */
    Map<String, TestUnit> tests() {
        return tests;
    }

    /** A measure of how long a test takes that is the same each time. */
    long cost(CoveringTest test) {
        return costs.getOrDefault(test.id(), 0L);
    }
}
