package io.github.stepunit.mutation;

/** What became of a mutant; the names of mutation-testing-elements. */
enum MutantStatus {
    /** A test failed. */
    KILLED("Killed"),
    /** All tests that walk what was changed passed. */
    SURVIVED("Survived"),
    /** No test walks what was changed. */
    NO_COVERAGE("NoCoverage"),
    /** A test came to no end: it waited for something that does not come, on the virtual clock or the real one. */
    TIMEOUT("Timeout"),
    /** The tests could not be run against it. Does not count. */
    RUNTIME_ERROR("RuntimeError");

    private final String text;

    MutantStatus(String text) {
        this.text = text;
    }

    /** As reports call it. */
    String text() {
        return text;
    }

    /** Whether the tests noticed. */
    boolean isDetected() {
        return this == KILLED || this == TIMEOUT;
    }

    /** Whether the tests did not notice. */
    boolean isUndetected() {
        return this == SURVIVED || this == NO_COVERAGE;
    }
}
