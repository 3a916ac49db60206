package io.github.stepunit.skeleton;

import java.util.List;

/**
 * Where a test gives a value.
 *
 * @param kind in what
 * @param state the Task that is mocked, or the Map whose items are read; empty for the input
 * @param call which call of the mock, from 0
 * @param steps where in it
 */
record Source(Kind kind, String state, int call, List<Step> steps) {

    /** What a test gives. */
    enum Kind {
        /** The input of the execution. */
        INPUT,
        /** The answer of a mock. */
        ANSWER,
        /** The cause with which a mock fails. */
        CAUSE,
        /** The items in an object of S3. */
        ITEMS
    }

    static Source input(List<Step> steps) {
        return new Source(Kind.INPUT, "", 0, steps);
    }
}
