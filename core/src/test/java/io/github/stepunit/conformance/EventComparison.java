package io.github.stepunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Compares a recorded history with ours, event by event: ids, the chain of previousEventId, types and all details. Both
 * have been through the recorder. Where the recording has lost the ids within a Parallel ("Parallel normalised"), the
 * events between two known ids are compared as a multiset.
 */
final class EventComparison {

    /** What the normalisation drops, as the README says; the id gap before the next event tells how many there were. */
    private static final Set<String> LOST =
            Set.of("ParallelStateSucceeded", "ParallelStateFailed", "ParallelStateExited");

    private final List<JsonNode> ours;
    private final List<String> differences = new ArrayList<>();
    private int matched;
    private int next;

    private EventComparison(List<JsonNode> ours) {
        this.ours = ours;
    }

    static EventComparison of(List<JsonNode> recorded, List<JsonNode> ours) {
        EventComparison comparison = new EventComparison(ours);
        List<JsonNode> run = new ArrayList<>();
        for (JsonNode event : recorded) {
            if (hasLostItsId(event)) {
                run.add(event);
            } else {
                comparison.compareRun(run, event.path("id").asInt());
                run.clear();
                comparison.compare(event);
            }
        }
        comparison.compareRun(run, ours.size() + 1);
        comparison.refuseTheRest();
        return comparison;
    }

    private static boolean hasLostItsId(JsonNode event) {
        return event.path("id").isArray();
    }

    /** Number of recorded events that ours have in the same place with the same details. */
    int matched() {
        return matched;
    }

    /** One line or more for each difference; empty when both are equal. */
    List<String> differences() {
        return differences;
    }

    private void compare(JsonNode recorded) {
        JsonNode event = next < ours.size() ? ours.get(next) : MissingNode.getInstance();
        next++;
        if (event.isMissingNode()) {
            differences.add(
                    "event " + recorded.path("id") + ": missing, recorded " + PythonText.dumpsCompact(recorded));
            return;
        }
        List<JsonDifference> found = JsonDifference.between(recorded, event);
        if (found.isEmpty()) {
            matched++;
            return;
        }
        differences.add(
                "event " + recorded.path("id") + " " + recorded.path("type").asText() + ":");
        found.forEach(difference -> differences.add("    " + difference));
    }

    /** The events up to the one with the id {@code end}, in any order. */
    private void compareRun(List<JsonNode> recorded, int end) {
        if (recorded.isEmpty()) {
            return;
        }
        int to = Math.max(next, Math.min(end - 1, ours.size()));
        List<JsonNode> left = new ArrayList<>(
                ours.subList(next, to).stream().map(EventComparison::withoutIds).toList());
        next = to;
        for (JsonNode event : recorded) {
            if (remove(withoutIds(event), left)) {
                matched++;
            } else {
                differences.add("within the Parallel: none of ours is " + PythonText.dumpsCompact(withoutIds(event)));
            }
        }
        for (JsonNode event : left) {
            if (!LOST.contains(event.path("type").asText())) {
                differences.add("within the Parallel: not recorded " + PythonText.dumpsCompact(event));
            }
        }
    }

    private static boolean remove(JsonNode recorded, List<JsonNode> left) {
        for (JsonNode event : left) {
            if (JsonDifference.between(recorded, event).isEmpty()) {
                return left.remove(event);
            }
        }
        return false;
    }

    private static JsonNode withoutIds(JsonNode event) {
        return ((ObjectNode) event.deepCopy()).without(List.of("id", "previousEventId"));
    }

    private void refuseTheRest() {
        for (; next < ours.size(); next++) {
            JsonNode event = ours.get(next);
            differences.add("event " + event.path("id") + ": not recorded " + PythonText.dumpsCompact(event));
        }
    }
}
