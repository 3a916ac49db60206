package io.github.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.budget.EventBudget;
import io.github.stepunit.budget.PayloadSizes;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.explanation.Explanation;
import io.github.stepunit.explanation.MermaidWalk;
import io.github.stepunit.history.ExecutionHistory;
import io.github.stepunit.history.ExecutionTree;
import io.github.stepunit.history.HistoryEvent;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.RecordedDataFlow;
import io.github.stepunit.history.StateVisit;
import io.github.stepunit.history.VirtualTime;
import io.github.stepunit.internal.interpreter.DataFlowRecorder;
import io.github.stepunit.internal.interpreter.ExecutionAnswers;
import io.github.stepunit.internal.interpreter.ExecutionRun;
import io.github.stepunit.internal.interpreter.StateMachineIdentity;
import io.github.stepunit.internal.time.VirtualScheduler;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.json.TestInput;
import io.github.stepunit.task.TaskHandler;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One run of a state machine on its own virtual clock. Not safe for use by several threads at once.
 *
 * <p>{@link StateMachine#start} gives one that has ended. {@link StateMachine#startPaused} gives one that the test
 * steers: run it until a state or an instant, answer its callbacks, stop it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Execution {

    private final StateMachine stateMachine;
    private final ExecutionRun run;
    private final @Nullable MapRun parentMapRun;
    private final ExecutionHistory history;
    private final RegisteredStateMachines registry;
    private final List<Execution> nested = new ArrayList<>(0);
    private TaskHandler tasks;

    Execution(StateMachine stateMachine, ExecutionRun run, RegisteredStateMachines registry) {
        this(stateMachine, run, registry, null);
    }

    Execution(
            StateMachine stateMachine,
            ExecutionRun run,
            RegisteredStateMachines registry,
            @Nullable MapRun parentMapRun) {
        this.registry = registry;
        this.parentMapRun = parentMapRun;
        this.stateMachine = stateMachine;
        this.run = run;
        this.tasks = stateMachine.tasks();
        this.history = new ExecutionHistory(run.events());
    }

    /** The machine that runs. */
    public StateMachine stateMachine() {
        return stateMachine;
    }

    /** Where it stands; RUNNING until it has ended. */
    public ExecutionStatus status() {
        return ExecutionStatus.after(lastEvent().type());
    }

    private HistoryEvent lastEvent() {
        return run.events().get(run.events().size() - 1);
    }

    /** The input that it was started with. A copy at each call. */
    public JsonNode input() {
        return JsonText.copyWithText(run.input());
    }

    /**
     * The output. A copy at each call.
     *
     * @throws IllegalStateException when it has not succeeded; the message says how it stands
     */
    public JsonNode output() {
        if (lastEvent().details() instanceof HistoryEventDetails.Succeeded succeeded
                && status() == ExecutionStatus.SUCCEEDED) {
            return JsonText.copyWithText(succeeded.output());
        }
        throw new IllegalStateException("The execution has no output: " + standing() + ".");
    }

    /**
     * The error name, as {@code DescribeExecution} gives it. Null when it has none: not failed, failed by a Fail state
     * without {@code Error}, or timed out.
     */
    public @Nullable String error() {
        Failure failure = failure();
        return failure == null ? null : failure.error();
    }

    /** The cause of the failure, as {@code DescribeExecution} gives it; null when there is none. */
    public @Nullable String cause() {
        Failure failure = failure();
        return failure == null ? null : failure.cause();
    }

    private record Failure(@Nullable String error, @Nullable String cause) {}

    private @Nullable Failure failure() {
        ExecutionStatus status = status();
        // A machine that timed out shows neither (timeouts/test_timeouts.test_global_timeout).
        boolean shown = status == ExecutionStatus.FAILED || status == ExecutionStatus.ABORTED;
        return shown && lastEvent().details() instanceof HistoryEventDetails.Failed failed
                ? new Failure(failed.error(), failed.cause())
                : null;
    }

    /** Its ARN. */
    public String arn() {
        return run.settings().executionArn();
    }

    /** Virtual start. */
    public Instant startTime() {
        return run.settings().start();
    }

    /** Where the virtual clock stands; where it stood at the end, when it has ended. */
    public Instant now() {
        Instant end = run.endTime();
        return end == null ? run.now() : end;
    }

    /** Virtual time from the start to the end, or until now while it runs. */
    public Duration duration() {
        return Duration.between(startTime(), now());
    }

    /** Everything that happened, so far. */
    public ExecutionHistory history() {
        return history;
    }

    // --- what it did, and why

    /**
     * Records from now on what the payload is after each step of each state ({@code InputPath}, {@code Parameters}, …),
     * which the history does not tell; so do the nested executions that it starts, but not the children of a Map Run, which may
     * be very many. Executions of a {@code @StepFunctionTest} do so by themselves; for others,
     * {@code machine.onStart(Execution::recordDataFlow)}. To ask again changes nothing.
     */
    public Execution recordDataFlow() {
        if (!(run.listener() instanceof DataFlowRecorder)) {
            run.watchedBy(new DataFlowRecorder());
        }
        return this;
    }

    /** What the payload was after each step, as far as it was recorded; see {@link #recordDataFlow}. */
    public RecordedDataFlow dataFlow() {
        return run.listener() instanceof DataFlowRecorder recorder ? recorder.recorded() : new RecordedDataFlow();
    }

    /** Why it failed, was stopped, or goes on no further; empty when it has succeeded. */
    public Explanation explain() {
        return Explanation.of(stateMachine.definition(), history, dataFlow());
    }

    /**
     * Why one visit of a state went as it did; empty when there was nothing to decide.
     *
     * @param visit one of {@link ExecutionHistory#visits()}
     */
    public Explanation explain(StateVisit visit) {
        return Explanation.of(visit, stateMachine.definition(), history, dataFlow());
    }

    /**
     * Which decision led to a visit: the nearest Choice or caught error before it, on its level; empty when there was none.
     *
     * @param visit one of {@link ExecutionHistory#visits()}
     */
    public Explanation explainWayTo(StateVisit visit) {
        return Explanation.ofWayTo(visit, stateMachine.definition(), history, dataFlow());
    }

    /** The walked path as text: a line for each visit with virtual time, errors, retries and payload. */
    public ExecutionTree toTree() {
        return ExecutionTree.of(history);
    }

    /** The walked path as a Mermaid flowchart, which GitHub and GitLab draw in Markdown. */
    public String toMermaid() {
        return MermaidWalk.of(history);
    }

    /** The largest payloads so far, by state. */
    public PayloadSizes payloadSizes() {
        return PayloadSizes.of(history);
    }

    /** How much of the events that AWS gives it is used, and when a loop will have used them all. */
    public EventBudget eventBudget() {
        return EventBudget.of(history, stateMachine.limits().historyEvents());
    }

    // --- Map Runs

    RegisteredStateMachines registry() {
        return registry;
    }

    /** The Map Run that started it as a child execution; null when none did. */
    public @Nullable MapRun parentMapRun() {
        return parentMapRun;
    }

    /** The Map Runs of its Distributed Maps so far, in the order in which they began; not those of its children. */
    public List<MapRun> mapRuns() {
        List<MapRun> mapRuns = new ArrayList<>(run.mapRuns().size());
        run.mapRuns().forEach(each -> mapRuns.add(new MapRun(this, each)));
        return mapRuns;
    }

    /**
     * The Map Run of the Distributed Map of that name: the latest, when the state has been retried or visited again.
     *
     * @throws IllegalArgumentException when the definition has no such state
     * @throws NotInExecutionException when it has no Map Run; the message says which there are
     */
    public MapRun mapRun(String state) {
        StateNames.require(stateMachine.definition(), state);
        List<MapRun> mapRuns = mapRuns();
        for (int i = mapRuns.size() - 1; i >= 0; i--) {
            if (mapRuns.get(i).stateName().equals(state)) {
                return mapRuns.get(i);
            }
        }
        throw new NotInExecutionException("The execution has no Map Run of the state \"" + state + "\". "
                + (mapRuns.isEmpty() ? "It has none at all" : "It has " + mapRuns) + ". " + standing() + ".");
    }

    // --- steering

    /**
     * Runs to the end. Executions that it started and that nobody waits for go on after it, and run to their end too, or
     * until only the test could do what they wait for.
     *
     * @throws ExecutionStuckException when it waits for something that only the test could do; the message lists what
     */
    public Execution runToEnd() {
        while (!run.hasEnded()) {
            if (run.isStuck()) {
                throw new ExecutionStuckException(
                        Standing.stuck(this, run.waitingForTest(), "The execution cannot go on to its end."));
            }
            run.step();
        }
        run.runOthers();
        return this;
    }

    /**
     * Runs until a state of that name has been entered, in any branch or iteration, once more if it has been entered
     * before.
     *
     * @throws IllegalArgumentException when the definition has no such state
     * @throws ExecutionStuckException when the execution ends or gets stuck before; the message shows where it stands
     */
    public Execution runUntilState(String name) {
        StateNames.require(stateMachine.definition(), name);
        int seen = run.events().size();
        while (true) {
            List<HistoryEvent> events = run.events();
            for (; seen < events.size(); seen++) {
                HistoryEvent event = events.get(seen);
                if (event.type().isStateEntered() && name.equals(event.stateName())) {
                    return this;
                }
            }
            stepTowards("The execution never entered the state \"" + name + "\".");
        }
    }

    /**
     * Runs all that is due up to and at that instant, and leaves the clock there; or at the end of the execution, if
     * that is before.
     */
    public Execution runUntil(Instant instant) {
        Objects.requireNonNull(instant, "instant");
        Instant next = run.nextInstant();
        while (next != null && !next.isAfter(instant)) {
            run.step();
            next = run.nextInstant();
        }
        run.moveTo(instant);
        return this;
    }

    /**
     * Runs all that is due in the next {@code duration}, and leaves the clock at its end; or at the end of the execution,
     * if that is before.
     *
     * @throws IllegalArgumentException when it is negative: virtual time goes forward only
     */
    public Execution advance(Duration duration) {
        Objects.requireNonNull(duration, "duration");
        if (duration.isNegative()) {
            throw new IllegalArgumentException(
                    "Virtual time goes forward only, but should advance by " + duration + ".");
        }
        return runUntil(VirtualScheduler.later(now(), duration));
    }

    /**
     * Runs until a task of the state of that name (or path, such as {@code Ship all[3]/Print label}) waits for the answer
     * to its task token.
     *
     * @return the token; of several that wait, the one that has waited longest. It starts with the name of the execution and is unique in it
     *     only: give executions that run side by side names of their own ({@link StateMachine#withExecutionName})
     * @throws ExecutionStuckException when the execution ends or gets stuck before
     */
    public String runUntilTaskToken(String state) {
        Objects.requireNonNull(state, "state");
        while (true) {
            String token = run.taskTokenOf(state);
            if (token != null) {
                return token;
            }
            stepTowards("No task of the state \"" + state + "\" ever waited for its task token.");
        }
    }

    private void stepTowards(String complaint) {
        if (run.hasEnded() || run.isStuck()) {
            throw new ExecutionStuckException(Standing.stuck(this, run.waitingForTest(), complaint));
        }
        run.step();
    }

    /**
     * {@code SendTaskSuccess}. Takes effect when the execution next runs.
     *
     * @param taskToken a token of this execution; see {@link #runUntilTaskToken}
     * @param output JSON text; single quotes are allowed
     * @throws NotInExecutionException when no task waits for that token; the message says why
     */
    public Execution sendTaskSuccess(String taskToken, String output) {
        return sendTaskSuccess(taskToken, TestInput.parse("output of SendTaskSuccess", output));
    }

    /**
     * {@code SendTaskSuccess}. Takes effect when the execution next runs.
     *
     * @throws NotInExecutionException when no task waits for that token; the message says why
     */
    public Execution sendTaskSuccess(String taskToken, JsonNode output) {
        return sent(
                run.sendTaskSuccess(taskToken, JsonText.taken(Objects.requireNonNull(output, "output"))),
                "SendTaskSuccess",
                taskToken);
    }

    /**
     * {@code SendTaskFailure}. Takes effect when the execution next runs.
     *
     * @throws NotInExecutionException when no task waits for that token; the message says why
     * @throws IllegalArgumentException when the error has more than 256 characters or the cause more than 32,768
     */
    public Execution sendTaskFailure(String taskToken, String error, @Nullable String cause) {
        ErrorLengths.check("SendTaskFailure", error, cause);
        return sent(run.sendTaskFailure(taskToken, error, cause), "SendTaskFailure", taskToken);
    }

    /**
     * {@code SendTaskHeartbeat}.
     *
     * @throws NotInExecutionException when no task waits for that token; the message says why
     */
    public Execution sendTaskHeartbeat(String taskToken) {
        return sent(run.sendTaskHeartbeat(taskToken), "SendTaskHeartbeat", taskToken);
    }

    private Execution sent(boolean accepted, String call, String taskToken) {
        if (accepted) {
            return this;
        }
        throw new NotInExecutionException(
                run.isOver(taskToken)
                        ? call + ": the task of the token \"" + taskToken + "\" has ended before (AWS: TaskTimedOut). "
                                + standing() + "."
                        : call + ": no task of this execution has the token \"" + taskToken
                                + "\" (AWS: InvalidToken). Take it from runUntilTaskToken(state).");
    }

    /**
     * The Tasks that wait for an answer which the test is to send by hand, and for whose token it has never asked
     * ({@link #runUntilTaskToken}), with their times: {@code `Approve` since +03:00:00}. Empty when it has ended.
     */
    public List<String> unansweredTasks() {
        return run.waitingForTest().stream()
                .filter(waiting -> !waiting.isTokenTaken())
                .map(waiting -> "`" + waiting.path() + "` since "
                        + VirtualTime.offset(Duration.between(startTime(), waiting.since())))
                .toList();
    }

    /**
     * {@code StopExecution}: ends it as ABORTED. Does nothing when it has ended.
     *
     * @throws IllegalArgumentException when the error has more than 256 characters, or the cause more than 32,768
     * @throws IllegalStateException when it is an Express execution, which AWS does not stop
     */
    public Execution stop(@Nullable String error, @Nullable String cause) {
        ErrorLengths.check("StopExecution", error, cause);
        if (stateMachine.type() == StateMachineType.EXPRESS) {
            throw ExpressRules.notForExpress("StopExecution");
        }
        run.stop(error, cause);
        return this;
    }

    // --- nested workflows

    /**
     * The executions of other state machines that its Tasks have started so far, in that order; see
     * {@link StateMachine#withStateMachines}. Not those of mocks, and not what these have started in turn.
     */
    public List<Execution> nestedExecutions() {
        for (ExecutionRun.Nested each :
                run.nested().subList(nested.size(), run.nested().size())) {
            nested.add(nestedExecution(each.run()));
        }
        return List.copyOf(nested);
    }

    /** These, and after them those that they have started in turn, and so on. */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public static List<Execution> withNested(List<Execution> started) {
        List<Execution> all = new ArrayList<>(started);
        // Grows while it is looked through.
        for (int i = 0; i < all.size(); i++) {
            all.addAll(all.get(i).nestedExecutions());
        }
        return all;
    }

    /**
     * These, with all that ran because of them: the executions that their Tasks have started, the child executions of their
     * Map Runs, and those of these in turn.
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public static List<Execution> withDescendants(List<Execution> started) {
        List<Execution> all = new ArrayList<>(started);
        // Grows while it is looked through.
        for (int i = 0; i < all.size(); i++) {
            Execution next = all.get(i);
            all.addAll(next.nestedExecutions());
            for (MapRun mapRun : next.mapRuns()) {
                all.addAll(mapRun.children());
            }
        }
        return all;
    }

    private Execution nestedExecution(ExecutionRun child) {
        StateMachineIdentity identity = child.settings().identity();
        String qualified = Objects.requireNonNullElse(
                identity.aliasArn(), Objects.requireNonNullElse(identity.versionArn(), identity.arn()));
        StateMachine machine = Objects.requireNonNull(registry.machine(qualified), "machine");
        return new Execution(machine.startedAs(child), child, registry);
    }

    /**
     * The one execution that the Tasks of that state have started.
     *
     * @param state name or path of the state
     * @throws NotInExecutionException when they have started none, or several; the message says what there is
     */
    public Execution nestedExecution(String state) {
        List<Execution> all = nestedExecutions();
        List<Execution> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String path = run.nested().get(i).statePath();
            if (path.equals(state) || path.endsWith("/" + state)) {
                found.add(all.get(i));
            }
        }
        if (found.size() != 1) {
            throw new NotInExecutionException("The state \"" + state + "\" has started "
                    + (found.isEmpty() ? "no execution." : found.size() + " executions: choose of nestedExecutions().")
                    + " Started were: " + describeNested() + ".");
        }
        return found.get(0);
    }

    private String describeNested() {
        String list = run.nested().stream()
                .map(each -> "\"" + each.statePath() + "\" "
                        + each.run().settings().identity().name())
                .collect(Collectors.joining(", "));
        return list.isEmpty() ? "none" : list;
    }

    // --- redrive

    /** How often it has been redriven. */
    public int redriveCount() {
        return run.redriveCount();
    }

    /** When it was redriven last; null when it never was. */
    public @Nullable Instant redriveTime() {
        return run.redriveTime();
    }

    /** Whether AWS would redrive it now. */
    public RedriveStatus redriveStatus() {
        if (redriveStatusReason() != null) {
            return RedriveStatus.NOT_REDRIVABLE;
        }
        return parentMapRun() == null ? RedriveStatus.REDRIVABLE : RedriveStatus.REDRIVABLE_BY_MAP_RUN;
    }

    /** Why AWS would not redrive it now, in AWS's words; null when it would. */
    public @Nullable String redriveStatusReason() {
        return Redrive.refusal(this, run, Duration.ZERO);
    }

    /**
     * {@code RedriveExecution}: goes on at once where the execution failed, timed out or was stopped, and runs to its end.
     * The states that were interrupted go on with the input that they had, and are not entered again; what has succeeded is
     * not run again. Retries and timeouts begin anew. The same mocks answer, so that a test mends them before.
     *
     * @throws IllegalStateException when AWS would not redrive it; the message has AWS's reason
     * @throws ExecutionStuckException when it waits for something that only the test could do
     */
    public Execution redrive() {
        return redriveAfter(Duration.ZERO);
    }

    /**
     * Redrives it and runs it to its end, see {@link #redrive()}.
     *
     * @param newTasks what answers its Tasks from here on
     * @throws IllegalArgumentException when they have mocks for Tasks that no machine here has
     * @throws IllegalStateException when AWS would not redrive it; the message has AWS's reason
     * @throws ExecutionStuckException when it waits for something that only the test could do
     */
    public Execution redrive(TaskHandler newTasks) {
        tasks = Objects.requireNonNull(newTasks, "tasks");
        tasks.beforeStart(registry.definitions(stateMachine.definition()));
        return redrive();
    }

    /**
     * Redrives it this long after its end, and runs it to its end, see {@link #redrive()}.
     *
     * @throws IllegalStateException when AWS would not redrive it then; the message has AWS's reason
     * @throws IllegalArgumentException when {@code pause} is negative
     * @throws ExecutionStuckException when it waits for something that only the test could do
     */
    public Execution redriveAfter(Duration pause) {
        Redrive.start(this, run, pause, tasks);
        return runToEnd();
    }

    /**
     * Redrives it, see {@link #redrive()}; it stands still before it does anything, to be steered by the test.
     *
     * @throws IllegalStateException when AWS would not redrive it; the message has AWS's reason
     */
    public Execution redrivePaused() {
        Redrive.start(this, run, Duration.ZERO, tasks);
        return this;
    }

    // --- what AWS's API answers

    /**
     * What {@code DescribeExecution} answers, as the AWS CLI prints it: with {@code input} and {@code output} as JSON text.
     *
     * @throws IllegalStateException when it is an Express execution, which AWS does not describe
     */
    public JsonNode describeExecutionAnswer() {
        if (stateMachine.type() == StateMachineType.EXPRESS) {
            throw ExpressRules.notForExpress("DescribeExecution");
        }
        return ExecutionAnswers.describeExecution(run);
    }

    /**
     * What {@code StartSyncExecution} answers, as the AWS CLI prints it: with {@code input} and {@code output} as JSON text.
     * An execution that has failed is an answer too, and no error.
     *
     * @throws IllegalStateException when it is a Standard execution, or still runs
     */
    public JsonNode startSyncExecutionAnswer() {
        if (stateMachine.type() != StateMachineType.EXPRESS || !run.hasEnded()) {
            throw new IllegalStateException(
                    "StartSyncExecution answers when an Express execution has ended, but this one" + " is "
                            + (run.hasEnded() ? "a Standard one." : "still running."));
        }
        return ExecutionAnswers.startSyncExecution(run);
    }

    private String standing() {
        return Standing.of(this);
    }

    /** {@code execution of `orders`: SUCCEEDED}, for debuggers and messages of other libraries. */
    @Override
    public String toString() {
        return "execution of `" + stateMachine.name() + "`: " + status() + (error() == null ? "" : " with " + error());
    }
}
