package io.github.stepunit.contract.model;

import io.github.stepunit.json.JsonPointer;
import org.apiguardian.api.API;

/**
 * Something that the model of a service does not allow.
 *
 * @param kind what is wrong
 * @param pointer where in the request or the answer: {@code /Item/Id/S}
 * @param message the sentence that says it, with a suggestion where there is one
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ModelProblem(Kind kind, JsonPointer pointer, String message) {

    /** What can be wrong. */
    public enum Kind {
        /** The service has no such operation. */
        UNKNOWN_OPERATION,
        /** There is no member of that name; it may be spelled otherwise. */
        UNKNOWN_MEMBER,
        /** A member that is required is not there. */
        MISSING_MEMBER,
        /** A value of another type. */
        WRONG_TYPE,
        /** A text that is none of those that are allowed. */
        UNKNOWN_VALUE,
        /** A text, a number or an array outside of its limits. */
        OUT_OF_RANGE,
        /** An error that the operation cannot raise. */
        UNKNOWN_ERROR
    }

    /** The place, where there is one, and the message. */
    @Override
    public String toString() {
        String place = pointer.toString();
        return place.isEmpty() ? message : place + ": " + message;
    }
}
