package io.github.stepunit.teststate;

import org.apiguardian.api.API;

/** How a mocked result is checked against the model of the service that it stands for. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum FieldValidationMode {
    /** Every required member is there, and every member that the model knows has the right type and range. */
    STRICT,
    /** Every member that is there, and that the model knows, has the right type and range. */
    PRESENT,
    /** Nothing is checked. */
    NONE
}
