package io.github.stepunit.conformance;

import java.util.Locale;

/** The kinds of recordings, each with a folder of its own. */
enum SuiteName {
    /** Executions. */
    CASES,
    /** Definitions that AWS accepted or refused. */
    VALIDATION,
    /** Single states. */
    TESTSTATE,
    /** Executions with the mock configuration files of Step Functions Local. */
    MOCKED;

    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The list of deviations on the class path. */
    String knownDeviations() {
        return this == CASES
                ? "/conformance/known-deviations.tsv"
                : "/conformance/known-deviations-" + folder() + ".tsv";
    }

    /** How the line of the suite begins. */
    String title() {
        return this == CASES ? "conformance" : "conformance " + folder();
    }
}
