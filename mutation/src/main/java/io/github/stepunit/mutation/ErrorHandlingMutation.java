package io.github.stepunit.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import io.github.stepunit.json.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Catchers and retriers go, lose an error name, or retry otherwise. */
final class ErrorHandlingMutation implements Mutation {

    private static final int DEFAULT_ATTEMPTS = 3;
    private static final double DEFAULT_RATE = 2;

    @Override
    public void propose(StateSite state, Consumer<Candidate> to) {
        JsonNode catchers = state.json().path("Catch");
        for (int i = 0; i < catchers.size(); i++) {
            JsonPointer at = state.field("Catch").index(i);
            String what = entry("catcher", i, catchers.get(i), state);
            List<String> elements = List.of(at.toString());
            String assertion = state.assertion() + ".wasCaughtBy(" + i + ");";
            to.accept(entryDropped(Mutator.CATCHER, state.field("Catch"), catchers, i, what, elements, assertion));
            errorNames(catchers.get(i), at, what, elements, assertion, to);
        }
        JsonNode retriers = state.json().path("Retry");
        for (int i = 0; i < retriers.size(); i++) {
            JsonPointer at = state.field("Retry").index(i);
            String what = entry("retrier", i, retriers.get(i), state);
            List<String> elements = List.of(at + "#used", at + "#exhausted");
            String assertion = state.assertion() + ".wasRetriedBy(" + i + ");";
            to.accept(entryDropped(Mutator.RETRIER, state.field("Retry"), retriers, i, what, elements, assertion));
            errorNames(retriers.get(i), at, what, elements, assertion, to);
            attempts(state, retriers, i, what, to);
            intervals(state, retriers.get(i), at, what, to);
        }
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
            JsonNode entry,
            JsonPointer at,
            String what,
            List<String> elements,
            String assertion,
            Consumer<Candidate> to) {
        JsonNode names = entry.path("ErrorEquals");
        for (int i = 0; i < names.size() && names.size() > 1; i++) {
            to.accept(Candidate.dropped(
                    Mutator.ERROR_NAME,
                    at.field("ErrorEquals").index(i),
                    "error name " + names.get(i).asText() + " of " + what + " dropped",
                    elements,
                    assertion));
        }
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
        if (retrier.path("MaxAttempts").asLong(DEFAULT_ATTEMPTS) > 1) {
            double rate = retrier.path("BackoffRate").asDouble(DEFAULT_RATE);
            double other = rate == 1 ? DEFAULT_RATE : 1;
            String second = assertion + ", " + NumberMutation.duration(interval * rate) + ");";
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
            if (retrier.has("MaxDelaySeconds")) {
                to.accept(Candidate.dropped(
                        Mutator.RETRY_INTERVAL,
                        at.field("MaxDelaySeconds"),
                        "MaxDelaySeconds of " + what + " dropped",
                        List.of(used),
                        second));
            }
        }
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
