package io.github.stepunit.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes a history as the answer of {@code GetExecutionHistory}, in the layout of the AWS CLI. */
final class HistoryWriter {

    private static final ObjectWriter LAYOUT = new ObjectMapper().writer(layout());
    /** The CLI prints Python's {@code datetime.isoformat()}: an offset instead of {@code Z}, microseconds. */
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'000+00:00'", Locale.ROOT);

    private HistoryWriter() {}

    private static DefaultPrettyPrinter layout() {
        DefaultIndenter indenter = new DefaultIndenter("    ", "\n");
        Separators separators = Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator("");
        return new DefaultPrettyPrinter(separators).withObjectIndenter(indenter).withArrayIndenter(indenter);
    }

    static String write(ExecutionHistory history) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode events = answer.putArray("events");
        history.events().forEach(event -> events.add(write(event)));
        try {
            return LAYOUT.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode write(HistoryEvent event) {
        ObjectNode written = JsonNodeFactory.instance.objectNode();
        written.put("timestamp", timestamp(event.timestamp()));
        written.put("type", event.type().awsName());
        written.put("id", event.id());
        written.put("previousEventId", event.previousEventId());
        DetailsFormat<?> format = DetailsFormat.of(event.type());
        if (format != null) {
            format.write(event, written);
        }
        return written;
    }

    private static String timestamp(Instant instant) {
        return TIMESTAMP.format(instant.atOffset(ZoneOffset.UTC));
    }
}
