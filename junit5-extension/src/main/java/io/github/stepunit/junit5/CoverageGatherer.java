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
import java.util.function.Supplier;
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
    private record Started(Execution execution, @Nullable Running test) {}

    /** A test or container that is on. It is described when it starts an execution, which most containers never do. */
    private static final class Running {

        private final Object key;
        private final Supplier<CoveringTest> description;
        private @Nullable CoveringTest described;

        Running(Object key, Supplier<CoveringTest> description) {
            this.key = key;
            this.description = description;
        }

        synchronized CoveringTest described() {
            CoveringTest known = described;
            if (known == null) {
                known = description.get();
                described = known;
            }
            return known;
        }
    }

    /** What happens on one thread. */
    private static final class OnThread {

        private final Deque<Running> tests = new ArrayDeque<>();
        private final Deque<Started> started = new ArrayDeque<>();
    }

    private final CoverageSettings settings;
    private final CoverageRecorder recorder = new CoverageRecorder();
    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private final Map<Thread, OnThread> threads = new ConcurrentHashMap<>();

    CoverageGatherer(CoverageSettings settings) {
        this.settings = settings;
    }

    private OnThread current() {
        return threads.computeIfAbsent(Thread.currentThread(), thread -> new OnThread());
    }

    /**
     * @param key the same object when it has finished
     * @param isTest whether it is a test and no container, which is on all the time while its tests run
     * @param description asked for once at most
     */
    void testStarted(Object key, boolean isTest, Supplier<CoveringTest> description) {
        Running test = new Running(key, description);
        current().tests.push(test);
        if (isTest) {
            running.add(test);
        }
    }

    void testFinished(Object key) {
        OnThread thread = current();
        for (Running each : thread.tests) {
            // The innermost is the first.
            if (each.key.equals(key)) {
                thread.tests.removeFirstOccurrence(each);
                running.remove(each);
                break;
            }
        }
        count(thread, true);
    }

    void loaded(StateMachine machine) {
        if (settings.isIncluded(machine)) {
            recorder.loaded(machine.definition(), machine.name(), machine.type());
        }
    }

    void started(Execution execution) {
        OnThread thread = current();
        if (thread.started.size() >= MOST_KEPT) {
            count(thread, false);
        }
        thread.started.add(new Started(execution, currentTest(thread)));
    }

    /** Null when a thread that belongs to no test has started it, and several tests are running. */
    private @Nullable Running currentTest(OnThread thread) {
        Running own = thread.tests.peek();
        if (own != null) {
            return own;
        }
        List<Running> tests = List.copyOf(running);
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
        Running test = each.test();
        for (Execution execution : Execution.withDescendants(List.of(each.execution()))) {
            if (settings.isIncluded(execution)) {
                StateMachine machine = execution.stateMachine();
                recorder.ran(
                        machine.definition(),
                        machine.name(),
                        machine.type(),
                        execution.history(),
                        test == null ? null : test.described());
            }
        }
    }

    /** All that was gathered, once nothing runs any more. */
    CoverageData finish() {
        threads.values().forEach(thread -> count(thread, true));
        SourceFiles files = new SourceFiles(Path.of(""));
        return recorder.snapshot(
                definition -> files.fileOf(definition.sourceMap().source()));
    }

    /** Where its part goes. */
    Path newPart() {
        return CoverageParts.newPart(settings.folder());
    }
}
