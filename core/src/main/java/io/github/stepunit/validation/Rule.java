package io.github.stepunit.validation;

/** Looks for one kind of mistake. */
interface Rule {

    /** The code of what it finds. */
    WarningCode code();

    void check(Machine machine, Findings findings);
}
