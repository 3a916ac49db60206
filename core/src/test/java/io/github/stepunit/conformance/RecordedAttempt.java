package io.github.stepunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One recorded attempt of a Task: the event that scheduled it and all that followed.
 *
 * @param state the Task state; null when the recording has lost the ids that tell
 * @param mapIndex the innermost iteration around it; null outside of a Map
 * @param resource {@code service:action} as the history has it, or the ARN of a function or activity
 * @param events TaskScheduled (or its kin) first
 */
record RecordedAttempt(@Nullable String state, @Nullable Integer mapIndex, String resource, List<JsonNode> events) {

    private static final Set<String> SCHEDULED =
            Set.of("TaskScheduled", "LambdaFunctionScheduled", "ActivityScheduled");
    private static final List<String> FOLLOWING = List.of(
            "Started", "StartFailed", "ScheduleFailed", "Submitted", "SubmitFailed", "Succeeded", "Failed", "TimedOut");

    /** All attempts of a recording in the order in which they were scheduled. */
    static List<RecordedAttempt> of(List<JsonNode> events) {
        EventChain chain = new EventChain(events);
        List<RecordedAttempt> attempts = new ArrayList<>();
        Map<String, Long> ranks = new HashMap<>();
        for (JsonNode event : events) {
            if (SCHEDULED.contains(typeOf(event))) {
                long rank = ranks.merge(resource(event), 1L, Long::sum) - 1;
                attempts.add(event.path("id").isArray() ? unlinked(events, event, rank) : linked(chain, event));
            }
        }
        return attempts;
    }

    private static RecordedAttempt linked(EventChain chain, JsonNode scheduled) {
        List<JsonNode> events = new ArrayList<>(List.of(scheduled));
        String family = family(scheduled);
        JsonNode at = chain.next(scheduled, type -> follows(type, family));
        while (at != null) {
            events.add(at);
            at = chain.next(at, type -> follows(type, family));
        }
        return new RecordedAttempt(chain.state(scheduled), chain.mapIndex(scheduled), resource(scheduled), events);
    }

    /**
     * Without ids, the first unused event of each kind for the same resource is the attempt's: the normalised run of a
     * retried Parallel begins anew with each ParallelStateStarted, so the order of the file is good enough for as many
     * outcomes as attempts.
     */
    private static RecordedAttempt unlinked(List<JsonNode> events, JsonNode scheduled, long rank) {
        List<JsonNode> attempt = new ArrayList<>(List.of(scheduled));
        for (String kind : FOLLOWING) {
            String type = family(scheduled) + kind;
            events.stream()
                    .filter(event -> typeOf(event).equals(type) && isOf(resource(scheduled), event))
                    .skip(rank)
                    .findFirst()
                    .ifPresent(attempt::add);
        }
        return new RecordedAttempt(null, null, resource(scheduled), attempt);
    }

    private static boolean isOf(String resource, JsonNode event) {
        return resource(event).isEmpty() || resource(event).equals(resource);
    }

    private static boolean follows(String type, String family) {
        return type.startsWith(family) && FOLLOWING.contains(type.substring(family.length()));
    }

    private static String typeOf(JsonNode event) {
        return event.path("type").asText();
    }

    private static String family(JsonNode scheduled) {
        return typeOf(scheduled).replace("Scheduled", "");
    }

    private static String resource(JsonNode event) {
        JsonNode details = details(event);
        String resource = details.path("resource").asText();
        return details.has("resourceType") ? details.path("resourceType").asText() + ":" + resource : resource;
    }

    /** The details object of an event, whatever its name. */
    static JsonNode details(JsonNode event) {
        String type = typeOf(event);
        String member = Character.toLowerCase(type.charAt(0)) + type.substring(1) + "EventDetails";
        return event.path(member);
    }

    /** The last event of that kind ({@code Submitted}, {@code Succeeded} …), or null. */
    @Nullable
    JsonNode event(String kind) {
        String type = family(events.get(0)) + kind;
        return events.stream()
                .filter(event -> typeOf(event).equals(type))
                .findFirst()
                .orElse(null);
    }

    JsonNode scheduled() {
        return details(events.get(0));
    }

    /** Whether a function ARN was invoked, whose text keeps the blanks of Lambda's runtime. */
    boolean isFunction() {
        return typeOf(events.get(0)).startsWith("LambdaFunction");
    }
}
