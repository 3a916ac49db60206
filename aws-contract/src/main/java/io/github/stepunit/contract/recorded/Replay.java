package io.github.stepunit.contract.recorded;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.stepunit.Execution;
import io.github.stepunit.ExecutionStatus;
import io.github.stepunit.ExecutionStuckException;
import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.recorded.SameValues.Ignored;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.HistoryEventType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * Runs the current definition with what an execution on AWS was given and what its services answered, and shows event by
 * event where it departs: would this change have altered any of last week's runs? Immutable.
 *
 * <pre>{@code
 * ReplaySummary summary = Replay.of(StateMachine.load(Path.of("order.asl.json"))).replayAll(lastWeek);
 * assertThat(summary).hasNoDivergence();
 * }</pre>
 *
 * <p>Times are relative to the start, by the virtual clock: an answer takes as long as it took on AWS. What a run cannot
 * give twice (UUIDs, task tokens, the time of day) counts as the same by rule; what else differs from run to run by design
 * ({@code States.MathRandom}) has to be {@linkplain #ignoringMembers ignored}. The order in which branches and iterations
 * took turns does not count; the order of events within each does.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Replay {

    private static final Pattern ARN = Pattern.compile("arn:[\\w-]*:[\\w-]+:[^\\s\"'{}\\[\\]]*|\\$\\{[^}]+}");

    private final StateMachine machine;
    private final Ignored ignored;

    private Replay(StateMachine machine, Ignored ignored) {
        this.machine = machine;
        this.ignored = ignored;
    }

    /** Replays with that machine; its name, account, role and mocks give way to what the recording has. */
    public static Replay of(StateMachine current) {
        return new Replay(current, new Ignored(Set.of(), List.of()));
    }

    /** The same, without looking at the values of members that have one of these names, wherever they stand. */
    public Replay ignoringMembers(String... names) {
        Set<String> members = new LinkedHashSet<>(ignored.members());
        members.addAll(List.of(names));
        return new Replay(machine, new Ignored(Set.copyOf(members), ignored.texts()));
    }

    /** The same, without looking at the parts of texts that match. */
    public Replay ignoringTexts(Pattern text) {
        List<Pattern> texts = new ArrayList<>(ignored.texts());
        texts.add(text);
        return new Replay(machine, new Ignored(ignored.members(), List.copyOf(texts)));
    }

    /**
     * The same, in which any ARN or placeholder <code>${…}</code> is as good as another: for a local definition with
     * placeholders, or with names of its own, for what is deployed.
     */
    public Replay ignoringArns() {
        return ignoringTexts(ARN);
    }

    /** Replays all, in their order. */
    public ReplaySummary replayAll(Collection<RecordedExecution> recordings) {
        return new ReplaySummary(recordings.stream().map(this::replay).toList());
    }

    /**
     * Replays one.
     *
     * @throws IllegalArgumentException when it was recorded without execution data
     */
    public ReplayResult replay(RecordedExecution recorded) {
        if (recorded.input() instanceof MissingNode) {
            throw new IllegalArgumentException("The execution " + recorded.arn()
                    + " was recorded without execution data, so that nobody knows its input."
                    + "\n  do      record it with includeExecutionData; RecordedExecutions does.");
        }
        StatePaths paths = new StatePaths(machine.definition());
        RecordedAnswers answers = new RecordedAnswers(recorded, paths);
        Execution execution = machineFor(recorded).withTasks(answers).startPaused(recorded.input());
        String brokenOff = run(execution, recorded);
        return new ReplayComparison(recorded, execution, brokenOff, paths, answers, ignored).result();
    }

    private StateMachine machineFor(RecordedExecution recorded) {
        String[] arn = recorded.arn().split(":", -1);
        StateMachine surrounded = machine.withExecutionName(recorded.name()).startingAt(recorded.startTime());
        if (arn.length > 6) {
            surrounded = surrounded.inAccount(arn[4], arn[3]).named(arn[6]);
        }
        String roleArn = recorded.roleArn();
        return roleArn == null ? surrounded : surrounded.withRole(roleArn);
    }

    /** Gives why it broke off; empty when it did not. */
    private static String run(Execution execution, RecordedExecution recorded) {
        try {
            HistoryEvent last = recorded.lastEvent();
            boolean cutOff =
                    last.type() == HistoryEventType.EXECUTION_ABORTED || recorded.status() == ExecutionStatus.RUNNING;
            List<Duration> pauses = pausesBeforeRedrives(recorded);
            if (cutOff && pauses.isEmpty()) {
                runAsFar(execution, recorded);
            } else {
                execution.runToEnd();
                pauses.forEach(execution::redriveAfter);
            }
            if (last.type() == HistoryEventType.EXECUTION_ABORTED
                    && last.details() instanceof HistoryEventDetails.Failed stopped) {
                execution.stop(stopped.error(), stopped.cause());
            }
            return "";
        } catch (NoRecordedAnswerException | ExecutionStuckException | IllegalStateException broken) {
            return String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
        }
    }

    /** From each end to the redrive after it. */
    private static List<Duration> pausesBeforeRedrives(RecordedExecution recorded) {
        List<Duration> pauses = new ArrayList<>();
        List<HistoryEvent> events = recorded.history().events();
        for (int i = 1; i < events.size(); i++) {
            if (events.get(i).type() == HistoryEventType.EXECUTION_REDRIVEN) {
                Duration pause = Duration.between(
                        events.get(i - 1).timestamp(), events.get(i).timestamp());
                pauses.add(pause.isNegative() ? Duration.ZERO : pause);
            }
        }
        return pauses;
    }

    /**
     * StopExecution came from outside. Nothing tells when it would come now; so the replay goes as far as the recording did:
     * until it has entered as many states.
     */
    private static void runAsFar(Execution execution, RecordedExecution recorded) {
        long entered = recorded.history().events().stream()
                .filter(event -> event.type().isStateEntered())
                .count();
        for (HistoryEvent event : recorded.history().events()) {
            execution.runUntil(event.timestamp());
            long now = execution.history().events().stream()
                    .filter(each -> each.type().isStateEntered())
                    .count();
            if (now >= entered) {
                return;
            }
        }
    }
}
