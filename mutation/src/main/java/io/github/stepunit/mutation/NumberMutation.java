package io.github.stepunit.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.internal.text.JavaText;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.JsonText;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/** Timeouts, waits, concurrency and tolerated failures become others. */
final class NumberMutation implements Mutation {

    @Override
    public void propose(StateSite state, Consumer<Candidate> to) {
        if (state.is("Task")) {
            timeouts(state.json(), state.at(), " of " + state.quoted(), state.assertion() + ".hasTimedOut();", to);
        } else if (state.is("Wait")) {
            waits(state, to);
        } else if (state.is("Map")) {
            concurrency(state, to);
            tolerated(state, to);
        }
    }

    /** Of the machine itself. */
    static void ofMachine(JsonNode definition, Consumer<Candidate> to) {
        timeouts(definition, JsonPointer.ROOT, " of the machine", "assertThat(execution).hasTimedOut();", to);
    }

    private static void timeouts(JsonNode json, JsonPointer at, String of, String assertion, Consumer<Candidate> to) {
        for (String field : List.of("TimeoutSeconds", "HeartbeatSeconds")) {
            JsonNode value = json.path(field);
            if (value.isMissingNode() || (at.equals(JsonPointer.ROOT) && field.startsWith("Heartbeat"))) {
                continue;
            }
            List<String> elements = List.of(at.field(field).toString());
            to.accept(
                    Candidate.dropped(Mutator.TIMEOUT, at.field(field), field + of + " dropped", elements, assertion));
            if (value.isIntegralNumber()) {
                longer(Mutator.TIMEOUT, json, at, field, of, elements, to, assertion(at, assertion, value.asLong()));
            }
        }
    }

    private static String assertion(JsonPointer at, String otherwise, long seconds) {
        return at.equals(JsonPointer.ROOT)
                ? "assertThat(execution).took(ofSeconds(" + seconds + "));"
                : otherwise.replace(".hasTimedOut()", ".took(ofSeconds(" + seconds + "))");
    }

    private static void longer(
            Mutator mutator,
            JsonNode json,
            JsonPointer at,
            String field,
            String of,
            List<String> elements,
            Consumer<Candidate> to,
            String assertion) {
        long value = json.path(field).asLong();
        to.accept(Candidate.changed(
                mutator,
                at.field(field),
                LongNode.valueOf(value + 1),
                field + of + " is " + (value + 1) + ", no longer " + value,
                elements,
                assertion));
    }

    private static void waits(StateSite state, Consumer<Candidate> to) {
        JsonNode seconds = state.json().path("Seconds");
        if (seconds.isIntegralNumber()) {
            longer(
                    Mutator.WAIT,
                    state.json(),
                    state.at(),
                    "Seconds",
                    " of " + state.quoted(),
                    List.of(state.element()),
                    to,
                    state.assertion() + ".took(ofSeconds(" + seconds.asLong() + "));");
        }
    }

    private static void concurrency(StateSite state, Consumer<Candidate> to) {
        if (state.json().has("MaxConcurrencyPath")) {
            return;
        }
        long value = state.json().path("MaxConcurrency").asLong(0);
        long other = value == 1 ? 0 : 1;
        String processor = state.json().has("ItemProcessor") ? "ItemProcessor" : "Iterator";
        String before = state.json().has("MaxConcurrency") ? "no longer " + value : "no longer unlimited";
        to.accept(set(
                state.json(),
                state.at(),
                "MaxConcurrency",
                LongNode.valueOf(other),
                Mutator.MAX_CONCURRENCY,
                "MaxConcurrency of " + state.quoted() + " is " + (other == 0 ? "0 (unlimited)" : "1") + ", " + before,
                state.field(processor) + "#many",
                state.assertion() + ".took(…); // with a mock that answers .after(ofSeconds(1))"));
    }

    private static void tolerated(StateSite state, Consumer<Candidate> to) {
        for (String field : List.of(
                "ToleratedFailurePercentage",
                "ToleratedFailurePercentagePath",
                "ToleratedFailureCount",
                "ToleratedFailureCountPath")) {
            JsonNode value = state.json().path(field);
            if (value.isMissingNode()) {
                continue;
            }
            JsonPointer at = state.field(field);
            String of = " of " + state.quoted();
            List<String> elements = List.of(toleratedElement(state));
            String assertion =
                    "assertThat(execution).mapRun(" + JavaText.literal(state.name()) + ").hasFailedItems(1);";
            to.accept(Candidate.dropped(Mutator.TOLERATED_FAILURE, at, field + of + " dropped", elements, assertion));
            if (value.isNumber()) {
                BigDecimal more = value.decimalValue().add(BigDecimal.ONE);
                to.accept(Candidate.changed(
                        Mutator.TOLERATED_FAILURE,
                        at,
                        value.isIntegralNumber() ? LongNode.valueOf(more.longValue()) : DecimalNode.valueOf(more),
                        field + of + " is " + more.toPlainString() + ", no longer " + value.asText(),
                        elements,
                        assertion));
            }
        }
    }

    /** Coverage has one element for all four fields, at the first of them. */
    private static String toleratedElement(StateSite state) {
        return List.of(
                        "ToleratedFailurePercentage",
                        "ToleratedFailurePercentagePath",
                        "ToleratedFailureCount",
                        "ToleratedFailureCountPath")
                .stream()
                .filter(state.json()::has)
                .findFirst()
                .map(field -> state.field(field).toString())
                .orElse(state.element());
    }

    /** Sets a field; one that is not there yet is shown at the object that gets it. */
    static Candidate set(
            JsonNode holder,
            JsonPointer at,
            String field,
            JsonNode value,
            Mutator mutator,
            String description,
            String element,
            String assertion) {
        boolean isThere = holder.has(field);
        ObjectNode changed = (ObjectNode) JsonText.copyOf(holder);
        changed.set(field, value);
        return new Candidate(
                mutator,
                isThere ? at.field(field) : at,
                false,
                JsonText.writeCompact(isThere ? value : changed),
                description,
                List.of(element),
                assertion,
                List.of(Edit.set(at.field(field), value)));
    }

    /** {@code ofSeconds(2)}, {@code ofMillis(1500)}. */
    static String duration(double seconds) {
        return seconds == Math.rint(seconds)
                ? "ofSeconds(" + (long) seconds + ")"
                : "ofMillis(" + Math.round(seconds * 1000) + ")";
    }

    /** Without a needless fraction. */
    static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
