package io.github.stepunit.mutation;

/** The tests cannot be used to judge mutants; the message says why, and what to do. */
final class MutationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MutationException(String message) {
        super(message);
    }
}
