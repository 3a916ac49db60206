package io.github.stepunit.internal.interpreter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tasks that have a token and wait for its answer, in the order in which they began. */
final class PendingTasks {

    private final Map<String, TaskAttempt> pending = new LinkedHashMap<>();
    private final Set<String> over = new HashSet<>();
    private final Set<String> taken = new HashSet<>();

    void add(String token, TaskAttempt attempt) {
        pending.put(token, attempt);
    }

    void ended(String token) {
        if (pending.remove(token) != null) {
            over.add(token);
        }
    }

    @Nullable
    TaskAttempt find(String token) {
        return pending.get(token);
    }

    /** Whether that token was given out, but its task has ended. */
    boolean isOver(String token) {
        return over.contains(token);
    }

    /** Those that only the test can answer. */
    List<WaitingTask> waitingForTest() {
        List<WaitingTask> waiting = new ArrayList<>();
        pending.forEach((token, attempt) -> {
            if (attempt.isWaitingForTest()) {
                waiting.add(
                        new WaitingTask(attempt.visit().fullPath(), token, attempt.startedAt(), taken.contains(token)));
            }
        });
        return waiting;
    }

    /** The token of a started task of the state with that name or path, the one that has waited longest; or null. */
    @Nullable
    String tokenOf(String state) {
        for (Map.Entry<String, TaskAttempt> entry : pending.entrySet()) {
            Visit visit = entry.getValue().visit();
            if (entry.getValue().hasStarted()
                    && (visit.name().equals(state) || visit.fullPath().equals(state))) {
                taken.add(entry.getKey());
                return entry.getKey();
            }
        }
        return null;
    }
}
