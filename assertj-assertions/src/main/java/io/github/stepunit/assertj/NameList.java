package io.github.stepunit.assertj;

import io.github.stepunit.history.StateVisit;
import java.util.ArrayList;
import java.util.List;

/** Names of visited states for messages; a long list is cut in the middle. */
final class NameList {

    private static final int FIRST = 30;
    private static final int LAST = 10;

    private NameList() {}

    static List<String> of(List<StateVisit> visits) {
        return cut(visits.stream().map(StateVisit::name).toList());
    }

    static List<String> distinct(List<StateVisit> visits) {
        return cut(visits.stream().map(StateVisit::name).distinct().toList());
    }

    static List<String> cut(List<String> names) {
        if (names.size() <= FIRST + LAST) {
            return names;
        }
        List<String> shown = new ArrayList<>(names.subList(0, FIRST));
        shown.add("... " + (names.size() - FIRST - LAST) + " more ...");
        shown.addAll(names.subList(names.size() - LAST, names.size()));
        return shown;
    }
}
