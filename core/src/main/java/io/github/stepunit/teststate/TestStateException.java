package io.github.stepunit.teststate;

import org.apiguardian.api.API;

/** A test of a state that AWS's TestState would refuse. The message is AWS's. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TestStateException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String code;

    private TestStateException(String code, String message) {
        super(message);
        this.code = code;
    }

    static TestStateException validation(String message) {
        return new TestStateException("ValidationException", message);
    }

    static TestStateException invalidDefinition(String message) {
        return new TestStateException("InvalidDefinition", message);
    }

    static TestStateException invalidInput(String message) {
        return new TestStateException("InvalidExecutionInput", message);
    }

    /** The name of AWS's error: {@code ValidationException}, {@code InvalidDefinition}, {@code InvalidExecutionInput}. */
    public String code() {
        return code;
    }
}
