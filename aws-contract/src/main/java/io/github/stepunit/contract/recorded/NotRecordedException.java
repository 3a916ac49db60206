package io.github.stepunit.contract.recorded;

/** A replay needs what the recording does not tell, and can go no further. That is no departure. */
final class NotRecordedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotRecordedException(String what) {
        super(what);
    }
}
