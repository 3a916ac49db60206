package io.github.stepunit.internal.interpreter;

/** The branches of a Parallel state or the iterations of a Map state. */
interface FrameGroup extends Ongoing {

    /** Goes on with those that have not succeeded, after the execution was redriven. */
    void redrive();
}
