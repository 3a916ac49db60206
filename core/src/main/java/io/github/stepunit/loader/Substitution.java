package io.github.stepunit.loader;

import io.github.stepunit.json.LocatedText;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * Replaces placeholders as CloudFormation's handler does ({@code StringUtils.replaceEachRepeatedly} of
 * {@code DefinitionProcessor}): in the text as a whole, before it is parsed, without escaping, and again in what it put
 * in. A placeholder that has no value stays.
 */
final class Substitution {

    private static final String OPEN = "${";

    /** No definition of AWS's size comes near. */
    private static final int LONGEST = 8 * 1_048_576;

    private final Map<String, String> values = new LinkedHashMap<>();

    private final PlaceholderNames names;

    /** @param names learns which placeholders there are */
    Substitution(Map<String, String> values, PlaceholderNames names) {
        this.values.putAll(values);
        this.names = names;
    }

    /**
     * Replaces all placeholders that have a value. What is put in stands where its placeholder does.
     *
     * @throws DefinitionLoadException when the values refer to each other in a circle
     */
    LocatedText in(LocatedText text) {
        LocatedText result = text;
        for (int round = 0; round <= values.size(); round++) {
            LocatedText replaced = once(result);
            if (replaced == result) {
                return result;
            }
            if (replaced.length() > LONGEST) {
                throw DefinitionLoadException.at(
                        Mark.of(text, 0),
                        "Its substitutions make more than " + LONGEST + " characters of it.",
                        "correct the values: " + circle());
            }
            result = replaced;
        }
        if (once(result) == result) {
            return result;
        }
        throw DefinitionLoadException.at(
                Mark.of(text, 0),
                "Its substitutions refer to each other in a circle: " + circle() + ".",
                "give one of them a value without placeholders. CloudFormation refuses a circle, too.");
    }

    private LocatedText once(LocatedText text) {
        String characters = text.text();
        LocatedText.Builder result = null;
        int copied = 0;
        int open = characters.indexOf(OPEN);
        while (open >= 0) {
            int close = characters.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String name = characters.substring(open + OPEN.length(), close);
            names.found(name);
            String value = values.get(name);
            if (value == null) {
                open = characters.indexOf(OPEN, open + 1);
                continue;
            }
            result = result == null ? new LocatedText.Builder() : result;
            result.append(text, copied, open);
            result.append(value, text.fileAt(open), text.offsetAt(open));
            copied = close + 1;
            open = characters.indexOf(OPEN, copied);
        }
        if (result == null) {
            return text;
        }
        result.append(text, copied, characters.length());
        return result.buildAt(text.fileAt(0), text.offsetAt(0));
    }

    /** The first circle, as {@code A -> B -> A}. */
    private String circle() {
        for (String name : new TreeSet<>(values.keySet())) {
            Deque<String> path = new ArrayDeque<>();
            if (leadsBack(name, name, path)) {
                path.addLast(name);
                return String.join(" -> ", path);
            }
        }
        return String.join(", ", new TreeSet<>(values.keySet()));
    }

    private boolean leadsBack(String from, String to, Deque<String> path) {
        if (path.contains(from)) {
            return false;
        }
        path.addLast(from);
        String value = values.getOrDefault(from, "");
        for (String next : values.keySet()) {
            if (value.contains(OPEN + next + "}") && (next.equals(to) || leadsBack(next, to, path))) {
                return true;
            }
        }
        path.removeLast();
        return false;
    }
}
