package io.github.stepunit.explanation;

import io.github.stepunit.definition.Catcher;
import io.github.stepunit.definition.ErrorHandling;
import io.github.stepunit.definition.Retrier;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.internal.text.DidYouMean;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why the retriers and catchers of a state took an error, or did not. Which of them did, the history tells. */
final class ErrorExplainer {

    private static final String TIMEOUT = "States.Timeout";
    private static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";
    private static final int SHOWN = 5;
    private static final int SHORTEST_BEGINNING = 5;

    private final String error;
    private final boolean heartbeatMissed;
    private final @Nullable Integer exhausted;
    private final @Nullable Integer caughtBy;

    /**
     * An error that got to the end of a state's Retry.
     *
     * @param heartbeatMissed whether it is a timeout because no heartbeat came
     * @param exhausted the retrier that takes it and is used up; null when none takes it
     * @param caughtBy the catcher that took it; null when none did
     */
    ErrorExplainer(
            @Nullable String error, boolean heartbeatMissed, @Nullable Integer exhausted, @Nullable Integer caughtBy) {
        this.error = error == null ? "" : error;
        this.heartbeatMissed = heartbeatMissed;
        this.exhausted = exhausted;
        this.caughtBy = caughtBy;
    }

    List<String> explain(ErrorHandling handling, StateVisit visit) {
        if (error.equals("States.Runtime") && caughtBy == null) {
            return List.of("  Nothing retries or catches States.Runtime, not even States.ALL.");
        }
        if (handling.retriers().isEmpty() && handling.catchers().isEmpty()) {
            return List.of("  It has no Retry and no Catch.");
        }
        List<String> lines = new ArrayList<>();
        retriers(handling.retriers(), visit, lines);
        catchers(handling.catchers(), lines);
        return lines;
    }

    private void retriers(List<Retrier> retriers, StateVisit visit, List<String> lines) {
        int end = exhausted == null ? retriers.size() : exhausted;
        for (int i = 0; i < Math.min(end, SHOWN); i++) {
            lines.add("  Retry[" + i + "] " + names(retriers.get(i).errorEquals()) + " does not take it"
                    + reason(retriers.get(i).errorEquals()));
        }
        if (exhausted != null && exhausted < retriers.size()) {
            Retrier retrier = retriers.get(exhausted);
            String used = retrier.maxAttempts() == 0
                    ? "but its MaxAttempts is 0: it forbids retries."
                    : "but its " + retrier.maxAttempts() + (retrier.maxAttempts() == 1 ? " retry is" : " retries are")
                            + " used up (MaxAttempts " + retrier.maxAttempts() + "): attempt "
                            + Math.max(1, visit.attempts().size()) + " was the last.";
            lines.add("  Retry[" + exhausted + "] " + names(retrier.errorEquals()) + " takes it, " + used);
        }
    }

    private void catchers(List<Catcher> catchers, List<String> lines) {
        int end = caughtBy == null ? catchers.size() : caughtBy;
        for (int i = 0; i < Math.min(end, SHOWN); i++) {
            lines.add("  Catch[" + i + "] " + names(catchers.get(i).errorEquals()) + " does not take it"
                    + reason(catchers.get(i).errorEquals()));
        }
        if (caughtBy != null && caughtBy < catchers.size()) {
            Catcher catcher = catchers.get(caughtBy);
            lines.add("  Catch[" + caughtBy + "] " + names(catcher.errorEquals()) + " takes it, and leads to \""
                    + catcher.next() + "\".");
        } else if (catchers.isEmpty()) {
            lines.add("  It has no Catch.");
        }
    }

    private static String names(List<String> errorEquals) {
        return errorEquals.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", ", "[", "]"));
    }

    private String reason(List<String> errorEquals) {
        if (errorEquals.contains("States.ALL") || errorEquals.contains(error)) {
            return ": nothing retries or catches it where it arose, not even States.ALL.";
        }
        if (isTimeout() && errorEquals.contains("States.TaskFailed")) {
            return ": States.TaskFailed stands for every error but timeouts. Add \"" + TIMEOUT + "\".";
        }
        if (error.equals(TIMEOUT) && !heartbeatMissed && errorEquals.contains(HEARTBEAT_TIMEOUT)) {
            return ": TimeoutSeconds ran out, and " + HEARTBEAT_TIMEOUT + " takes missed heartbeats only. Add \""
                    + TIMEOUT + "\".";
        }
        String close = close(errorEquals);
        return close == null ? "." : ": names must be equal, and \"" + close + "\" is not \"" + error + "\".";
    }

    private boolean isTimeout() {
        return error.equals(TIMEOUT) || error.equals(HEARTBEAT_TIMEOUT);
    }

    /** A name that was probably meant to be this one: a slip, or without the service before the point. */
    private @Nullable String close(List<String> errorEquals) {
        Set<String> candidates = new LinkedHashSet<>(DidYouMean.closest(error, errorEquals));
        for (String each : errorEquals) {
            boolean sameEnd =
                    lastPart(each).equals(lastPart(error)) && !lastPart(error).isEmpty();
            if (sameEnd || isBeginningOf(each, error) || isBeginningOf(error, each)) {
                candidates.add(each);
            }
        }
        return candidates.isEmpty() ? null : candidates.iterator().next();
    }

    /** Also of a name with a {@code *}, which AWS does not take for a wildcard. */
    private static boolean isBeginningOf(String one, String other) {
        String text = one.endsWith("*") ? one.substring(0, one.length() - 1) : one;
        return text.length() >= SHORTEST_BEGINNING
                && other.toLowerCase(Locale.ROOT).startsWith(text.toLowerCase(Locale.ROOT));
    }

    private static String lastPart(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
