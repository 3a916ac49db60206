package io.github.stepunit.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.Diagnostic;
import io.github.stepunit.json.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the owner of an invalid definition says that it is wrong. Tools point in ways of their own: by lines, by JSON
 * Pointer, by a path in a sentence, by the name of a state. Each is turned into lines or AWS's locations.
 *
 * <p>A diagnostic of ours is at the right place when it is on one of those lines, or when its location is the expected one,
 * inside it, or on the way to it within the same state: where a linter names a field, AWS often names the object that
 * holds it.
 */
final class ExpectedPlaces {

    private static final Pattern POINTER = Pattern.compile("/(?:States|StartAt|TimeoutSeconds|Version)[^\"']*");
    private static final Pattern INDEX = Pattern.compile("/(\\d+)(?=/|$)");
    private static final Pattern NAMED = Pattern.compile("[Ss]tate \"([^\"]+)\"|State (.+) is not reachable");
    private static final String STATELINT = "State Machine";

    private record Lines(int first, int last) {}

    private final JsonNode definition;
    private final List<Lines> lines = new ArrayList<>();
    private final Set<String> locations = new LinkedHashSet<>();

    /** @param definition the tree; missing when the text is no JSON */
    ExpectedPlaces(CorpusEntry entry, JsonNode definition) {
        this.definition = definition;
        for (JsonNode each : entry.expected().path("diagnostics")) {
            JsonNode start = each.path("range").path("start");
            JsonNode end = each.path("range").path("end");
            if (start.isArray()) {
                lines.add(new Lines(start.get(0).asInt() + 1, end.get(0).asInt() + 1));
            }
        }
        if (lines.isEmpty()) {
            entry.complaints().forEach(this::addLocations);
        }
    }

    private void addLocations(String complaint) {
        int statelint = complaint.indexOf(STATELINT);
        if (statelint >= 0) {
            addStatelintPath(complaint.substring(statelint + STATELINT.length()));
            return;
        }
        Matcher pointers = POINTER.matcher(complaint);
        if (pointers.find()) {
            // asl-validator's sentences go on behind the pointer.
            String pointer =
                    pointers.group().replaceFirst(" (is|must|should) .*", "").strip();
            locations.add(INDEX.matcher(pointer).replaceAll("[$1]"));
            return;
        }
        Matcher named = NAMED.matcher(complaint);
        while (named.find()) {
            String name = named.group(1) != null ? named.group(1) : named.group(2);
            addState(definition, "", name);
        }
    }

    private void addState(JsonNode graph, String at, String name) {
        graph.path("States").properties().forEach(state -> {
            String place = at + "/States/" + state.getKey();
            if (state.getKey().equals(name)) {
                locations.add(place);
            }
            for (String inner : List.of("ItemProcessor", "Iterator")) {
                addState(state.getValue().path(inner), place + "/" + inner, name);
            }
            JsonNode branches = state.getValue().path("Branches");
            for (int i = 0; i < branches.size(); i++) {
                addState(branches.path(i), place + "/Branches[" + i + "]", name);
            }
        });
    }

    /** {@code .States.My state.Catch[0].ErrorEquals is empty}: names may have blanks and dots, so the definition is asked. */
    private void addStatelintPath(String rest) {
        JsonNode node = definition;
        StringBuilder location = new StringBuilder();
        String text = rest;
        if (node.path("States").isObject() && text.startsWith(".") && !node.has(firstWord(text))) {
            node = node.path("States");
            location.append("/States");
        }
        while (true) {
            Matcher index = Pattern.compile("^\\[(\\d+)]").matcher(text);
            if (index.find()) {
                node = node.path(Integer.parseInt(index.group(1)));
                location.append(index.group());
                text = text.substring(index.end());
                continue;
            }
            String key = text.startsWith(".") ? longestKey(node, text.substring(1)) : "";
            if (key.isEmpty()) {
                break;
            }
            node = node.path(key);
            location.append('/').append(key);
            text = text.substring(1 + key.length());
        }
        locations.add(location.isEmpty() ? "/" : location.toString());
    }

    private static String firstWord(String path) {
        Matcher word = Pattern.compile("^\\.(\\w+)").matcher(path);
        return word.find() ? word.group(1) : "";
    }

    private static String longestKey(JsonNode node, String text) {
        String longest = "";
        for (var field : node.properties()) {
            String key = field.getKey();
            boolean ends = text.length() == key.length()
                    || (text.startsWith(key)
                            && !Character.isLetterOrDigit(text.charAt(Math.min(key.length(), text.length() - 1))));
            if (text.startsWith(key) && ends && key.length() > longest.length()) {
                longest = key;
            }
        }
        return longest;
    }

    boolean areKnown() {
        return !lines.isEmpty() || !locations.isEmpty();
    }

    boolean include(Diagnostic diagnostic) {
        SourceLocation place = diagnostic.location();
        if (place != null
                && lines.stream().anyMatch(each -> each.first() <= place.line() && place.line() <= each.last())) {
            return true;
        }
        String location =
                diagnostic.pointer() == null ? "/" : diagnostic.pointer().toAwsLocation();
        return locations.stream().anyMatch(expected -> fits(location, expected));
    }

    private static boolean fits(String location, String expected) {
        return isWithin(location, expected)
                || (isWithin(expected, location) && (isWithin(location, ownerOf(expected)) || expected.equals("/")));
    }

    /** The innermost state around a location, or the whole machine. */
    private static String ownerOf(String location) {
        Matcher state = Pattern.compile("(.*/States/[^/]+)").matcher(location);
        return state.find() ? state.group(1) : "/";
    }

    private static boolean isWithin(String inner, String outer) {
        return inner.equals(outer)
                || outer.equals("/")
                || inner.startsWith(outer + "/")
                || inner.startsWith(outer + "[");
    }

    @Override
    public String toString() {
        return lines + " " + locations;
    }
}
