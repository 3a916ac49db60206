package io.github.stepunit.definition;

import org.apiguardian.api.API;

/**
 * One method for each state type.
 *
 * @param <T> what a visit gives
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface StateVisitor<T> {

    /** Called for a Task state. */
    T visit(TaskState state);

    /** Called for a Pass state. */
    T visit(PassState state);

    /** Called for a Choice state. */
    T visit(ChoiceState state);

    /** Called for a Wait state. */
    T visit(WaitState state);

    /** Called for a Succeed state. */
    T visit(SucceedState state);

    /** Called for a Fail state. */
    T visit(FailState state);

    /** Called for a Parallel state. */
    T visit(ParallelState state);

    /** Called for a Map state. */
    T visit(MapState state);
}
