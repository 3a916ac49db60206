package io.github.stepunit;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.budget.WorstCase;
import io.github.stepunit.definition.Distribution;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.definition.Limits;
import io.github.stepunit.definition.MapState;
import io.github.stepunit.definition.StateMachineDefinition;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.internal.interpreter.ExecutionRun;
import io.github.stepunit.internal.interpreter.Outside;
import io.github.stepunit.internal.interpreter.PlannedStateMachine;
import io.github.stepunit.internal.interpreter.RedundantDelivery;
import io.github.stepunit.internal.interpreter.RegisteredMachine;
import io.github.stepunit.internal.interpreter.RunSettings;
import io.github.stepunit.internal.interpreter.StateMachineIdentity;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.json.TestInput;
import io.github.stepunit.loader.DefinitionFile;
import io.github.stepunit.loader.LoadedDefinition;
import io.github.stepunit.s3.S3Objects;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskMocks;
import io.github.stepunit.teststate.TestState;
import io.github.stepunit.validation.ValidationResult;
import io.github.stepunit.validation.Validator;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A state machine, ready to be started: a definition with the surroundings of its executions. Immutable; every
 * {@code with…} method gives another machine that shares the compiled definition. Safe to share between threads, as far
 * as its task handler is.
 *
 * <pre>{@code
 * TaskMocks tasks = new TaskMocks();
 * tasks.mock("Charge card").fails("Lambda.TooManyRequestsException").thenReturns("{'receipt': 'r-1'}");
 * Execution execution = StateMachine.load(Path.of("order.asl.json")).withTasks(tasks).start("{'orderId': 42}");
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class StateMachine {

    /** Where the virtual clock of an execution starts by default. */
    public static final Instant DEFAULT_START = Instant.parse("2025-01-01T00:00:00Z");

    private static final Instant FIRST_START = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant AFTER_LAST_START =
            Instant.parse("9999-12-31T23:59:59.999999999Z").plusNanos(1);

    private final StateMachineDefinition definition;
    private final PlannedStateMachine planned;
    private final ExecutionSettings settings;
    /** Made of the settings once, for all executions. */
    private final RunSettings runSettings;

    private final TaskHandler tasks;
    private final @Nullable S3Objects objects;
    /** Whether the test has given it tasks of its own. */
    private final boolean hasOwnTasks;

    private final List<StateMachine> stateMachines;
    private final Consumer<Execution> listener;

    private StateMachine(
            StateMachineDefinition definition,
            PlannedStateMachine planned,
            ExecutionSettings settings,
            RunSettings runSettings,
            TaskHandler tasks,
            @Nullable S3Objects objects,
            boolean hasOwnTasks,
            List<StateMachine> stateMachines,
            Consumer<Execution> listener) {
        this.definition = definition;
        this.planned = planned;
        this.settings = settings;
        this.runSettings = runSettings;
        this.tasks = tasks;
        this.objects = objects;
        this.hasOwnTasks = hasOwnTasks;
        this.stateMachines = stateMachines;
        this.listener = listener;
    }

    /**
     * Loads the only state machine in a file: a definition in ASL JSON or YAML, or a template of any form that {@link
     * DefinitionFile} knows. It has the type and the name that the template says; else it is Standard and called as the
     * file is, up to the first dot.
     *
     * @throws io.github.stepunit.definition.InvalidDefinitionException when AWS would refuse it; lists all problems
     * @throws io.github.stepunit.loader.DefinitionLoadException when there is none, or more than one, or something that it
     *     refers to is not there
     * @throws java.io.UncheckedIOException when the file cannot be read; the message says what to do; the cause is a
     *     {@link java.io.FileNotFoundException} when there is none
     */
    public static StateMachine load(Path file) {
        return of(DefinitionFile.of(Objects.requireNonNull(file, "file")).load());
    }

    /**
     * Loads the only state machine in a file, as {@link #load(Path)} does, with this type.
     *
     * @throws io.github.stepunit.definition.InvalidDefinitionException when AWS would refuse it; lists all problems
     * @throws io.github.stepunit.loader.DefinitionLoadException when there is none, or more than one, or something that it
     *     refers to is not there
     * @throws java.io.UncheckedIOException when the file cannot be read; the message says what to do; the cause is a
     *     {@link java.io.FileNotFoundException} when there is none
     */
    public static StateMachine load(Path file, StateMachineType type) {
        return of(DefinitionFile.of(Objects.requireNonNull(file, "file"))
                .withType(type)
                .load());
    }

    /**
     * Loads one of the state machines in a template.
     *
     * @param machine its logical id, its construct path in the CDK, or its name on AWS
     * @throws io.github.stepunit.definition.InvalidDefinitionException when AWS would refuse it; lists all problems
     * @throws io.github.stepunit.loader.DefinitionLoadException when there is no such machine, or something that it refers
     *     to is not there
     * @throws java.io.UncheckedIOException when the file cannot be read; the message says what to do; the cause is a
     *     {@link java.io.FileNotFoundException} when there is none
     */
    public static StateMachine load(Path file, String machine) {
        return of(DefinitionFile.of(Objects.requireNonNull(file, "file"))
                .load(Objects.requireNonNull(machine, "machine")));
    }

    /** Takes a definition that {@link DefinitionFile} has loaded, with its name and type. */
    public static StateMachine of(LoadedDefinition loaded) {
        Objects.requireNonNull(loaded, "loaded");
        return observed(made(loaded.definition(), loaded.type()).named(loaded.name()));
    }

    /**
     * Takes the definition of a Standard state machine as text.
     *
     * @param asl the definition in ASL JSON
     * @throws io.github.stepunit.definition.InvalidDefinitionException when AWS would refuse it; lists all problems
     */
    public static StateMachine of(String asl) {
        return of(asl, StateMachineType.STANDARD);
    }

    /**
     * Takes a definition as text.
     *
     * @param asl the definition in ASL JSON
     * @throws io.github.stepunit.definition.InvalidDefinitionException when AWS would refuse it; lists all problems
     */
    public static StateMachine of(String asl, StateMachineType type) {
        Objects.requireNonNull(type, "type");
        return of(StateMachineDefinition.parse("definition", Objects.requireNonNull(asl, "asl"), type), type);
    }

    /** Takes a definition that has been parsed for that type. */
    public static StateMachine of(StateMachineDefinition definition, StateMachineType type) {
        return observed(made(Objects.requireNonNull(definition, "definition"), Objects.requireNonNull(type, "type")));
    }

    /** Takes a definition, and tells no observer of it: for what only tries something out, with {@link #startUnobserved}. */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public static StateMachine unobserved(StateMachineDefinition definition, StateMachineType type) {
        return made(definition, type);
    }

    private static StateMachine observed(StateMachine machine) {
        Observers.ofThisJvm().loaded(machine);
        return machine;
    }

    private static StateMachine made(StateMachineDefinition definition, StateMachineType type) {
        ExecutionSettings settings = ExecutionSettings.of(type);
        return new StateMachine(
                definition,
                new PlannedStateMachine(definition),
                settings,
                settings.toRunSettings(),
                new TaskMocks(),
                null,
                false,
                List.of(),
                execution -> {});
    }

    /**
     * The machine that the child executions of a Distributed Map run.
     *
     * @param map one of the Distributed Maps of this machine
     * @param name the name that AWS gives it: {@code orders/Label}
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public StateMachine ofProcessor(MapState map, String name) {
        StateMachineDefinition processor = definition.ofProcessor(map.processor());
        Distribution distribution = Objects.requireNonNull(map.distribution(), "distribution");
        ExecutionSettings childSettings = settings.ofChildMachine(name, distribution.executionType());
        return new StateMachine(
                processor,
                new PlannedStateMachine(processor),
                childSettings,
                childSettings.toRunSettings(),
                tasks,
                objects,
                hasOwnTasks,
                stateMachines,
                execution -> {});
    }

    /**
     * Loads a file and says what AWS would refuse about it, and what it accepts that is a mistake all the same.
     *
     * @throws java.io.UncheckedIOException when the file cannot be read
     */
    public static ValidationResult validate(Path file, StateMachineType type) {
        try {
            return load(file, type).validate();
        } catch (InvalidDefinitionException e) {
            return ValidationResult.of(file.toString(), e);
        }
    }

    /** Says what about the definition AWS accepts and is probably a mistake all the same. */
    public ValidationResult validate() {
        return validate(Validator.standard());
    }

    /** As {@link #validate()}, with other settings. */
    public ValidationResult validate(Validator validator) {
        return Objects.requireNonNull(validator, "validator").validate(definition, type());
    }

    /** The longest that an execution may take by the definition: attempts, back-off, timeouts. */
    public WorstCase worstCase() {
        return WorstCase.of(definition, type());
    }

    /** The definition. */
    public StateMachineDefinition definition() {
        return definition;
    }

    /** Standard or Express. */
    public StateMachineType type() {
        return settings.type();
    }

    /** Its name, as in its ARN. */
    public String name() {
        return settings.identity().name();
    }

    /**
     * Its ARN, without version or alias: {@code arn:aws:states:us-east-1:123456789012:stateMachine:NAME} unless told
     * otherwise.
     */
    public String arn() {
        return settings.identity().arn();
    }

    /** The ARN of the version that is started, {@code …:NAME:3}; null without {@link #version} and {@link #alias}. */
    public @Nullable String versionArn() {
        return settings.identity().versionArn();
    }

    /** The ARN of the alias that it is started by, {@code …:NAME:PROD}; null without {@link #alias}. */
    public @Nullable String aliasArn() {
        return settings.identity().aliasArn();
    }

    /** What answers its Tasks. */
    public TaskHandler tasks() {
        return tasks;
    }

    /**
     * Tests one of its states alone, as AWS's TestState does, with this machine's tasks, role, account, clock and seed.
     *
     * @param stateName the state, which may be inside of a Parallel or Map state
     */
    public TestState testState(String stateName) {
        StateNames.require(definition, stateName);
        return TestState.of(current().definition, stateName)
                .withTasks(tasks)
                .withRole(settings.roleArn())
                .inAccount(settings.identity().accountId(), settings.identity().region())
                .withNames(settings.identity().name(), settings.executionName())
                .startingAt(settings.start())
                .withSeed(settings.seed());
    }

    /** The same machine, with its Tasks answered by {@code newTasks}. */
    public StateMachine withTasks(TaskHandler newTasks) {
        Objects.requireNonNull(newTasks, "tasks").givenTo(definition);
        return new StateMachine(
                definition, planned, settings, runSettings, newTasks, objects, true, stateMachines, listener);
    }

    /**
     * The same machine, whose Tasks can start these others, beside those that it could start before: {@code
     * states:startExecution} with {@code .sync}, {@code .sync:2} and {@code .waitForTaskToken}, {@code
     * aws-sdk:sfn:startExecution} and {@code startSyncExecution} then run them on the clock of the execution. A machine is
     * found by its name, and by account, region, version and alias where several have that name; an ARN of none of them
     * fails the Task with {@code StepFunctions.StateMachineDoesNotExistException}. A mock of the state itself goes before.
     *
     * <p>The Tasks of a machine without tasks of its own ({@link #withTasks}) are answered by those of the one that starts
     * it, as states below the Task: {@code Charge card/Call bank}. Machines registered with the others are known too.
     *
     * @throws IllegalArgumentException when two different machines have the same name, version and alias
     */
    public StateMachine withStateMachines(StateMachine... others) {
        List<StateMachine> all = new ArrayList<>(stateMachines);
        all.addAll(List.of(others));
        StateMachine machine = new StateMachine(
                definition, planned, settings, runSettings, tasks, objects, hasOwnTasks, List.copyOf(all), listener);
        // For its refusals: here rather than when the machine is started.
        new RegisteredStateMachines(machine);
        return machine;
    }

    /** The other machines that its Tasks can start. */
    public List<StateMachine> stateMachines() {
        return stateMachines;
    }

    /** What its Distributed Maps read and write; null when it has not been given any. */
    public @Nullable S3Objects objects() {
        return objects;
    }

    /**
     * The same machine, whose Distributed Maps, and those of the machines that it starts, read their items from, and write
     * their results to, {@code newObjects}.
     */
    public StateMachine withObjects(S3Objects newObjects) {
        return new StateMachine(
                definition,
                planned,
                settings,
                runSettings,
                tasks,
                Objects.requireNonNull(newObjects, "objects"),
                hasOwnTasks,
                stateMachines,
                listener);
    }

    /** The same machine under another name. */
    public StateMachine named(String name) {
        return with(settings.withIdentity(settings.identity().named(Objects.requireNonNull(name, "name"))));
    }

    /**
     * The same machine, started as this version: the history records {@code stateMachineVersionArn}. The context object
     * shows the ARN without it, as on AWS.
     *
     * @throws IllegalArgumentException when AWS numbers no version so
     */
    public StateMachine version(int version) {
        return with(settings.withIdentity(settings.identity().withVersion(version)));
    }

    /**
     * The same machine, started by this alias: the history records {@code stateMachineAliasArn}, and the version that
     * the alias leads to, which is 1 unless {@link #version} says otherwise.
     *
     * @throws IllegalArgumentException when AWS takes no such name for an alias
     */
    public StateMachine alias(String alias) {
        return with(settings.withIdentity(settings.identity().withAlias(Objects.requireNonNull(alias, "alias"))));
    }

    /** The same machine, in another account and region (default 123456789012 and us-east-1). */
    public StateMachine inAccount(String accountId, String region) {
        Objects.requireNonNull(accountId, "accountId");
        Objects.requireNonNull(region, "region");
        return with(settings.withIdentity(settings.identity().inAccount(accountId, region)));
    }

    /** The same machine, run with another execution role (default {@code arn:aws:iam::123456789012:role/StepUnit}). */
    public StateMachine withRole(String roleArn) {
        return with(settings.withRoleArn(Objects.requireNonNull(roleArn, "roleArn")));
    }

    /** The same machine, whose executions have this name (default {@code execution}). */
    public StateMachine withExecutionName(String name) {
        return with(settings.withExecutionName(Objects.requireNonNull(name, "name")));
    }

    /**
     * The same machine, whose executions start at this instant of virtual time (default {@link #DEFAULT_START}).
     *
     * @throws IllegalArgumentException when a timestamp of AWS cannot show it: it is not in the years 0000 to 9999
     */
    public StateMachine startingAt(Instant instant) {
        Objects.requireNonNull(instant, "instant");
        if (instant.isBefore(FIRST_START) || !instant.isBefore(AFTER_LAST_START)) {
            throw new IllegalArgumentException(
                    "An execution can start in the years 0000 to 9999 only, as AWS's timestamps"
                            + " have four digits for the year, but should start at " + instant + ".");
        }
        return with(settings.withStart(instant));
    }

    /** The same machine, with other limits than AWS's. */
    public StateMachine withLimits(Limits limits) {
        return with(settings.withLimits(Objects.requireNonNull(limits, "limits")));
    }

    /**
     * The same machine, with another seed for jitter, {@code States.MathRandom}, {@code States.UUID} and the latencies that
     * mocks draw ({@link io.github.stepunit.task.Latency}); default 0.
     */
    public StateMachine withSeed(long seed) {
        return with(settings.withSeed(seed));
    }

    /**
     * The same machine, in whose executions what is simultaneous happens in an order that is drawn: which of several
     * branches or iterations goes on first, and which of the timers that end at the same instant. On AWS nobody promises
     * such an order, so that a test should pass in any. An answer at the very instant of its timeout stays in time.
     *
     * @param scheduleSeed what it is drawn from; another one than that of {@link #withSeed}, which it leaves alone
     */
    public StateMachine withShuffledSchedule(long scheduleSeed) {
        return with(settings.withScheduleSeed(scheduleSeed));
    }

    /**
     * The same Express machine, whose executions call Tasks twice, as may happen to asynchronous ones on AWS: they are
     * at-least-once. A Task that is delivered twice calls its mock twice, with the same input and attempt; the first
     * answer is lost, and the execution goes on with the second. The history shows one attempt, as it would on AWS; its
     * {@link io.github.stepunit.history.Trace} tells.
     *
     * @param states the Task states, at any depth; none for every Task
     * @throws IllegalArgumentException when the machine is a Standard one, which calls each Task once, or has no such
     *     Task state
     */
    public StateMachine deliveringTwice(String... states) {
        ExpressRules.requireExpress(this, "deliveringTwice");
        for (String state : states) {
            StateNames.requireTask(definition, state);
        }
        return with(settings.withRedundantDelivery(new RedundantDelivery(states.length == 0, Set.of(states))));
    }

    /**
     * The same machine, which tells {@code newListener} of each execution before it begins, after those that it tells
     * already.
     */
    public StateMachine onStart(Consumer<Execution> newListener) {
        return onlyTelling(listener.andThen(Objects.requireNonNull(newListener, "listener")));
    }

    /** The same machine, which tells {@code newListener} and nobody else: for what runs it again and again. */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public StateMachine onlyTelling(Consumer<Execution> newListener) {
        return new StateMachine(
                definition, planned, settings, runSettings, tasks, objects, hasOwnTasks, stateMachines, newListener);
    }

    /** The machine as it runs: itself, unless a tool puts another definition in the place of its own. */
    @SuppressWarnings("ReferenceEquality") // the very same definition
    private StateMachine current() {
        // What takes the place of a definition is no processor of one of its Distributed Maps.
        StateMachineDefinition now = definition.graph().pointer().equals(JsonPointer.ROOT)
                ? DefinitionReplacements.ofThisJvm().replacementOf(definition)
                : definition;
        return now == definition
                ? this
                : new StateMachine(
                        now,
                        new PlannedStateMachine(now),
                        settings,
                        runSettings,
                        tasks,
                        objects,
                        hasOwnTasks,
                        stateMachines,
                        listener);
    }

    private StateMachine with(ExecutionSettings newSettings) {
        return new StateMachine(
                definition,
                planned,
                newSettings,
                newSettings.toRunSettings(),
                tasks,
                objects,
                hasOwnTasks,
                stateMachines,
                listener);
    }

    // --- for those that start it

    Limits limits() {
        return settings.limits();
    }

    StateMachineIdentity identity() {
        return settings.identity();
    }

    /** What the test has given it to answer its Tasks; null when it has not. */
    @Nullable
    TaskHandler ownTasks() {
        return hasOwnTasks ? tasks : null;
    }

    RegisteredMachine registered() {
        return new RegisteredMachine(
                current().planned,
                settings.identity(),
                settings.roleArn(),
                settings.limits(),
                settings.redundantDelivery(),
                ownTasks());
    }

    /** As an ARN of that account and region with that version or alias means it. */
    StateMachine startedBy(String accountId, String region, @Nullable String qualifier) {
        return with(settings.withIdentity(
                settings.identity().inAccount(accountId, region).qualifiedBy(qualifier)));
    }

    /** As that execution has it. */
    StateMachine startedAs(ExecutionRun run) {
        return with(settings.withExecutionName(run.settings().executionName())
                .withStart(run.settings().start()));
    }

    /** Starts an execution with the input {@code {}} and runs it to its end. */
    public Execution start() {
        return start("{}");
    }

    /**
     * Starts an execution and runs it to its end.
     *
     * @param input JSON text; single quotes are allowed
     * @throws io.github.stepunit.json.InvalidJsonException when the input is not JSON
     * @throws IllegalArgumentException when the input is larger than AWS accepts, or a mock is for no Task of the machine
     * @throws ExecutionStuckException when it waits for something that only the test could do
     */
    public Execution start(String input) {
        return start(TestInput.parse("input of the execution", input));
    }

    /**
     * Starts an execution and runs it to its end.
     *
     * @throws IllegalArgumentException when the input is larger than AWS accepts, or a mock is for no Task of the machine
     * @throws ExecutionStuckException when it waits for something that only the test could do
     */
    public Execution start(JsonNode input) {
        return startPaused(input).runToEnd();
    }

    /**
     * {@code StartSyncExecution}: starts an execution of an Express machine and runs it to its end. What AWS answers is
     * {@link Execution#startSyncExecutionAnswer}. A synchronous execution is at-most-once.
     *
     * @param input JSON text; single quotes are allowed
     * @throws io.github.stepunit.json.InvalidJsonException when the input is not JSON
     * @throws IllegalArgumentException when the input is larger than AWS accepts, or the machine is a Standard one
     * @throws IllegalStateException when the machine is {@link #deliveringTwice}
     */
    public Execution startSync(String input) {
        return startSync(TestInput.parse("input of the execution", input));
    }

    /**
     * {@code StartSyncExecution}: starts an execution of an Express machine and runs it to its end.
     *
     * @throws IllegalArgumentException when the input is larger than AWS accepts, or the machine is a Standard one
     * @throws IllegalStateException when the machine is {@link #deliveringTwice}
     */
    public Execution startSync(JsonNode input) {
        ExpressRules.requireExpress(this, "startSync");
        ExpressRules.requireOnce(settings.redundantDelivery());
        return start(input);
    }

    /**
     * Starts an execution of an Express machine and runs it to its end, and then the whole of it again, as may happen to
     * an asynchronous one on AWS: two runs of one name and ARN, with the same input and the same mocks.
     *
     * @param input JSON text; single quotes are allowed
     * @return the two runs
     * @throws io.github.stepunit.json.InvalidJsonException when the input is not JSON
     * @throws IllegalArgumentException when the input is larger than AWS accepts, or the machine is a Standard one
     */
    public List<Execution> startTwice(String input) {
        return startTwice(TestInput.parse("input of the execution", input));
    }

    /**
     * Starts an execution of an Express machine and runs it to its end, and then the whole of it again; see
     * {@link #startTwice(String)}.
     *
     * @return the two runs
     * @throws IllegalArgumentException when the input is larger than AWS accepts, or the machine is a Standard one
     */
    public List<Execution> startTwice(JsonNode input) {
        ExpressRules.requireExpress(this, "startTwice");
        return List.of(start(input), start(input));
    }

    /**
     * Starts an execution that stands still before its first state, to be steered by the test.
     *
     * @param input JSON text; single quotes are allowed
     * @throws io.github.stepunit.json.InvalidJsonException when the input is not JSON
     * @throws IllegalArgumentException when the input is larger than AWS accepts, or a mock is for no Task of the machine
     */
    public Execution startPaused(String input) {
        return startPaused(TestInput.parse("input of the execution", input));
    }

    /**
     * Starts an execution that stands still before its first state, to be steered by the test.
     *
     * @throws IllegalArgumentException when the input is larger than AWS accepts, or a mock is for no Task of the machine
     */
    public Execution startPaused(JsonNode input) {
        // The caller may go on changing what it gave.
        JsonNode own = JsonText.taken(Objects.requireNonNull(input, "input"));
        StateMachine machine = current();
        RegisteredStateMachines registry = new RegisteredStateMachines(machine);
        // Not the definition that a tool may have put in its place: the test has written its mocks for its own.
        registry.tellBeforeStart(definition);
        Execution execution = execution(machine, registry, own);
        Observers.ofThisJvm().started(execution);
        listener.accept(execution);
        return execution;
    }

    /**
     * Starts an execution of this very definition that nobody is told of, so that what a tool tries out counts for nothing;
     * it stands still before its first state.
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    public Execution startUnobserved(JsonNode input) {
        return execution(this, new RegisteredStateMachines(this), JsonText.taken(input));
    }

    private Execution execution(StateMachine machine, RegisteredStateMachines registry, JsonNode input) {
        Outside outside = new Outside(tasks, objects, registry, settings.scheduleSeed());
        return new Execution(machine, new ExecutionRun(machine.planned, runSettings, input, outside), registry);
    }

    /** {@code STANDARD state machine `orders`}, for debuggers and messages of other libraries. */
    @Override
    public String toString() {
        return type() + " state machine `" + name() + "`";
    }
}
