package io.github.stepunit.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import io.github.stepunit.json.JsonText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The payloads of a page, each once: the states of an execution hand the same trees on. Keeps pages small. */
final class PayloadTable {

    /** Nobody reads more of one payload. */
    private static final int LONGEST = 20_000;
    /** What is shown of a payload when the page is full. */
    private static final int EXCERPT = 300;

    private static final int WHOLE_PAGE = 6_000_000;
    private static final int CONTEXT = 2;

    private final IdentityHashMap<JsonNode, Integer> byTree = new IdentityHashMap<>();
    private final Map<String, Integer> byText = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private int size;

    /** The number of its text. */
    int add(JsonNode value) {
        return byTree.computeIfAbsent(value, each -> add(text(each)));
    }

    private int add(String text) {
        return byText.computeIfAbsent(text, each -> {
            texts.add(each);
            size += each.length();
            return texts.size() - 1;
        });
    }

    private String text(JsonNode value) {
        // Writes no more of a very large value than is shown.
        String compact = JsonText.excerpt(value, LONGEST);
        if (size > WHOLE_PAGE) {
            return JsonText.excerpt(value, EXCERPT);
        }
        return compact.length() >= LONGEST ? compact : JsonText.writeIndented(value);
    }

    /** Line by line what changes from one to the other; empty when nothing does. */
    List<String> difference(int before, int after) {
        if (before == after || size > WHOLE_PAGE) {
            return List.of();
        }
        List<String> from = texts.get(before).lines().toList();
        List<String> lines = UnifiedDiffUtils.generateUnifiedDiff(
                "", "", from, DiffUtils.diff(from, texts.get(after).lines().toList()), CONTEXT);
        // Without the two lines that name files.
        List<String> difference = lines.size() <= 2 ? List.of() : List.copyOf(lines.subList(2, lines.size()));
        difference.forEach(line -> size += line.length());
        return difference;
    }

    List<String> texts() {
        return texts;
    }
}
