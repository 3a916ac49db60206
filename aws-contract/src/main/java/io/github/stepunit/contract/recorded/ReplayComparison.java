package io.github.stepunit.contract.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.stepunit.Execution;
import io.github.stepunit.contract.recorded.Divergence.Kind;
import io.github.stepunit.contract.recorded.SameValues.Ignored;
import io.github.stepunit.contract.recorded.SameValues.Window;
import io.github.stepunit.history.ExecutionHistory;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.history.Scope;
import io.github.stepunit.json.JsonText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares a recorded history with that of its replay, each machine's events by themselves. */
final class ReplayComparison {

    /** Events that cut a state or an iteration off: how far it had got is a matter of milliseconds. */
    private static final Set<HistoryEventType> CUT_OFF = Set.of(
            HistoryEventType.TASK_STATE_ABORTED,
            HistoryEventType.WAIT_STATE_ABORTED,
            HistoryEventType.MAP_STATE_ABORTED,
            HistoryEventType.PARALLEL_STATE_ABORTED,
            HistoryEventType.MAP_ITERATION_ABORTED);

    private final RecordedExecution recording;
    private final Execution execution;
    private final RunEnd end;
    private final StatePaths paths;
    private final SameValues values;
    private final List<HistoryEvent> recorded;
    private final List<HistoryEvent> ours;
    private final JsonNode recordedJson;
    private final JsonNode ourJson;
    private final List<Divergence> divergences = new ArrayList<>();

    ReplayComparison(
            RecordedExecution recording,
            Execution execution,
            RunEnd end,
            StatePaths paths,
            RecordedAnswers answers,
            Ignored ignored) {
        this.recording = recording;
        this.execution = execution;
        this.end = end;
        this.paths = paths;
        this.recorded = recording.history().events();
        this.ours = execution.history().events();
        this.recordedJson =
                JsonText.parseWithoutText(recording.history().toJson()).path("events");
        this.ourJson = JsonText.parseWithoutText(execution.history().toJson()).path("events");
        this.values = new SameValues(
                new Window(recording.startTime(), recording.lastEvent().timestamp()),
                new Window(execution.startTime(), execution.now()),
                answers.tokens(),
                ignored);
    }

    /** Where the replay departs. */
    List<Divergence> divergences() {
        EventsByScope there = EventsByScope.of(recording.history());
        EventsByScope here = EventsByScope.of(new ExecutionHistory(ours));
        Set<String> machines = new LinkedHashSet<>(there.lines().keySet());
        machines.addAll(here.lines().keySet());
        for (String machine : machines) {
            Scope scope = here.scopes().getOrDefault(machine, there.scopes().getOrDefault(machine, Scope.EXECUTION));
            compare(
                    scope,
                    there.lines().getOrDefault(machine, List.of()),
                    here.lines().getOrDefault(machine, List.of()));
        }
        divergences.sort(Comparator.comparingLong(ReplayComparison::order));
        if (divergences.isEmpty() && end.gap().isEmpty()) {
            divergences.addAll(new ChildInputs(values, paths).compare(recording, execution));
        }
        return divergences;
    }

    /** By the recorded event; what is additional comes after what is there. */
    private static long order(Divergence divergence) {
        HistoryEvent event = divergence.recorded();
        return event == null ? Long.MAX_VALUE : event.id();
    }

    private void compare(Scope scope, List<Integer> there, List<Integer> here) {
        int length = Math.min(lengthWithoutCut(recorded, there), lengthWithoutCut(ours, here));
        for (int i = 0; i < length; i++) {
            HistoryEvent event = recorded.get(there.get(i));
            HistoryEvent now = ours.get(here.get(i));
            if (event.type() != now.type() || !Objects.equals(event.stateName(), now.stateName())) {
                add(Kind.OTHER_EVENT, scope, stateBefore(there, i), event, now, List.of());
                // What follows goes another way, and says no more.
                return;
            }
            List<ValueDifference> differences = differences(there.get(i), here.get(i));
            differences.addAll(chainDifferences(there, here, i));
            if (!differences.isEmpty()) {
                add(Kind.OTHER_DATA, scope, stateBefore(there, i), event, now, differences);
            }
        }
        compareRest(scope, there, here, length);
    }

    private void compareRest(Scope scope, List<Integer> there, List<Integer> here, int length) {
        boolean cut = isCut(recorded, there) || isCut(ours, here);
        if ((cut && end.brokenOff().isEmpty()) || !end.gap().isEmpty()) {
            return;
        }
        if (there.size() > length) {
            add(
                    Kind.MISSING_EVENT,
                    scope,
                    stateBefore(there, length),
                    recorded.get(there.get(length)),
                    null,
                    List.of());
        } else if (here.size() > length) {
            add(
                    Kind.ADDITIONAL_EVENT,
                    scope,
                    stateBefore(here, length, ours),
                    null,
                    ours.get(here.get(length)),
                    List.of());
        }
    }

    /** A machine that was cut off, or whose recording was: its last events are those of the cut. */
    private static boolean isCut(List<HistoryEvent> events, List<Integer> line) {
        if (line.isEmpty()) {
            // Never begun, because what is around it was cut off before.
            return true;
        }
        HistoryEvent last = events.get(line.get(line.size() - 1));
        return CUT_OFF.contains(last.type()) || !isEnd(last);
    }

    private static boolean isEnd(HistoryEvent event) {
        return switch (event.type()) {
            case EXECUTION_SUCCEEDED,
                    EXECUTION_FAILED,
                    EXECUTION_ABORTED,
                    EXECUTION_TIMED_OUT,
                    MAP_ITERATION_SUCCEEDED,
                    MAP_ITERATION_FAILED,
                    FAIL_STATE_ENTERED,
                    SUCCEED_STATE_EXITED -> true;
            default -> event.type().isStateExited();
        };
    }

    private static int lengthWithoutCut(List<HistoryEvent> events, List<Integer> line) {
        int length = line.size();
        while (length > 0 && CUT_OFF.contains(events.get(line.get(length - 1)).type())) {
            length--;
        }
        return length;
    }

    private List<ValueDifference> differences(int there, int here) {
        List<ValueDifference> differences = new ArrayList<>();
        values.compare("", details(recordedJson.path(there)), details(ourJson.path(here)), differences);
        return differences;
    }

    /** Within one machine the chain must be the same, whoever took turns meanwhile; what comes from outside says nothing. */
    private List<ValueDifference> chainDifferences(List<Integer> there, List<Integer> here, int index) {
        int before = positionOfPrevious(recorded, there, index);
        int now = positionOfPrevious(ours, here, index);
        return before < 0 || now < 0 || before == now || (isOfMapRun(there, before) && isOfMapRun(there, now))
                ? List.of()
                : List.of(new ValueDifference(
                        "previousEventId",
                        LongNode.valueOf(recorded.get(there.get(index)).previousEventId()),
                        LongNode.valueOf(recorded.get(there.get(now)).id())));
    }

    /**
     * The exit of a Distributed Map follows MapRunStarted since November 2024, and followed MapRunSucceeded before: that
     * tells the age of the recording.
     */
    private boolean isOfMapRun(List<Integer> line, int position) {
        HistoryEventType type = recorded.get(line.get(position)).type();
        return type == HistoryEventType.MAP_RUN_STARTED || type == HistoryEventType.MAP_RUN_SUCCEEDED;
    }

    private static int positionOfPrevious(List<HistoryEvent> events, List<Integer> line, int index) {
        long previous = events.get(line.get(index)).previousEventId();
        for (int i = index - 1; i >= 0; i--) {
            if (events.get(line.get(i)).id() == previous) {
                return i;
            }
        }
        return -1;
    }

    /** The members of an event's details with their payloads as JSON; without AWS's notes on what it left out. */
    private static JsonNode details(JsonNode event) {
        for (Map.Entry<String, JsonNode> member : event.properties()) {
            if (member.getKey().endsWith("EventDetails")) {
                return EventDetails.unfolded(member.getValue());
            }
        }
        return MissingNode.getInstance();
    }

    private @Nullable String stateBefore(List<Integer> line, int index) {
        return stateBefore(line, index, recorded);
    }

    /** The last state that the machine has entered, up to this event. */
    private static @Nullable String stateBefore(List<Integer> line, int index, List<HistoryEvent> events) {
        for (int i = Math.min(index, line.size() - 1); i >= 0; i--) {
            String name = events.get(line.get(i)).stateName();
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    private void add(
            Kind kind,
            Scope scope,
            @Nullable String state,
            @Nullable HistoryEvent event,
            @Nullable HistoryEvent now,
            List<ValueDifference> differences) {
        String path = state == null ? "" : scope.pathOf(state);
        String note = kind == Kind.OTHER_DATA ? "" : end.brokenOff();
        divergences.add(new Divergence(kind, path, paths.pointer(state), event, now, differences, note));
    }
}
