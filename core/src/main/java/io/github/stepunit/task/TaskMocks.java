package io.github.stepunit.task;

import io.github.stepunit.definition.StateMachineDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The mocks of one test. Strict: a Task that no mock answers, a call more than scripted and an answer that was never
 * asked for are errors, unless the mocks are {@link #lenient}.
 *
 * <p>A mock is given for a selector. Where several mocks match a Task, the most specific one that has an answer for
 * its input answers:
 *
 * <ol>
 *   <li>state path with indexes of branches and iterations: {@code Ship all[3]/Print label}
 *   <li>state path without: {@code Ship all/Print label}
 *   <li>state name, at any depth: {@code Print label}
 *   <li>ARN of a Lambda function or activity; logical id of what the Task calls, when the definition was loaded from a
 *       template: {@code PaymentFunction}, {@code OrdersTopic}
 *   <li>name of a Lambda function, also when it stands in the {@code FunctionName} of {@code lambda:invoke}:
 *       {@code charge-card}, {@code charge-card:live}
 *   <li>service action: {@code dynamodb:putItem}, {@code glue:startJobRun.sync}, or the resource ARN that says the same
 * </ol>
 *
 * <p>Mutable, for one test, and not safe for use by several threads at once.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TaskMocks implements TaskHandler {

    private final Map<String, TaskMock> mocks = new LinkedHashMap<>();
    private final @Nullable DefinedTasks tasks;
    private final GivenMachines given = new GivenMachines();
    private Strictness strictness = Strictness.STRICT;

    /**
     * No mock yet. A selector that matches no Task of the state machines that they are given to is refused when an execution
     * starts, unless they are {@link #lenient}.
     */
    public TaskMocks() {
        tasks = null;
    }

    private TaskMocks(DefinedTasks tasks) {
        this.tasks = tasks;
    }

    /** No mock yet; a selector that matches no Task of the definition is refused. */
    public static TaskMocks of(StateMachineDefinition definition) {
        return of(definition, List.of());
    }

    /**
     * No mock yet; a selector that matches neither a Task of the definition nor one of those machines that it starts is
     * refused. The Tasks of these are found by their names, and by their paths from the Task that starts them on:
     * {@code Charge card/Call bank}.
     */
    public static TaskMocks of(StateMachineDefinition definition, List<StateMachineDefinition> started) {
        return new TaskMocks(new DefinedTasks(definition, started));
    }

    /**
     * Makes them lenient: the last answer of a script repeats, and what was never used is not reported; nor are mocks that
     * were made without a definition and are for no Task of the machines that start, so that many machines can share them.
     */
    public TaskMocks lenient() {
        return withStrictness(Strictness.LENIENT);
    }

    /** Sets how much they put up with. */
    public TaskMocks withStrictness(Strictness newStrictness) {
        strictness = newStrictness;
        return this;
    }

    /**
     * The mock of the Tasks that the selector matches: a new one, or the one that was made for this selector before.
     *
     * @param selector see the class comment
     * @throws IllegalArgumentException when no Task of the definition matches; the message lists those that exist
     */
    public TaskMock mock(String selector) {
        if (selector == null || selector.isBlank()) {
            throw MockErrors.noSelector(selector);
        }
        TaskMock known = mocks.get(selector);
        if (known != null) {
            return known;
        }
        TaskSelector parsed = tasks == null ? TaskSelector.parse(selector) : tasks.selector(selector);
        if (tasks != null && !tasks.canMatch(parsed)) {
            throw MockErrors.unknownSelector(parsed, tasks);
        }
        TaskMock mock = new TaskMock(parsed, CodeLocation.ofCaller());
        mocks.put(selector, mock);
        return mock;
    }

    /**
     * Lets a handler of the test's own answer the Tasks that the selector matches, as long as their mock has no script.
     * It is not reported when it is never called.
     *
     * @throws IllegalArgumentException as {@link #mock} does
     */
    public TaskMocks bind(String selector, TaskHandler handler) {
        mock(selector).bind(handler);
        return this;
    }

    /**
     * Answers a Task.
     *
     * @throws UnmockedTaskException when no mock has an answer; holds the line of code to paste
     * @throws ExhaustedMockException when the script of its mock is used up
     * @throws MockAnswerException when code of the test that should have answered threw or gave null
     */
    @Override
    public TaskOutcome handle(TaskInvocation invocation) {
        List<TaskMock> matching = matching(invocation);
        for (TaskMock mock : matching) {
            TaskMock selected = mock.select(invocation);
            if (selected != null) {
                return selected.answer(invocation, strictness);
            }
        }
        throw MockErrors.unmocked(invocation, List.copyOf(mocks.values()), matching.isEmpty() ? null : matching.get(0));
    }

    /** A mock of the state, by path or name, goes before a registered state machine; others stand in where there is none. */
    @Override
    public Precedence precedence(TaskInvocation invocation) {
        for (TaskMock mock : matching(invocation)) {
            if (mock.select(invocation) != null) {
                return mock.selector().isOfState(invocation)
                        ? Precedence.BEFORE_STATE_MACHINE
                        : Precedence.AFTER_STATE_MACHINE;
            }
        }
        return Precedence.NO_ANSWER;
    }

    /** The mocks whose selector matches, the most specific first; of equally specific ones the last made. */
    private List<TaskMock> matching(TaskInvocation invocation) {
        TaskAddress address = TaskAddress.of(invocation);
        List<Match> matches = new ArrayList<>();
        for (TaskMock mock : mocks.values()) {
            int specificity = mock.selector().specificity(address);
            if (specificity != TaskSelector.NO_MATCH) {
                matches.add(0, new Match(mock, specificity));
            }
        }
        if (matches.size() > 1) {
            matches.sort(Comparator.comparingInt(Match::specificity).reversed());
        }
        List<TaskMock> matching = new ArrayList<>(matches.size());
        matches.forEach(match -> matching.add(match.mock()));
        return matching;
    }

    @Override
    @API(status = API.Status.INTERNAL, since = "0.1")
    public void givenTo(StateMachineDefinition machine) {
        if (tasks == null) {
            given.add(machine);
        }
    }

    @Override
    @API(status = API.Status.INTERNAL, since = "0.1")
    public void beforeStart(List<StateMachineDefinition> machines) {
        machines.forEach(this::givenTo);
        if (tasks == null) {
            given.teachLogicalIds(mocks.values());
            if (strictness == Strictness.STRICT) {
                given.requireTasks(mocks.values());
            }
        }
        mocks.values().forEach(mock -> mock.forEachScript(script -> script.check(() -> tasksOf(mock))));
    }

    private List<TaskAddress> tasksOf(TaskMock mock) {
        return (tasks == null ? given.tasks() : tasks).matching(mock.selector());
    }

    private record Match(TaskMock mock, int specificity) {}

    /**
     * What was scripted and not used: one line each, with its place in the test; in the order of the definition where there
     * is one. Empty when lenient.
     */
    public List<String> unusedMocks() {
        List<String> unused = new ArrayList<>();
        if (strictness == Strictness.STRICT) {
            inOrder()
                    .forEach(mock -> mock.forEachScript(script -> {
                        if (!script.isUsedUp()) {
                            unused.add(MockErrors.unused(script));
                        }
                    }));
        }
        return List.copyOf(unused);
    }

    /** JUnit finds the fields of a class in no order that a reader would know. */
    private List<TaskMock> inOrder() {
        DefinedTasks defined = tasks;
        return defined == null
                ? List.copyOf(mocks.values())
                : mocks.values().stream()
                        .sorted(Comparator.comparingInt(mock -> defined.positionOf(mock.selector())))
                        .toList();
    }

    /**
     * Checks that everything scripted was used.
     *
     * @throws UnusedMocksException when not; the message lists all of {@link #unusedMocks}
     */
    public void verify() {
        List<String> unused = unusedMocks();
        if (!unused.isEmpty()) {
            throw MockErrors.unused(unused);
        }
    }
}
