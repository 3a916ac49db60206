package io.github.stepunit.mutation;

import java.util.List;
import java.util.function.Consumer;

/** Proposes changes of one state. */
@FunctionalInterface
interface Mutation {

    /** All, in the order in which they are made. */
    List<Mutation> ALL = List.of(
            new FlowMutation(),
            new ChoiceMutation(),
            new ErrorHandlingMutation(),
            new DataMutation(),
            new NumberMutation());

    /** Proposes what can be changed of the state; what is inside of it is a state of its own. */
    void propose(StateSite state, Consumer<Candidate> to);
}
