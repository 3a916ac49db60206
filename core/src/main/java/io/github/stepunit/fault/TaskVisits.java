package io.github.stepunit.fault;

import io.github.stepunit.task.TaskInvocation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts the visits of the Tasks of one run, and keeps them. */
final class TaskVisits {

    private final Map<String, Integer> byPath = new LinkedHashMap<>();
    private final Map<Object, Arrival> latest = new HashMap<>();
    private final Set<TaskVisit.Place> retried = new HashSet<>();
    private final Map<TaskVisit.Place, TaskVisit> recorded = new LinkedHashMap<>();

    /** Where an attempt belongs to; the next attempts of the visit belong there, too. */
    private record Arrival(TaskVisit.Place place, TaskInvocation invocation) {

        /** The handler is asked twice about the same attempt when a registered state machine could do its work. */
        boolean goesOnWith(TaskInvocation next) {
            return next.attempt() > 1 || next.delivery() > 1 || next == invocation;
        }
    }

    /**
     * Which visit the attempt belongs to. Visits are counted by their paths, over all executions of the run; those of
     * executions side by side are told apart by their keys. A visit that a redrive begins anew is another one.
     */
    TaskVisit.Place arrive(TaskInvocation invocation) {
        Arrival before = latest.get(invocation.visitKey());
        TaskVisit.Place place = before != null && before.goesOnWith(invocation)
                ? before.place()
                : new TaskVisit.Place(invocation.statePath(), byPath.merge(invocation.statePath(), 1, Integer::sum));
        latest.put(invocation.visitKey(), new Arrival(place, invocation));
        if (invocation.attempt() > 1) {
            retried.add(place);
        }
        return place;
    }

    /** Of the two questions about an attempt the second tells more: that no state machine does the work. */
    void record(TaskVisit visit) {
        recorded.put(visit.place(), visit);
    }

    /** The paths of all Tasks that have been visited. */
    Set<String> paths() {
        return byPath.keySet();
    }

    List<TaskVisit> recorded() {
        return List.copyOf(recorded.values());
    }

    boolean wasRetried(TaskVisit.Place place) {
        return retried.contains(place);
    }
}
