package io.github.stepunit.task;

import io.github.stepunit.definition.StateMachineDefinition;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The one boundary between a running state machine and the outside: everything that answers a Task state, from a
 * scripted mock to a Mockito mock to a replay, is one of these.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface TaskHandler {

    /**
     * Answers one attempt of a Task. Called when the attempt starts, on the thread that runs the execution; never
     * blocks: an answer that takes time says so by {@link TaskOutcome#after}.
     *
     * @throws RuntimeException a fault of the test, which ends the run; an error that the state machine should see is
     *     an outcome
     */
    TaskOutcome handle(TaskInvocation invocation);

    /** Where a handler stands to a registered state machine that could do the work of the same Task. */
    enum Precedence {
        /** The handler answers: it knows this very state. */
        BEFORE_STATE_MACHINE,
        /** The state machine runs; the handler answers when none is registered for the Task. */
        AFTER_STATE_MACHINE,
        /** The handler has no answer. */
        NO_ANSWER
    }

    /**
     * Asked before a Task starts a state machine ({@code states:startExecution} and the like) that a test has registered.
     * Unless it says otherwise, a handler leaves such Tasks to the state machine.
     */
    default Precedence precedence(TaskInvocation invocation) {
        return Precedence.AFTER_STATE_MACHINE;
    }

    /** Told of a state machine whose Tasks it is to answer. A handler that asks another one tells it. */
    @API(status = API.Status.INTERNAL, since = "0.1")
    default void givenTo(StateMachineDefinition machine) {}

    /**
     * Told before an execution starts. A handler that asks another one tells it.
     *
     * @param machines all that take part: the one that is started, and those that it may start
     * @throws IllegalArgumentException when it has answers for Tasks that none of the machines has which it was given to
     */
    @API(status = API.Status.INTERNAL, since = "0.1")
    default void beforeStart(List<StateMachineDefinition> machines) {}
}
