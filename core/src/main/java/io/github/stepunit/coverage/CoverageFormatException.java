package io.github.stepunit.coverage;

import org.apiguardian.api.API;

/** A text is no coverage data. The message says why, without the name of the file. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CoverageFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CoverageFormatException(String message) {
        super(message);
    }
}
