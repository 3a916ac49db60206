package io.github.stepunit.contract.recorded;

import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.history.ExecutionHistory;
import io.github.stepunit.history.StateVisit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * How the replay of one recorded execution went.
 *
 * @param recorded what was replayed
 * @param replayed the run of the current definition; it may have broken off
 * @param divergences where it departs, in the order of the recorded events; empty when nowhere
 * @param calls what its Tasks were answered, in the order of their calls
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ReplayResult(
        RecordedExecution recorded, Execution replayed, List<Divergence> divergences, List<AnsweredCall> calls) {

    private static final int MOST_STATES = 30;

    public ReplayResult {
        divergences = List.copyOf(divergences);
        calls = List.copyOf(calls);
    }

    /** Whether it departs nowhere. */
    public boolean isSame() {
        return divergences.isEmpty();
    }

    /** Where it departs first; what comes later often follows from it. */
    public Optional<Divergence> firstDivergence() {
        return divergences.stream().findFirst();
    }

    /** The result over several lines: where it departs first, and both paths. */
    public String describe() {
        if (isSame()) {
            return recorded.name() + ": all " + recorded.history().events().size() + " events as recorded";
        }
        Divergence first = divergences.get(0);
        String at = first.recorded() == null
                ? "after the last recorded event"
                : "at event " + first.recorded().id() + " of "
                        + recorded.history().events().size();
        StringBuilder text = new StringBuilder(recorded.name())
                .append(" departs ")
                .append(at)
                .append("\n  ");
        text.append(first.describe().replace("\n", "\n  "));
        if (divergences.size() > 1) {
            text.append("\n  … and ").append(divergences.size() - 1).append(" more events differ after it");
        }
        text.append("\n  recorded  ").append(path(recorded.history(), recorded.status()));
        text.append("\n  now       ").append(path(replayed.history(), replayed.status()));
        return text.toString();
    }

    private static String path(ExecutionHistory history, ExecutionStatus status) {
        List<String> names = history.visits().stream().map(StateVisit::path).toList();
        String shown = names.stream().limit(MOST_STATES).collect(Collectors.joining(" > "));
        String rest = names.size() > MOST_STATES ? " > … " + (names.size() - MOST_STATES) + " more" : "";
        return shown + rest + ", " + status;
    }
}
