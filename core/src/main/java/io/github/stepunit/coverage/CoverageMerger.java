package io.github.stepunit.coverage;

import io.github.stepunit.definition.StateMachineType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Adds up parts, one after the other. What comes out does not depend on their order. */
final class CoverageMerger {

    private final Map<String, Draft> drafts = new HashMap<>();

    void add(CoverageData part) {
        part.definitions().forEach(this::add);
    }

    void add(DefinitionCoverage next) {
        Draft known = drafts.get(next.hash());
        if (known == null) {
            known = new Draft(next);
            drafts.put(next.hash(), known);
        }
        known.add(next);
    }

    CoverageData merged() {
        List<DefinitionCoverage> built = new ArrayList<>(drafts.size());
        for (Draft each : drafts.values()) {
            built.add(each.build());
        }
        built.sort(CoverageMerger::compare);
        return new CoverageData(built);
    }

    // Every test run of a fresh JVM comes here once: without the streams and chained comparators, which it would have
    // to
    // link first.
    private static int compare(DefinitionCoverage left, DefinitionCoverage right) {
        int byPlace = left.place().compareTo(right.place());
        int byName = byPlace != 0 ? byPlace : left.name().compareTo(right.name());
        return byName != 0 ? byName : left.hash().compareTo(right.hash());
    }

    /** Of two places with the same text, the one in a file of the repository counts. */
    private static boolean isBefore(DefinitionCoverage left, DefinitionCoverage right) {
        boolean sameKind = (left.file() == null) == (right.file() == null);
        return sameKind ? compare(left, right) < 0 : left.file() != null;
    }

    private static final class Draft {

        private DefinitionCoverage first;
        private StateMachineType type;
        private String name;
        private long executions;
        private final Map<String, ElementDraft> elements = new LinkedHashMap<>();

        Draft(DefinitionCoverage first) {
            this.first = first;
            this.type = first.type();
            this.name = first.name();
        }

        void add(DefinitionCoverage next) {
            if (isBefore(next, first)) {
                first = next;
            }
            // Whatever Express accepts, Standard does.
            type = type == StateMachineType.STANDARD ? type : next.type();
            name = name.compareTo(next.name()) <= 0 ? name : next.name();
            executions += next.executions();
            for (ElementCoverage each : next.elements()) {
                ElementDraft known = elements.get(each.element().id());
                if (known == null) {
                    elements.put(each.element().id(), new ElementDraft(each));
                } else {
                    known.add(each);
                }
            }
        }

        DefinitionCoverage build() {
            // Lines and order are those of the file that counts; what only another version knows comes last.
            List<ElementCoverage> built = new ArrayList<>(elements.size());
            for (ElementCoverage each : first.elements()) {
                ElementDraft draft = elements.remove(each.element().id());
                if (draft != null) {
                    built.add(draft.build(each.element()));
                }
            }
            elements.values().forEach(each -> built.add(each.build(each.element)));
            return new DefinitionCoverage(
                    first.hash(),
                    name,
                    type,
                    first.source(),
                    first.file(),
                    first.text(),
                    first.sourceText(),
                    executions,
                    built);
        }
    }

    private static final class ElementDraft {

        private final CoverageElement element;
        private long hits;
        private List<CoveringTest> only;
        private @Nullable TreeSet<CoveringTest> tests;

        ElementDraft(ElementCoverage first) {
            element = first.element();
            hits = first.hits();
            only = first.tests();
        }

        void add(ElementCoverage next) {
            hits += next.hits();
            if (!next.tests().isEmpty()) {
                if (tests == null) {
                    tests = new TreeSet<>(only);
                }
                tests.addAll(next.tests());
            }
        }

        ElementCoverage build(CoverageElement as) {
            return new ElementCoverage(as, hits, tests == null ? only : List.copyOf(tests));
        }
    }
}
