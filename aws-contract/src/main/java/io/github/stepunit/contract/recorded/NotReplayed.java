package io.github.stepunit.contract.recorded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of many recorded executions was not replayed, for people. */
final class NotReplayed {

    private static final int MOST = 10;

    private NotReplayed() {}

    /** Empty when all was. */
    static String of(List<ReplayResult> results) {
        Map<String, String> reasons = new LinkedHashMap<>();
        results.forEach(result -> add(result, reasons));
        StringBuilder text = new StringBuilder();
        reasons.entrySet().stream().limit(MOST).forEach(each -> text.append("\nnot replayed of ")
                .append(each.getValue())
                .append(": ")
                .append(each.getKey()));
        if (reasons.size() > MOST) {
            text.append("\n… and ").append(reasons.size() - MOST).append(" more that is not replayed");
        }
        return text.isEmpty() ? "" : "\n" + text;
    }

    private static void add(ReplayResult result, Map<String, String> reasons) {
        result.notReplayed()
                .forEach(reason -> reasons.putIfAbsent(reason, result.recorded().name()));
        result.children().forEach(child -> add(child, reasons));
    }
}
