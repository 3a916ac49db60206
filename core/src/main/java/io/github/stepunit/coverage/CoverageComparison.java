package io.github.stepunit.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a change has done to coverage. Here a definition stays the same while its file (or, given as text, its name) does,
 * although its text changes: a pull request is to be told what it leaves untested.
 *
 * @param definitions those in which something changed, in the order of the later data
 * @param gone the definitions that are no longer there, by name and place
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record CoverageComparison(List<Changed> definitions, List<String> gone) {

    public CoverageComparison {
        definitions = List.copyOf(definitions);
        gone = List.copyOf(gone);
    }

    /**
     * A definition in which something changed.
     *
     * @param definition as it is now
     * @param lost what was walked before and is not now
     * @param added what is new and not walked
     * @param gained what was not walked before, or not there, and is walked now
     */
    public record Changed(
            DefinitionCoverage definition,
            List<CoverageElement> lost,
            List<CoverageElement> added,
            List<CoverageElement> gained) {

        public Changed {
            lost = List.copyOf(lost);
            added = List.copyOf(added);
            gained = List.copyOf(gained);
        }
    }

    /** Compares the later data with the earlier. */
    public static CoverageComparison between(CoverageData before, CoverageData after) {
        Map<String, DefinitionCoverage> earlier = new HashMap<>();
        before.definitions().forEach(each -> {
            earlier.put(key(each), each);
            earlier.put(each.hash(), each);
        });
        List<Changed> changed = new ArrayList<>();
        for (DefinitionCoverage now : after.definitions()) {
            DefinitionCoverage then = earlier.getOrDefault(now.hash(), earlier.get(key(now)));
            Changed each = compare(then, now);
            if (!each.lost().isEmpty()
                    || !each.added().isEmpty()
                    || !each.gained().isEmpty()) {
                changed.add(each);
            }
        }
        List<String> gone = new ArrayList<>();
        for (DefinitionCoverage then : before.definitions()) {
            boolean stays = after.definitions().stream()
                    .anyMatch(now -> now.hash().equals(then.hash()) || key(now).equals(key(then)));
            if (!stays) {
                gone.add(then.name() + " (" + then.place() + ")");
            }
        }
        return new CoverageComparison(changed, gone);
    }

    private static String key(DefinitionCoverage definition) {
        return definition.name() + " in " + definition.place();
    }

    private static Changed compare(@Nullable DefinitionCoverage then, DefinitionCoverage now) {
        Map<String, ElementCoverage> before = new HashMap<>();
        if (then != null) {
            then.elements().forEach(each -> before.put(each.element().id(), each));
        }
        List<CoverageElement> lost = new ArrayList<>();
        List<CoverageElement> added = new ArrayList<>();
        List<CoverageElement> gained = new ArrayList<>();
        for (ElementCoverage each : now.elements()) {
            ElementCoverage earlier = before.get(each.element().id());
            if (each.isMissing() && earlier == null) {
                added.add(each.element());
            } else if (each.isMissing() && earlier != null && earlier.isCovered()) {
                lost.add(each.element());
            } else if (each.isCovered() && (earlier == null || !earlier.isCovered())) {
                gained.add(each.element());
            }
        }
        return new Changed(now, lost, added, gained);
    }

    /** Whether anything is untested now that was tested, or was not there, before. */
    public boolean hasNewlyUncovered() {
        return definitions.stream()
                .anyMatch(each -> !each.lost().isEmpty() || !each.added().isEmpty());
    }

    /** As Markdown, for a comment at a pull request; the same text reads well on a console. */
    public String toMarkdown() {
        StringBuilder text = new StringBuilder();
        for (Changed each : definitions) {
            text.append("### ")
                    .append(Markdown.escape(each.definition().name()))
                    .append(" (")
                    .append(Markdown.escape(each.definition().place()))
                    .append(")\n");
            list("No longer walked by any test", each.lost(), text);
            list("New, and not walked by any test", each.added(), text);
            if (!each.gained().isEmpty()) {
                text.append("\nNewly walked: ").append(each.gained().size()).append(".\n");
            }
            text.append('\n');
        }
        gone.forEach(each -> text.append("No longer loaded by any test: ")
                .append(Markdown.escape(each))
                .append("\n\n"));
        return text.isEmpty() ? "Coverage has not changed.\n" : text.toString().stripTrailing() + "\n";
    }

    private static void list(String title, List<CoverageElement> elements, StringBuilder text) {
        if (!elements.isEmpty()) {
            text.append('\n').append(title).append(":\n");
            elements.forEach(each -> text.append("- line ")
                    .append(each.line())
                    .append(": ")
                    .append(Markdown.escape(each.label()))
                    .append('\n'));
        }
    }
}
