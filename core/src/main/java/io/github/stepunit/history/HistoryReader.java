package io.github.stepunit.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Reads an answer of {@code GetExecutionHistory}. */
final class HistoryReader {

    private HistoryReader() {}

    static ExecutionHistory read(String json) {
        JsonNode events = answer(json).path("events");
        if (!events.isArray()) {
            throw new InvalidHistoryException(
                    "An execution history is a JSON object with the array \"events\", as "
                            + "`aws stepfunctions get-execution-history` prints it, but this text has no such array.",
                    null);
        }
        List<HistoryEvent> read = new ArrayList<>(events.size());
        for (int i = 0; i < events.size(); i++) {
            read.add(event(events.get(i), i));
        }
        // reverseOrder=true gives the newest first.
        read.sort(Comparator.comparingLong(HistoryEvent::id));
        return new ExecutionHistory(List.copyOf(read));
    }

    private static JsonNode answer(String json) {
        try {
            return JsonText.parseWithoutText(json);
        } catch (InvalidJsonException e) {
            throw new InvalidHistoryException(
                    "The text is not an execution history, because it is not JSON: " + e.getMessage(), e);
        }
    }

    private static HistoryEvent event(JsonNode event, int index) {
        JsonNode id = event.path("id");
        if (!id.isIntegralNumber() || !id.canConvertToLong()) {
            throw new InvalidHistoryException("events[" + index + "] has no \"id\" that is a whole number.", null);
        }
        DetailsReader top = new DetailsReader(id.asLong(), "", event);
        HistoryEventType type = type(top);
        DetailsFormat<?> format = DetailsFormat.of(type);
        return new HistoryEvent(
                id.asLong(),
                top.has("previousEventId") ? top.whole("previousEventId") : 0,
                timestamp(top, event.path("timestamp")),
                type,
                format == null ? HistoryEventDetails.none() : format.read(top, type),
                Scope.EXECUTION,
                null);
    }

    private static HistoryEventType type(DetailsReader event) {
        String name = event.text("type");
        HistoryEventType type = HistoryEventType.of(name);
        if (type == null) {
            throw event.refused("has the type \"" + name + "\", which is no event type of AWS Step Functions");
        }
        return type;
    }

    /** ISO-8601 from the CLI, epoch seconds with a fraction from the wire. */
    private static Instant timestamp(DetailsReader event, JsonNode value) {
        try {
            if (value.isNumber()) {
                BigDecimal nanoseconds = value.decimalValue().movePointRight(9);
                return Instant.ofEpochSecond(
                        0, nanoseconds.setScale(0, RoundingMode.DOWN).longValueExact());
            }
            return OffsetDateTime.parse(value.asText()).toInstant();
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            // 1e400 is a number without a decimal value.
            throw event.refused(
                    "has the \"timestamp\" " + Excerpt.of(value, Excerpt.WHOLE)
                            + ", which is neither ISO-8601 with an offset nor epoch seconds",
                    e);
        }
    }
}
