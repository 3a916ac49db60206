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
 * @param calls what its Tasks were answered, in the order of their calls; in its child executions, too
 * @param children how the replays of its recorded child executions went, each by itself with the ItemProcessor as its
 *     definition
 * @param notReplayed what of it could not be replayed since no history tells it, with the reason: child executions that
 *     are Express executions, objects in S3. Empty when nothing
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ReplayResult(
        RecordedExecution recorded,
        Execution replayed,
        List<Divergence> divergences,
        List<AnsweredCall> calls,
        List<ReplayResult> children,
        List<String> notReplayed) {

    private static final int MOST_STATES = 30;

    public ReplayResult {
        divergences = List.copyOf(divergences);
        calls = List.copyOf(calls);
        children = List.copyOf(children);
        notReplayed = List.copyOf(notReplayed);
    }

    /** Whether it departs nowhere, nor does any of its child executions, as far as they can be replayed. */
    public boolean isSame() {
        return divergences.isEmpty() && children.stream().allMatch(ReplayResult::isSame);
    }

    /** Whether all of it was replayed. */
    public boolean isWhole() {
        return notReplayed.isEmpty() && children.stream().allMatch(ReplayResult::isWhole);
    }

    /** Where it departs first; what comes later often follows from it. */
    public Optional<Divergence> firstDivergence() {
        return divergences.isEmpty()
                ? children.stream()
                        .flatMap(child -> child.firstDivergence().stream())
                        .findFirst()
                : Optional.of(divergences.get(0));
    }

    /** The result over several lines: where it departs first, and both paths. */
    public String describe() {
        return told()
                + notReplayed.stream().map(each -> "\n  not replayed: " + each).collect(Collectors.joining());
    }

    private String told() {
        if (isSame()) {
            int events = recorded.history().events().size();
            String count = isWhole() ? "all " + events + " events" : "what can be replayed of " + events + " events is";
            return recorded.name() + ": " + count + " as recorded"
                    + (children.isEmpty() ? "" : ", and so are " + children.size() + " child executions");
        }
        if (divergences.isEmpty()) {
            return children.stream()
                    .filter(child -> !child.isSame())
                    .findFirst()
                    .map(child -> recorded.name() + ", its child execution " + child.describe())
                    .orElse("");
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
