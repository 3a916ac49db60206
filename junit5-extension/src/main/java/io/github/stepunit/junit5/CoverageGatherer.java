package io.github.stepunit.junit5;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.StateMachine;
import io.github.stepunit.coverage.CoverageData;
import io.github.stepunit.coverage.CoverageParts;
import io.github.stepunit.coverage.CoverageRecorder;
import io.github.stepunit.coverage.CoveringTest;
import io.github.stepunit.coverage.SourceFiles;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what the tests of one launcher walk. Executions are read when their test is over, since until then they may go
 * on, or be redriven; of a test that starts very many, those that have ended are read earlier, so that their histories are
 * not all kept.
 */
final class CoverageGatherer {

    /** How many executions of a thread are kept before those that have ended are counted. */
    private static final int MOST_KEPT = 100;

    /** An execution that has not been counted yet, with the test that started it. */
    private record Started(Execution execution, @Nullable CoveringTest test) {}

    /** What happens on one thread. */
    private static final class OnThread {

        private final Deque<CoveringTest> tests = new ArrayDeque<>();
        private final Deque<Started> started = new ArrayDeque<>();
    }

    private final CoverageSettings settings;
    private final CoverageRecorder recorder = new CoverageRecorder();
    private final Set<CoveringTest> running = ConcurrentHashMap.newKeySet();
    private final Map<Thread, OnThread> threads = new ConcurrentHashMap<>();

    CoverageGatherer(CoverageSettings settings) {
        this.settings = settings;
    }

    private OnThread current() {
        return threads.computeIfAbsent(Thread.currentThread(), thread -> new OnThread());
    }

    /** @param isTest whether it is a test and no container, which is on all the time while its tests run */
    void testStarted(CoveringTest test, boolean isTest) {
        current().tests.push(test);
        if (isTest) {
            running.add(test);
        }
    }

    void testFinished(CoveringTest test) {
        OnThread thread = current();
        thread.tests.remove(test);
        running.remove(test);
        count(thread, true);
    }

    void loaded(StateMachine machine) {
        if (settings.isIncluded(machine)) {
            recorder.loaded(machine.definition(), machine.name(), machine.type());
        }
    }

    void started(Execution execution) {
        if (settings.isIncluded(execution.stateMachine())) {
            OnThread thread = current();
            if (thread.started.size() >= MOST_KEPT) {
                count(thread, false);
            }
            thread.started.add(new Started(execution, currentTest(thread)));
        }
    }

    /** Null when a thread that belongs to no test has started it, and several tests are running. */
    private @Nullable CoveringTest currentTest(OnThread thread) {
        CoveringTest own = thread.tests.peek();
        if (own != null) {
            return own;
        }
        List<CoveringTest> tests = List.copyOf(running);
        return tests.size() == 1 ? tests.get(0) : null;
    }

    private void count(OnThread thread, boolean all) {
        for (int i = thread.started.size(); i > 0; i--) {
            Started next = thread.started.remove();
            if (all || next.execution().status() != ExecutionStatus.RUNNING) {
                count(next);
            } else {
                thread.started.add(next);
            }
        }
    }

    private void count(Started each) {
        StateMachine machine = each.execution().stateMachine();
        recorder.ran(
                machine.definition(),
                machine.name(),
                machine.type(),
                each.execution().history(),
                each.test());
    }

    /** All that was gathered, once nothing runs any more. */
    CoverageData finish() {
        threads.values().forEach(thread -> count(thread, true));
        SourceFiles files = new SourceFiles(Path.of(""));
        return recorder.snapshot(
                definition -> files.fileOf(definition.sourceMap().source()));
    }

    /** Where the part goes that has been named, or else a new one. */
    Path partIn(@Nullable Path named) {
        return named != null && settings.folder().equals(named.getParent())
                ? named
                : CoverageParts.newPart(settings.folder());
    }
}
