package io.github.stepunit.validation;

import io.github.stepunit.json.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A retrier or catcher.
 *
 * @param errors its {@code ErrorEquals}
 * @param at where it stands
 */
record ErrorEntry(List<String> errors, JsonPointer at) {

    static final String ALL = "States.ALL";
    static final String TASK_FAILED = "States.TaskFailed";
    static final String TIMEOUT = "States.Timeout";
    static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";

    static List<ErrorEntry> retriersOf(StateNode state) {
        return state.errorHandling().retriers().stream()
                .map(each -> new ErrorEntry(each.errorEquals(), each.pointer()))
                .toList();
    }

    static List<ErrorEntry> catchersOf(StateNode state) {
        return state.errorHandling().catchers().stream()
                .map(each -> new ErrorEntry(each.errorEquals(), each.pointer()))
                .toList();
    }

    static List<ErrorEntry> of(StateNode state) {
        List<ErrorEntry> all = new ArrayList<>(retriersOf(state));
        all.addAll(catchersOf(state));
        return all;
    }

    JsonPointer atError(int index) {
        return at.field("ErrorEquals").index(index);
    }

    /**
     * Whether this entry matches every error that {@code name} does. {@code States.TaskFailed} matches all but timeouts;
     * what it does to the other names of {@code States} is not certain enough to tell somebody that an entry is dead.
     */
    boolean covers(String name) {
        return errors.contains(name)
                || errors.contains(ALL)
                || (errors.contains(TASK_FAILED) && !name.startsWith("States."))
                || (errors.contains(TIMEOUT) && name.equals(HEARTBEAT_TIMEOUT));
    }

    /** The first entry in front that takes the error; null when there is none. */
    static @Nullable ErrorEntry coveringFrom(List<ErrorEntry> entries, int end, String name) {
        for (ErrorEntry entry : entries.subList(0, end)) {
            if (entry.covers(name)) {
                return entry;
            }
        }
        return null;
    }

    /** Whether everything that the entry at this index matches is taken by those in front of it. */
    static boolean isShadowed(List<ErrorEntry> entries, int index) {
        List<String> errors = entries.get(index).errors();
        return !errors.isEmpty() && errors.stream().allMatch(name -> coveringFrom(entries, index, name) != null);
    }
}
