package io.github.stepunit.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.stepunit.Execution;
import io.github.stepunit.budget.EventBudget;
import io.github.stepunit.budget.PayloadSizes;
import io.github.stepunit.definition.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an execution used of AWS's quotas, as JSON for the script of a failure page: its events, its largest payloads. */
record BudgetData(EventBudget events, PayloadSizes payloads) {

    /** The largest are what one looks for. */
    private static final int MOST_STATES = 12;

    static BudgetData of(Execution execution) {
        return new BudgetData(execution.eventBudget(), execution.payloadSizes());
    }

    void write(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("budget");
        json.writeNumberField("events", events.used());
        if (events.limit() != Long.MAX_VALUE) {
            json.writeNumberField("eventLimit", events.limit());
        }
        List<String> text = events.text().lines().toList();
        if (text.size() > 1) {
            json.writeStringField("loop", text.get(1));
        }
        json.writeNumberField("payloadLimit", Limits.STANDARD.payloadBytes());
        List<PayloadSizes.Payload> largest = largestOfEachState();
        json.writeNumberField("statesLeftOut", Math.max(0, largest.size() - MOST_STATES));
        json.writeArrayFieldStart("largest");
        for (PayloadSizes.Payload each : largest.subList(0, Math.min(MOST_STATES, largest.size()))) {
            json.writeStartObject();
            json.writeStringField("path", each.statePath());
            json.writeStringField("kind", each.kind().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("bytes", each.bytes());
            json.writeNumberField("event", each.event());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** Of all iterations of a state the one with the largest. */
    private List<PayloadSizes.Payload> largestOfEachState() {
        Set<String> seen = new HashSet<>();
        List<PayloadSizes.Payload> largest = new ArrayList<>();
        for (PayloadSizes.Payload each : payloads.largest()) {
            if (seen.add(each.statePath().replaceAll("\\[\\d+](?=/)", ""))) {
                largest.add(each);
            }
        }
        return largest;
    }
}
