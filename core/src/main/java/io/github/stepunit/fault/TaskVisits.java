package io.github.stepunit.fault;

import io.github.stepunit.task.TaskInvocation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts the visits of the Tasks of one run, and keeps them. */
final class TaskVisits {

    private final Map<String, Integer> byPath = new LinkedHashMap<>();
    private final Set<TaskVisit.Place> retried = new HashSet<>();
    private final List<TaskVisit> recorded = new ArrayList<>();
    /** The handler is asked twice about the same attempt when a registered state machine could do its work. */
    private @Nullable TaskInvocation last;

    /** Which visit the attempt belongs to. */
    TaskVisit.Place arrive(TaskInvocation invocation) {
        boolean isNew = invocation.attempt() == 1 && invocation.delivery() == 1 && invocation != last;
        last = invocation;
        int number = byPath.merge(invocation.statePath(), isNew ? 1 : 0, Integer::sum);
        TaskVisit.Place place = new TaskVisit.Place(invocation.statePath(), number);
        if (invocation.attempt() > 1) {
            retried.add(place);
        }
        return place;
    }

    /** Of the two questions about an attempt the second tells more: that no state machine does the work. */
    void record(TaskVisit visit) {
        if (!recorded.isEmpty() && recorded.get(recorded.size() - 1).place().equals(visit.place())) {
            recorded.remove(recorded.size() - 1);
        }
        recorded.add(visit);
    }

    /** The paths of all Tasks that have been visited. */
    Set<String> paths() {
        return byPath.keySet();
    }

    List<TaskVisit> recorded() {
        return List.copyOf(recorded);
    }

    boolean wasRetried(TaskVisit.Place place) {
        return retried.contains(place);
    }
}
