package io.github.stepunit.internal.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An execution that a Task has started, with whoever waits for its end. */
final class NestedExecution {

    private final ExecutionRun parent;
    private final List<Consumer<ExecutionRun>> waiting = new ArrayList<>(1);
    private @Nullable ExecutionRun run;

    NestedExecution(ExecutionRun parent) {
        this.parent = parent;
    }

    void startedAs(ExecutionRun started) {
        run = started;
    }

    ExecutionRun run() {
        return Objects.requireNonNull(run, "run");
    }

    /** Tells when it has ended, as a piece of work of its own; at once, if it has. */
    void whenEnded(Consumer<ExecutionRun> listener) {
        if (run().hasEnded()) {
            run().scheduler().post(() -> listener.accept(run()));
        } else {
            waiting.add(listener);
        }
    }

    void ended(ExecutionRun ended) {
        List<Consumer<ExecutionRun>> listeners = List.copyOf(waiting);
        waiting.clear();
        listeners.forEach(listener -> listener.accept(ended));
    }

    /** The Task that waits for it was itself stopped, and takes it along. */
    void stop() {
        if (!run().hasEnded()) {
            parent.stopChild(run());
            run().scheduler().post(() -> ended(run()));
        }
    }
}
