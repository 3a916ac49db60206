package io.github.stepunit.contract.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.InvalidJsonException;
import io.github.stepunit.json.JsonComparison;
import io.github.stepunit.json.JsonText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a recorded value and its replay are the same, where a run cannot give the same bytes twice. By rule: a UUID, or a
 * task token of ours, stands for one recorded value, the same everywhere; a time stands for any other, as long as each was
 * within its own run; numbers of events differ with the order in which branches took turns.
 */
final class SameValues {

    private static final String UUID = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";
    private static final String TIME =
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,9})?(?:Z|[+-]\\d\\d:?\\d\\d)";
    private static final String EVENT_ID = "event id #\\d+";
    private static final String TOKEN = "\\S{8,}?";
    private static final int DEEPEST_TEXT = 3;

    private final Window recordedWindow;
    private final Window ourWindow;
    private final Volatile volatiles;
    private final Ignored ignored;
    /** Both ways, so that two recorded values never become one. */
    private final Map<String, String> bound = new HashMap<>();

    /** From when to when a run went; its clock may show that and nothing else. */
    record Window(Instant start, Instant end) {

        boolean has(Instant time) {
            // AWS shows some times to the second only.
            return !time.isBefore(start.minusSeconds(1)) && !time.isAfter(end.plusSeconds(1));
        }
    }

    /**
     * What a user says not to look at.
     *
     * @param members names of members, wherever they stand
     * @param texts parts of texts
     */
    record Ignored(Set<String> members, List<Pattern> texts) {

        String withoutTexts(String text) {
            String rest = text;
            for (Pattern each : texts) {
                rest = each.matcher(rest).replaceAll("…");
            }
            return rest;
        }
    }

    SameValues(Window recordedWindow, Window ourWindow, Set<String> ourTokens, Ignored ignored) {
        this.recordedWindow = recordedWindow;
        this.ourWindow = ourWindow;
        this.volatiles = new Volatile(ourTokens);
        this.ignored = ignored;
    }

    /** Adds what differs to {@code differences}. */
    void compare(String path, @Nullable JsonNode recorded, @Nullable JsonNode ours, List<ValueDifference> differences) {
        if (recorded == null || ours == null) {
            differences.add(new ValueDifference(path, recorded, ours));
        } else if (recorded.isObject() && ours.isObject()) {
            compareMembers(path, recorded, ours, differences);
        } else if (recorded.isArray() && ours.isArray()) {
            for (int i = 0; i < Math.max(recorded.size(), ours.size()); i++) {
                compare(path + "[" + i + "]", recorded.get(i), ours.get(i), differences);
            }
        } else if (!sameScalar(recorded, ours)) {
            differences.add(new ValueDifference(path, recorded, ours));
        }
    }

    private void compareMembers(String path, JsonNode recorded, JsonNode ours, List<ValueDifference> differences) {
        Set<String> names = new LinkedHashSet<>();
        recorded.fieldNames().forEachRemaining(names::add);
        ours.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            // Whether it is there at all counts even then.
            if (!ignored.members().contains(name) || !recorded.has(name) || !ours.has(name)) {
                compare(path.isEmpty() ? name : path + "." + name, recorded.get(name), ours.get(name), differences);
            }
        }
    }

    private boolean sameScalar(JsonNode recorded, JsonNode ours) {
        if (recorded.isTextual() && ours.isTextual()) {
            return sameText(recorded.textValue(), ours.textValue(), 0);
        }
        return JsonComparison.equalByValue(recorded, ours)
                || (recorded.isIntegralNumber()
                        && ours.isIntegralNumber()
                        && recordedWindow.has(Instant.ofEpochMilli(recorded.longValue()))
                        && ourWindow.has(Instant.ofEpochMilli(ours.longValue())));
    }

    private boolean sameText(String recorded, String ours, int depth) {
        if (recorded.equals(ours)) {
            return true;
        }
        String there = ignored.withoutTexts(recorded);
        String here = ignored.withoutTexts(ours);
        return there.equals(here) || sameJson(there, here, depth) || sameButVolatile(there, here);
    }

    /** JSON within text, as causes and inputs of other executions are. */
    private boolean sameJson(String recorded, String ours, int depth) {
        boolean mayBe = depth < DEEPEST_TEXT
                && (ours.startsWith("{") || ours.startsWith("["))
                && (recorded.startsWith("{") || recorded.startsWith("["));
        if (!mayBe) {
            return false;
        }
        try {
            List<ValueDifference> differences = new ArrayList<>();
            compare("", JsonText.parseWithoutText(recorded), JsonText.parseWithoutText(ours), differences);
            return differences.isEmpty();
        } catch (InvalidJsonException noJson) {
            return false;
        }
    }

    private boolean sameButVolatile(String recorded, String ours) {
        List<Part> parts = volatiles.parts(ours);
        if (parts.stream().allMatch(part -> part.kind() == Kind.TEXT)) {
            return false;
        }
        StringBuilder pattern = new StringBuilder();
        parts.forEach(part -> pattern.append(
                part.kind() == Kind.TEXT ? Pattern.quote(part.text()) : "(" + part.kind().pattern + ")"));
        Matcher matcher = Pattern.compile(pattern.toString(), Pattern.DOTALL).matcher(recorded);
        if (!matcher.matches()) {
            return false;
        }
        int group = 0;
        for (Part part : parts) {
            if (part.kind() != Kind.TEXT && !stands(part, matcher.group(++group))) {
                return false;
            }
        }
        return true;
    }

    private boolean stands(Part ours, String recorded) {
        return switch (ours.kind()) {
            case TEXT, EVENT_ID -> true;
            case TIME ->
                ours.text().equals(recorded)
                        || (isWithin(ourWindow, ours.text()) && isWithin(recordedWindow, recorded));
            case UUID, TOKEN -> bind("recorded " + recorded, ours.text()) && bind("ours " + ours.text(), recorded);
        };
    }

    private boolean bind(String from, String to) {
        String earlier = bound.putIfAbsent(from, to);
        return earlier == null || earlier.equals(to);
    }

    private static boolean isWithin(Window window, String time) {
        try {
            return window.has(OffsetDateTime.parse(time).toInstant());
        } catch (DateTimeException notATime) {
            return false;
        }
    }

    private enum Kind {
        TEXT(""),
        UUID(SameValues.UUID),
        TIME(SameValues.TIME),
        EVENT_ID(SameValues.EVENT_ID),
        TOKEN(SameValues.TOKEN);

        private final String pattern;

        Kind(String pattern) {
            this.pattern = pattern;
        }
    }

    /** A part of a text. */
    private record Part(Kind kind, String text) {}

    /** Takes a text of ours apart at what another run has another of. */
    private static final class Volatile {

        private final Pattern pattern;

        Volatile(Set<String> ourTokens) {
            StringBuilder tokens = new StringBuilder();
            ourTokens.forEach(
                    token -> tokens.append(tokens.length() == 0 ? "" : "|").append(Pattern.quote(token)));
            // "(?!)" matches nothing.
            pattern = Pattern.compile("(?<TOKEN>" + (tokens.length() == 0 ? "(?!)" : tokens) + ")|(?<UUID>" + UUID
                    + ")|(?<TIME>" + TIME + ")|(?<EVENTID>" + EVENT_ID + ")");
        }

        List<Part> parts(String text) {
            List<Part> parts = new ArrayList<>();
            Matcher matcher = pattern.matcher(text);
            int end = 0;
            while (matcher.find()) {
                if (matcher.start() > end) {
                    parts.add(new Part(Kind.TEXT, text.substring(end, matcher.start())));
                }
                parts.add(new Part(kindOf(matcher), matcher.group()));
                end = matcher.end();
            }
            if (end < text.length()) {
                parts.add(new Part(Kind.TEXT, text.substring(end)));
            }
            return parts;
        }

        private static Kind kindOf(Matcher matcher) {
            if (matcher.group("TOKEN") != null) {
                return Kind.TOKEN;
            }
            if (matcher.group("UUID") != null) {
                return Kind.UUID;
            }
            return matcher.group("TIME") != null ? Kind.TIME : Kind.EVENT_ID;
        }
    }
}
