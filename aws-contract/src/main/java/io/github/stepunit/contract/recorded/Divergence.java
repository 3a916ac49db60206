package io.github.stepunit.contract.recorded;

import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.json.JsonPointer;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * An event at which a replay departs from the recording.
 *
 * @param kind how
 * @param statePath the state around it: {@code Ship all[3]/Print label}; empty outside of all states
 * @param pointer where that state stands in the current definition; null when it is not there any more
 * @param recorded the recorded event; null for {@link Kind#ADDITIONAL_EVENT}
 * @param replayed the event now; null for {@link Kind#MISSING_EVENT}
 * @param differences what differs in an event of the same type
 * @param note what else there is to say; empty when nothing
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Divergence(
        Kind kind,
        String statePath,
        @Nullable JsonPointer pointer,
        @Nullable HistoryEvent recorded,
        @Nullable HistoryEvent replayed,
        List<ValueDifference> differences,
        String note) {

    private static final int MOST_DIFFERENCES = 5;

    /** How a replay departs. */
    public enum Kind {
        /** The same event with other data. */
        OTHER_DATA,
        /** Another event in its place. */
        OTHER_EVENT,
        /** Nothing in its place: the replay has ended, or waits. */
        MISSING_EVENT,
        /** An event after the last recorded one. */
        ADDITIONAL_EVENT
    }

    public Divergence {
        differences = List.copyOf(differences);
    }

    /** What departs, over several lines, without indentation. */
    public String describe() {
        StringBuilder text = new StringBuilder(where()).append(": ").append(what());
        differences.stream().limit(MOST_DIFFERENCES).forEach(each -> text.append("\n  ")
                .append(each));
        if (differences.size() > MOST_DIFFERENCES) {
            text.append("\n  … and ")
                    .append(differences.size() - MOST_DIFFERENCES)
                    .append(" more");
        }
        if (!note.isEmpty()) {
            text.append("\n  ").append(note);
        }
        return text.toString();
    }

    private String where() {
        String place = pointer == null ? "" : " (" + pointer + ")";
        return statePath.isEmpty() ? "the execution" : "state \"" + statePath + "\"" + place;
    }

    private String what() {
        return switch (kind) {
            case OTHER_DATA -> nameOf(recorded) + " has other data";
            case OTHER_EVENT -> "recorded " + nameOf(recorded) + ", now " + nameOf(replayed);
            case MISSING_EVENT -> "recorded " + nameOf(recorded) + ", now nothing";
            case ADDITIONAL_EVENT -> "recorded nothing more, now " + nameOf(replayed);
        };
    }

    static String nameOf(@Nullable HistoryEvent event) {
        if (event == null) {
            return "nothing";
        }
        String state = event.stateName();
        return event.type().awsName() + (state == null ? "" : " of \"" + state + "\"");
    }
}
