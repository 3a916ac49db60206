package io.github.stepunit.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import io.github.stepunit.internal.text.JavaText;
import io.github.stepunit.json.JsonPointer;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/** Timeouts, waits, concurrency and tolerated failures become others. */
final class NumberMutation implements Mutation {

    private static final List<String> TOLERATED = List.of(
            "ToleratedFailurePercentage",
            "ToleratedFailurePercentagePath",
            "ToleratedFailureCount",
            "ToleratedFailureCountPath");

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
        String before = state.json().has("MaxConcurrency") ? "no longer " + value : "no longer unlimited";
        to.accept(Candidate.set(
                Mutator.MAX_CONCURRENCY,
                state.json(),
                state.at(),
                "MaxConcurrency",
                LongNode.valueOf(other),
                "MaxConcurrency of " + state.quoted() + " is " + (other == 0 ? "0 (unlimited)" : "1") + ", " + before,
                state.field(state.processor()) + "#many",
                state.assertion() + ".took(ofSeconds(" + (value == 1 ? 2 : 1)
                        + ")); // with two items, and mocks that answer .after(ofSeconds(1))"));
    }

    private static void tolerated(StateSite state, Consumer<Candidate> to) {
        for (String field : TOLERATED) {
            JsonNode value = state.json().path(field);
            if (value.isMissingNode()) {
                continue;
            }
            JsonPointer at = state.field(field);
            String of = " of " + state.quoted();
            List<String> elements = List.of(toleratedElement(state));
            String mapRun = StateSite.EXECUTION + ".mapRun(" + JavaText.literal(state.name()) + ")";
            to.accept(Candidate.dropped(
                    Mutator.TOLERATED_FAILURE, at, field + of + " dropped", elements, mapRun + ".hasSucceeded();"));
            if (value.isNumber()) {
                BigDecimal more = value.decimalValue().add(BigDecimal.ONE);
                to.accept(Candidate.changed(
                        Mutator.TOLERATED_FAILURE,
                        at,
                        value.isIntegralNumber() ? LongNode.valueOf(more.longValue()) : DecimalNode.valueOf(more),
                        field + of + " is " + more.toPlainString() + ", no longer " + value.asText(),
                        elements,
                        mapRun + ".hasFailed();"));
            }
        }
    }

    /** Coverage has one element for all four fields, at the first of them. */
    private static String toleratedElement(StateSite state) {
        return TOLERATED.stream()
                .filter(state.json()::has)
                .findFirst()
                .map(field -> state.field(field).toString())
                .orElse(state.element());
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
