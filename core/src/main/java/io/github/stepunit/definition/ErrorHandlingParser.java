package io.github.stepunit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.Retrier.JitterStrategy;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Parses {@code Retry} and {@code Catch}. */
final class ErrorHandlingParser {

    private static final Set<String> RETRIER_FIELDS = Set.of(
            "Comment",
            "ErrorEquals",
            "IntervalSeconds",
            "MaxAttempts",
            "BackoffRate",
            "MaxDelaySeconds",
            "JitterStrategy");
    private static final String ALL = "States.ALL";
    private static final long MAX_DELAY = 31_622_400;

    private ErrorHandlingParser() {}

    static ErrorHandling parse(FieldReader state, QueryFields queries) {
        List<FieldReader> retriers = state.objects("Retry");
        List<FieldReader> catchers = state.objects("Catch");
        checkPositionOfAll(retriers);
        checkPositionOfAll(catchers);
        return new ErrorHandling(
                retriers.stream().map(ErrorHandlingParser::retrier).toList(),
                IntStream.range(0, catchers.size())
                        .mapToObj(index -> queries.catcher(catchers.get(index), index))
                        .toList());
    }

    private static Retrier retrier(FieldReader fields) {
        fields.allow(RETRIER_FIELDS);
        fields.require("ErrorEquals");
        fields.text("Comment");
        // AWS's validator takes an interval of 0, against its documentation.
        Long interval = fields.integer("IntervalSeconds", 0, StateParser.MAX_SECONDS);
        Long attempts = fields.integer("MaxAttempts", 0, StateParser.MAX_SECONDS);
        Double backoff = fields.number("BackoffRate", 1, Double.MAX_VALUE);
        String jitter = fields.oneOf("JitterStrategy", List.of("NONE", "FULL"));
        return new Retrier(
                fields.someTexts("ErrorEquals"),
                interval == null ? 1 : interval,
                attempts == null ? 3 : attempts,
                backoff == null ? 2.0 : backoff,
                fields.integer("MaxDelaySeconds", 1, MAX_DELAY),
                "FULL".equals(jitter) ? JitterStrategy.FULL : JitterStrategy.NONE,
                fields.at());
    }

    private static void checkPositionOfAll(List<FieldReader> entries) {
        for (int i = 0; i < entries.size(); i++) {
            FieldReader entry = entries.get(i);
            JsonNode names = entry.value("ErrorEquals");
            boolean isLast = i == entries.size() - 1;
            if (names != null && hasAll(names) && (names.size() > 1 || !isLast)) {
                entry.problems()
                        .schema(
                                entry.at("ErrorEquals"),
                                "States.ALL must appear alone and at end of list",
                                "Move it to an entry of its own, behind all the others.");
            }
        }
    }

    private static boolean hasAll(JsonNode names) {
        for (JsonNode name : names) {
            if (name.asText().equals(ALL)) {
                return true;
            }
        }
        return false;
    }
}
