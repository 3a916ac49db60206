package io.github.stepunit.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonPointer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The strings in a part of a definition, and what they look like. */
final class Texts {

    /**
     * {@code $.a}, {@code $[0]}, {@code $$.Execution.Id}, {@code $}: in a literal hardly ever meant as text. Not
     * {@code $.milliseconds / 1000}, which is code for somebody else to run.
     */
    private static final Pattern PATH = Pattern.compile("\\$|\\$\\$?(?:\\.[\\p{L}_*@.]|\\[)(?:\\[[^\\]]*]|\\S)*");

    private static final Pattern INTRINSIC = Pattern.compile("States\\.[A-Z][A-Za-z0-9]+\\(.*\\)", Pattern.DOTALL);

    private static final Set<String> GRAPHS = Set.of("States", "Branches", "ItemProcessor", "Iterator");

    private Texts() {}

    /**
     * A string in a definition.
     *
     * @param at its place
     * @param key the nearest key around it
     * @param text the string
     */
    record Text(JsonPointer at, String key, String text) {}

    /** All strings in a value, in their order. */
    static List<Text> in(JsonNode value, JsonPointer at) {
        List<Text> texts = new ArrayList<>();
        collect(value, at, at.lastStep(), texts, Set.of());
        return texts;
    }

    /** The strings of a state, without those of the states inside it. */
    static List<Text> of(StateNode state) {
        List<Text> texts = new ArrayList<>();
        state.json()
                .properties()
                .forEach(field -> collect(
                        field.getValue(),
                        state.at(field.getKey()),
                        field.getKey(),
                        texts,
                        GRAPHS.contains(field.getKey()) ? GRAPHS : Set.of()));
        return texts;
    }

    private static void collect(JsonNode value, JsonPointer at, String key, List<Text> texts, Set<String> without) {
        if (without.contains(key)) {
            return;
        }
        if (value.isTextual()) {
            texts.add(new Text(at, key, value.textValue()));
        } else if (value.isObject()) {
            value.properties()
                    .forEach(field ->
                            collect(field.getValue(), at.field(field.getKey()), field.getKey(), texts, without));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                collect(value.get(i), at.index(i), key, texts, without);
            }
        }
    }

    static boolean looksLikePath(String text) {
        return PATH.matcher(text).matches();
    }

    static boolean looksLikeIntrinsic(String text) {
        return INTRINSIC.matcher(text.strip()).matches();
    }
}
