package io.github.stepunit.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.Execution;
import io.github.stepunit.FailedTest;
import io.github.stepunit.definition.State;
import io.github.stepunit.explanation.Explanation;
import io.github.stepunit.explanation.VisitedStates;
import io.github.stepunit.history.Attempt;
import io.github.stepunit.history.DataFlowStep;
import io.github.stepunit.history.Excerpt;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.RecordedDataFlow;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.history.Variables;
import io.github.stepunit.history.VirtualTime;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a failure page shows, as JSON for its script. Of a long execution the beginning and the end. */
final class FailureData {

    private static final int FIRST_VISITS = 100;
    private static final int LAST_VISITS = 300;
    private static final int FIRST_EVENTS = 300;
    private static final int LAST_EVENTS = 900;
    private static final int TEXT = 20_000;
    private static final JsonFactory JSON = new JsonFactory();

    private final FailedTest test;
    private final Execution execution;
    private final String title;
    private final PayloadTable payloads = new PayloadTable();
    private final Instant start;

    FailureData(FailedTest test, String title) {
        this.test = test;
        this.execution = test.execution();
        this.title = title;
        this.start = execution.startTime();
    }

    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            head(json);
            visits(json);
            BudgetData.of(execution).write(json);
            events(json);
            json.writeFieldName("payloads");
            json.writeStartArray();
            for (String each : payloads.texts()) {
                json.writeString(each);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void head(JsonGenerator json) throws IOException {
        Explanation why = execution.explain();
        json.writeStringField("title", title);
        json.writeStringField("message", cut(test.message()));
        json.writeStringField("machine", execution.stateMachine().name());
        json.writeStringField("type", execution.stateMachine().type().toString());
        json.writeStringField(
                "source", execution.stateMachine().definition().sourceMap().source());
        json.writeStringField("status", execution.status().name());
        text(json, "error", execution.error());
        text(json, "cause", execution.cause());
        json.writeStringField("duration", VirtualTime.length(execution.duration()));
        json.writeStringField("started", start.toString());
        json.writeNumberField("end", millis(execution.now()));
        strings(json, "why", why.lines());
        if (why.visit() != null) {
            json.writeNumberField("culprit", why.visit().entered().id());
        }
    }

    private void visits(JsonGenerator json) throws IOException {
        List<StateVisit> visits = execution.history().visits();
        boolean whole = visits.size() <= FIRST_VISITS + LAST_VISITS;
        json.writeNumberField("visitsLeftOut", whole ? 0 : visits.size() - FIRST_VISITS - LAST_VISITS);
        json.writeArrayFieldStart("visits");
        for (int i = 0; i < visits.size(); i++) {
            if (whole || i < FIRST_VISITS || i >= visits.size() - LAST_VISITS) {
                visit(json, visits.get(i));
            }
        }
        json.writeEndArray();
    }

    private void visit(JsonGenerator json, StateVisit visit) throws IOException {
        State state = VisitedStates.of(visit, execution.stateMachine().definition());
        json.writeStartObject();
        json.writeNumberField("id", visit.entered().id());
        json.writeStringField("path", visit.path());
        json.writeStringField("name", visit.name());
        json.writeNumberField("depth", visit.scope().depth());
        json.writeStringField("element", state == null ? "" : state.pointer().toString());
        json.writeStringField("status", visit.status().name());
        json.writeStringField("mark", OutcomeMarking.cssClass(visit.status()));
        json.writeNumberField("number", visit.number());
        json.writeNumberField("start", millis(visit.start()));
        if (visit.end() != null) {
            json.writeNumberField("end", millis(visit.end()));
        }
        text(json, "error", visit.error());
        text(json, "cause", visit.cause());
        strings(json, "why", execution.explain(visit).lines());
        attempts(json, visit);
        data(json, visit);
        json.writeEndObject();
    }

    private void attempts(JsonGenerator json, StateVisit visit) throws IOException {
        json.writeArrayFieldStart("attempts");
        for (Attempt each : visit.attempts()) {
            json.writeStartObject();
            json.writeNumberField("start", millis(each.start()));
            if (each.end() != null) {
                json.writeNumberField("end", millis(each.end()));
            }
            json.writeBooleanField("failed", each.failed());
            text(json, "error", each.error());
            text(json, "cause", each.cause());
            if (each.retried() != null) {
                json.writeStringField(
                        "asked",
                        VirtualTime.length(each.retried().waited()) + " later by Retry["
                                + each.retried().retrier() + "]");
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void data(JsonGenerator json, StateVisit visit) throws IOException {
        Map<String, JsonNode> variables = Variables.seenBy(visit, execution.history());
        named(json, "variables", variables);
        named(json, "assigned", visit.assignedVariables());
        json.writeArrayFieldStart("steps");
        List<RecordedDataFlow.Step> steps = execution.dataFlow().of(visit);
        if (steps.isEmpty()) {
            fromHistory(json, visit);
        } else {
            int before = -1;
            for (RecordedDataFlow.Step each : steps) {
                // Each attempt begins with the same input.
                before = each.step() == DataFlowStep.INPUT ? -1 : before;
                String name = each.step().name().toLowerCase(Locale.ROOT).replace('_', ' ');
                before = step(json, name, each.attempt(), each.afterError(), each.value(), before);
            }
        }
        json.writeEndArray();
    }

    /** What AWS's history tells without a record of the steps. */
    private void fromHistory(JsonGenerator json, StateVisit visit) throws IOException {
        int before = step(json, "input", 1, false, visit.input(), -1);
        for (Attempt each : visit.attempts()) {
            if (each.taskInput() != null) {
                before = step(json, "task input", each.number(), false, each.taskInput(), before);
            }
            if (each.taskOutput() != null) {
                before = step(json, "result", each.number(), false, each.taskOutput(), before);
            }
        }
        JsonNode output = visit.output();
        if (output != null) {
            step(json, "output", Math.max(1, visit.attempts().size()), false, output, before);
        }
    }

    private int step(JsonGenerator json, String name, int attempt, boolean afterError, JsonNode value, int before)
            throws IOException {
        int payload = payloads.add(value);
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeNumberField("attempt", attempt);
        if (afterError) {
            json.writeBooleanField("afterError", true);
        }
        json.writeNumberField("payload", payload);
        if (before < 0) {
            json.writeBooleanField("begins", true);
        } else {
            strings(json, "difference", payloads.difference(before, payload));
        }
        json.writeEndObject();
        return payload;
    }

    private void named(JsonGenerator json, String field, Map<String, JsonNode> values) throws IOException {
        if (!values.isEmpty()) {
            json.writeObjectFieldStart(field);
            for (Map.Entry<String, JsonNode> each : values.entrySet()) {
                json.writeNumberField(each.getKey(), payloads.add(each.getValue()));
            }
            json.writeEndObject();
        }
    }

    private void events(JsonGenerator json) throws IOException {
        List<HistoryEvent> events = execution.history().events();
        boolean whole = events.size() <= FIRST_EVENTS + LAST_EVENTS;
        json.writeNumberField("eventCount", events.size());
        json.writeNumberField("eventsLeftOut", whole ? 0 : events.size() - FIRST_EVENTS - LAST_EVENTS);
        json.writeArrayFieldStart("events");
        for (int i = 0; i < events.size(); i++) {
            if (whole || i < FIRST_EVENTS || i >= events.size() - LAST_EVENTS) {
                event(json, events.get(i));
            }
        }
        json.writeEndArray();
    }

    private void event(JsonGenerator json, HistoryEvent event) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", event.id());
        json.writeNumberField("previous", event.previousEventId());
        json.writeStringField("time", VirtualTime.offset(Duration.between(start, event.timestamp())));
        json.writeStringField("type", event.type().awsName());
        text(json, "state", event.stateName() == null ? null : event.scope().pathOf(event.stateName()));
        json.writeStringField("details", Excerpt.of(EventText.of(event), 600));
        if (event.trace() != null) {
            json.writeStringField("trace", EventText.of(event.trace()));
        }
        json.writeEndObject();
    }

    private long millis(Instant instant) {
        return Duration.between(start, instant).toMillis();
    }

    private static void text(JsonGenerator json, String field, @Nullable String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            json.writeStringField(field, cut(value));
        }
    }

    private static String cut(String text) {
        return text.length() <= TEXT ? text : text.substring(0, TEXT) + "\n... (" + text.length() + " characters)";
    }

    private static void strings(JsonGenerator json, String field, List<String> lines) throws IOException {
        if (!lines.isEmpty()) {
            json.writeArrayFieldStart(field);
            for (String each : lines) {
                json.writeString(each);
            }
            json.writeEndArray();
        }
    }
}
