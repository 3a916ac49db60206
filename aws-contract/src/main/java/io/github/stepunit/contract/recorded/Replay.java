package io.github.stepunit.contract.recorded;

import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.stepunit.Execution;
import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.internal.StepFunctionsArn;
import io.github.stepunit.contract.recorded.SameValues.Ignored;
import io.github.stepunit.definition.MapState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

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
 *
 * <p>The recorded child executions of a Distributed Map answer for those that the replay starts, and each is replayed by
 * itself, with the ItemProcessor as its definition. What of an execution cannot be replayed, since it is in no history, is
 * told: {@link ReplayResult#notReplayed()}.
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
     * Replays one: an execution, or a child execution of a Distributed Map by itself.
     *
     * @throws IllegalArgumentException when it was recorded without execution data, or is a child execution of a Map state
     *     that there is not
     */
    public ReplayResult replay(RecordedExecution recorded) {
        if (recorded.input() instanceof MissingNode) {
            throw new IllegalArgumentException("The execution " + recorded.arn()
                    + " was recorded without execution data, so that nobody knows its input."
                    + "\n  do      record it with includeExecutionData; RecordedExecutions does.");
        }
        ItemProcessors processors = new ItemProcessors(machine.definition());
        StepFunctionsArn arn = StepFunctionsArn.of(recorded.arn());
        return arn == null || arn.label().isEmpty() || arn.label().equals(labelOf(machine))
                ? replay(recorded, processors)
                : ofProcessor(processors.of(recorded), recorded).replay(recorded);
    }

    private static String labelOf(StateMachine machine) {
        int slash = machine.name().indexOf('/');
        return slash < 0 ? "" : machine.name().substring(slash + 1);
    }

    /** For the child executions of a Distributed Map, which run its ItemProcessor. */
    private Replay ofProcessor(@Nullable MapState map, RecordedExecution child) {
        StepFunctionsArn arn = StepFunctionsArn.of(child.arn());
        if (map == null || arn == null) {
            throw new IllegalArgumentException(
                    "The child execution " + child.arn()
                            + " was started by a Distributed Map that is not in "
                            + machine.definition().sourceMap().source() + ", or that cannot be told from others."
                            + "\n  do      give the Map state the Label that it had then, or replay the execution that it is a child of.");
        }
        return new Replay(machine.ofProcessor(map, arn.machine()), ignored);
    }

    private ReplayResult replay(RecordedExecution recorded, ItemProcessors processors) {
        StatePaths paths = new StatePaths(machine.definition());
        ChildGaps gaps = new ChildGaps(recorded, processors);
        RecordedAnswers answers = new RecordedAnswers(recorded, paths, machine.definition(), processors, gaps);
        Execution execution = machineFor(recorded).withTasks(answers).startPaused(recorded.input());
        RunEnd end = new ReplayRun(execution, recorded, processors).run();
        List<Divergence> divergences =
                new ReplayComparison(recorded, execution, end, paths, answers, ignored).divergences();
        List<ReplayResult> children = new ArrayList<>();
        List<String> notReplayed = new ArrayList<>(gaps.all());
        // A processor is made ready to run once for all its children.
        Map<String, Replay> byMap = new HashMap<>();
        for (RecordedExecution child : recorded.children()) {
            MapState map = processors.of(child, recorded);
            if (map == null) {
                notReplayed.add("the child execution " + child.arn()
                        + " was started by a Distributed Map that there is not any more");
            } else {
                children.add(byMap.computeIfAbsent(map.name(), name -> ofProcessor(map, child))
                        .replay(child));
            }
        }
        if (!end.gap().isEmpty()) {
            notReplayed.remove(end.gap());
            notReplayed.add("the end of the execution, since " + end.gap());
        }
        return new ReplayResult(recorded, execution, divergences, answers.calls(), children, notReplayed);
    }

    private StateMachine machineFor(RecordedExecution recorded) {
        StepFunctionsArn arn = StepFunctionsArn.of(recorded.arn());
        StateMachine surrounded = machine.withExecutionName(recorded.name()).startingAt(recorded.startTime());
        if (arn != null) {
            surrounded = surrounded.inAccount(arn.account(), arn.region()).named(arn.machine());
        }
        String roleArn = recorded.roleArn();
        return roleArn == null ? surrounded : surrounded.withRole(roleArn);
    }
}
