package io.github.stepunit.task;

import org.apiguardian.api.API;

/** A mock configuration file that Step Functions Local would not take. The message says where and why. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class InvalidMockConfigException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    InvalidMockConfigException(String message) {
        super(message);
    }
}
