package io.github.stepunit.assertj;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.internal.text.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The step at which a path leaves a value, for paths of plain names and indexes: mostly somebody mistyped it. */
final class MissingStep {

    private static final Pattern STEP = Pattern.compile("\\.([\\w-]+)|\\['([^']+)']|\\[(\\d{1,9})]");

    private MissingStep() {}

    /** {@code Did you mean "payment" instead of "paymnt"?}; empty when nothing there is similar. */
    static String question(String path, JsonNode value) {
        JsonNode node = value;
        Matcher step = STEP.matcher(path);
        int end = 1;
        while (end < path.length() && step.find(end) && step.start() == end) {
            end = step.end();
            String name = step.group(1) == null ? step.group(2) : step.group(1);
            JsonNode next = name == null ? node.get(Integer.parseInt(step.group(3))) : node.get(name);
            if (next == null) {
                return name == null ? "" : meant(name, node);
            }
            node = next;
        }
        return "";
    }

    private static String meant(String name, JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return DidYouMean.closest(name, names).stream()
                .findFirst()
                .map(best -> "\nDid you mean \"" + best + "\" instead of \"" + name + "\"?")
                .orElse("");
    }
}
