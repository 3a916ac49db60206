package io.github.stepunit.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import io.github.stepunit.json.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Catchers and retriers go, lose an error name, or retry otherwise. */
final class ErrorHandlingMutation implements Mutation {

    private static final int DEFAULT_ATTEMPTS = 3;
    private static final double DEFAULT_RATE = 2;
    /** More of them make no assertion that people would read. */
    private static final int MOST_WAITS = 50;

    @Override
    public void propose(StateSite state, Consumer<Candidate> to) {
        JsonNode catchers = state.json().path("Catch");
        for (int i = 0; i < catchers.size(); i++) {
            JsonPointer at = state.field("Catch").index(i);
            String what = entry("catcher", i, catchers.get(i), state);
            List<String> elements = List.of(at.toString());
            String assertion = state.assertion() + ".wasCaughtBy(" + i + ");";
            String dropped = i + 1 < catchers.size() ? caughtByNext(state, catchers, i) : assertion;
            to.accept(entryDropped(Mutator.CATCHER, state.field("Catch"), catchers, i, what, elements, dropped));
            errorNames(catchers, i, at, what, elements, assertion, to);
        }
        JsonNode retriers = state.json().path("Retry");
        for (int i = 0; i < retriers.size(); i++) {
            JsonPointer at = state.field("Retry").index(i);
            String what = entry("retrier", i, retriers.get(i), state);
            List<String> elements = List.of(at + "#used", at + "#exhausted");
            String assertion = state.assertion() + ".wasRetriedBy(" + i + ");";
            to.accept(entryDropped(Mutator.RETRIER, state.field("Retry"), retriers, i, what, elements, assertion));
            errorNames(retriers, i, at, what, elements, assertion, to);
            attempts(state, retriers, i, what, to);
            intervals(state, retriers.get(i), at, what, to);
        }
    }

    /** Those behind a catcher that goes move up, and the next one may catch the same. */
    private static String caughtByNext(StateSite state, JsonNode catchers, int index) {
        String next = catchers.get(index).path("Next").asText();
        String other = catchers.get(index + 1).path("Next").asText();
        return next.equals(other) ? state.assertion() + ".output().matchesSnapshot();" : state.goesOnWith(next, other);
    }

    private static String entry(String kind, int index, JsonNode entry, StateSite state) {
        List<String> errors = new ArrayList<>();
        entry.path("ErrorEquals").forEach(each -> errors.add(each.asText()));
        return kind + " " + index + " (" + String.join(", ", errors) + ") of " + state.quoted();
    }

    /** The last one goes with the whole list. */
    private static Candidate entryDropped(
            Mutator mutator,
            JsonPointer list,
            JsonNode entries,
            int index,
            String what,
            List<String> elements,
            String assertion) {
        JsonPointer at = entries.size() == 1 ? list : list.index(index);
        return Candidate.dropped(mutator, at, what + " dropped", elements, assertion);
    }

    private static void errorNames(
            JsonNode entries,
            int index,
            JsonPointer at,
            String what,
            List<String> elements,
            String assertion,
            Consumer<Candidate> to) {
        JsonNode names = entries.get(index).path("ErrorEquals");
        for (int i = 0; i < names.size() && names.size() > 1; i++) {
            if (!isNamedBefore(names.get(i), entries, index)) {
                to.accept(Candidate.dropped(
                        Mutator.ERROR_NAME,
                        at.field("ErrorEquals").index(i),
                        "error name " + names.get(i).asText() + " of " + what + " dropped",
                        elements,
                        assertion));
            }
        }
    }

    /** The first entry that names an error is the only one that is asked: there, the name does nothing. */
    private static boolean isNamedBefore(JsonNode name, JsonNode entries, int index) {
        for (int i = 0; i < index; i++) {
            for (JsonNode each : entries.get(i).path("ErrorEquals")) {
                if (each.equals(name)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void attempts(StateSite state, JsonNode retriers, int index, String what, Consumer<Candidate> to) {
        JsonNode retrier = retriers.get(index);
        long attempts = retrier.path("MaxAttempts").asLong(DEFAULT_ATTEMPTS);
        JsonPointer at = state.field("Retry").index(index);
        String assertion = state.assertion() + ".wasAttempted(" + (attempts + 1) + ");";
        // As the last one it would be the same as to drop it.
        if (attempts > 0 && index + 1 < retriers.size()) {
            to.accept(number(retrier, at, "MaxAttempts", 0, Mutator.MAX_ATTEMPTS, what, at + "#used", assertion));
        }
        to.accept(number(
                retrier, at, "MaxAttempts", attempts + 1, Mutator.MAX_ATTEMPTS, what, at + "#exhausted", assertion));
    }

    private static void intervals(
            StateSite state, JsonNode retrier, JsonPointer at, String what, Consumer<Candidate> to) {
        String used = at + "#used";
        long interval = retrier.path("IntervalSeconds").asLong(1);
        String assertion = state.assertion() + ".waitedBetweenAttempts(ofSeconds(" + interval + ")";
        to.accept(number(
                retrier, at, "IntervalSeconds", interval + 1, Mutator.RETRY_INTERVAL, what, used, assertion + ");"));
        long attempts = retrier.path("MaxAttempts").asLong(DEFAULT_ATTEMPTS);
        double rate = retrier.path("BackoffRate").asDouble(DEFAULT_RATE);
        double most = retrier.path("MaxDelaySeconds").asDouble(Double.MAX_VALUE);
        if (attempts > 1) {
            double other = rate == 1 ? DEFAULT_RATE : 1;
            String second = assertion + ", " + NumberMutation.duration(Math.min(interval * rate, most)) + ");";
            to.accept(Candidate.set(
                    Mutator.RETRY_INTERVAL,
                    retrier,
                    at,
                    "BackoffRate",
                    DoubleNode.valueOf(other),
                    "BackoffRate of " + what + " is " + NumberMutation.plain(other) + ", no longer "
                            + NumberMutation.plain(rate),
                    used,
                    second));
        }
        String capped = cappedWaits(interval, rate, most, attempts);
        if (capped != null) {
            to.accept(Candidate.dropped(
                    Mutator.RETRY_INTERVAL,
                    at.field("MaxDelaySeconds"),
                    "MaxDelaySeconds of " + what + " dropped",
                    List.of(used),
                    state.assertion() + ".waitedBetweenAttempts(" + capped + ");"));
        }
    }

    /** The waits until the first that {@code MaxDelaySeconds} cuts; null when it cuts none. */
    private static @Nullable String cappedWaits(long interval, double rate, double most, long attempts) {
        List<String> waits = new ArrayList<>();
        double wait = (double) interval;
        for (long i = 0; i < attempts && i < MOST_WAITS; i++) {
            waits.add(NumberMutation.duration(Math.min(wait, most)));
            if (wait > most) {
                return String.join(", ", waits);
            }
            wait *= rate;
        }
        return null;
    }

    private static Candidate number(
            JsonNode retrier,
            JsonPointer at,
            String field,
            long value,
            Mutator mutator,
            String what,
            String element,
            String assertion) {
        String before =
                retrier.has(field) ? ", no longer " + retrier.path(field).asText() : ", no longer the default";
        String description = field + " of " + what + " is " + value + before;
        return Candidate.set(mutator, retrier, at, field, LongNode.valueOf(value), description, element, assertion);
    }
}
