package io.github.stepunit.json;

import org.apiguardian.api.API;

/** Text that should be JSON and is not. The message says where and why. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class InvalidJsonException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    /**
     * @param message what is wrong, without the place
     * @param line line, from 1; 0 when unknown
     * @param column column, from 1; 0 when unknown
     */
    public InvalidJsonException(String message, int line, int column) {
        super(message);
        this.line = line;
        this.column = column;
    }

    /** Line, from 1; 0 when unknown. */
    public int line() {
        return line;
    }

    /** Column, from 1; 0 when unknown. */
    public int column() {
        return column;
    }
}
