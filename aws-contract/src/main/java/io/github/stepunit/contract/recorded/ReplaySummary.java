package io.github.stepunit.contract.recorded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * How the replays of many recorded executions went.
 *
 * @param results one for each, in their order
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ReplaySummary(List<ReplayResult> results) {

    private static final int MOST_GROUPS = 10;

    public ReplaySummary {
        results = List.copyOf(results);
    }

    /** Those that depart. */
    public List<ReplayResult> diverging() {
        return results.stream().filter(result -> !result.isSame()).toList();
    }

    /** The summary over several lines: executions that depart for the same reason together, with one of them in full. */
    public String describe() {
        Map<String, List<ReplayResult>> groups = new LinkedHashMap<>();
        for (ReplayResult result : diverging()) {
            result.firstDivergence().ifPresent(first -> groups.computeIfAbsent(reason(first), none -> new ArrayList<>())
                    .add(result));
        }
        int same = results.size() - diverging().size();
        StringBuilder text = new StringBuilder();
        text.append(same).append(" of ").append(results.size()).append(" recorded executions run as recorded");
        long partly = results.stream()
                .filter(result -> result.isSame() && !result.isWhole())
                .count();
        if (partly > 0) {
            text.append(", ").append(partly).append(" of them only as far as they can be replayed");
        }
        int shown = 0;
        for (List<ReplayResult> group : groups.values()) {
            if (shown++ == MOST_GROUPS) {
                text.append("\n\n… and ").append(groups.size() - MOST_GROUPS).append(" other ways to depart");
                break;
            }
            text.append("\n\n");
            if (group.size() > 1) {
                text.append(group.size()).append(" depart in the same way, for instance\n");
            }
            text.append(group.get(0).describe());
        }
        return text.append(NotReplayed.of(results)).toString();
    }

    private static String reason(Divergence first) {
        String event = first.recorded() == null ? "" : first.recorded().type().awsName();
        String fields =
                first.differences().isEmpty() ? "" : first.differences().get(0).path();
        return first.kind() + " " + first.statePath().replaceAll("\\[\\d+]", "") + " " + event + " "
                + fields.replaceAll("\\[\\d+]", "");
    }
}
