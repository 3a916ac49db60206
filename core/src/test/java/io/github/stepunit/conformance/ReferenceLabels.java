package io.github.stepunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One family of the recorder's numbered placeholders, {@code <uuid:1>}, {@code <uuid:2>} …: each distinct value has one,
 * counted as the recorder comes to them.
 *
 * <p>Our answer holds two kinds of values: those of our own (an id that the interpreter made), and placeholders, because
 * the recorded task answers that we replay hold them. A placeholder keeps its number. A value of our own takes the
 * lowest number that the recording uses and that has not appeared yet; so the numbers agree exactly when the values first
 * appear at the same places.
 */
final class ReferenceLabels {

    /** Finds the value that the recorder replaces in a string. */
    @FunctionalInterface
    interface Finder {

        /** The part of {@code value} to be replaced wherever it occurs, or null. */
        @Nullable
        String find(String key, String value);
    }

    private final Pattern pattern;
    private final List<String> recorded;

    ReferenceLabels(String family, String recordedText) {
        this.pattern = Pattern.compile(Pattern.quote("<" + family + ":") + "\\d+>");
        this.recorded = labelsIn(recordedText).stream()
                .sorted(Comparator.comparingInt(ReferenceLabels::number))
                .toList();
    }

    /** The text of {@code tree} with all values that {@code finder} finds replaced by their labels. */
    JsonNode replace(JsonNode tree, Finder finder) {
        Map<String, String> labels = labels(tree, finder);
        if (labels.isEmpty()) {
            return tree;
        }
        String text = PythonText.dumps(tree);
        for (Map.Entry<String, String> label : labels.entrySet()) {
            text = text.replace(insideJson(label.getKey()), insideJson(label.getValue()));
        }
        return PythonText.loads(text);
    }

    private Map<String, String> labels(JsonNode tree, Finder finder) {
        Map<String, String> labels = new LinkedHashMap<>();
        Set<String> used = new LinkedHashSet<>();
        RecordedTree.forEachString(tree, (key, value) -> {
            List<String> present = labelsIn(value);
            used.addAll(present);
            String reference = finder.find(key, value);
            if (reference != null && present.isEmpty() && !labels.containsKey(reference)) {
                next(used).ifPresent(label -> {
                    used.add(label);
                    labels.put(reference, label);
                });
            }
        });
        return labels;
    }

    /** Empty when the recording has no more of them: then the value stays, and the comparison shows it. */
    private Optional<String> next(Set<String> used) {
        return recorded.stream().filter(label -> !used.contains(label)).findFirst();
    }

    private static int number(String label) {
        return Integer.parseInt(label.substring(label.lastIndexOf(':') + 1, label.length() - 1));
    }

    private List<String> labelsIn(String text) {
        Set<String> labels = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            labels.add(matcher.group());
        }
        return new ArrayList<>(labels);
    }

    private static String insideJson(String text) {
        String quoted = PythonText.dumps(TextNode.valueOf(text));
        return quoted.substring(1, quoted.length() - 1);
    }
}
