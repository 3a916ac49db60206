package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;

/** What a mock gives to one call. */
sealed interface Answer {

    /** Its Task gives this result, in the form that the state sees. */
    record Result(JsonNode result) implements Answer {}

    /**
     * Fails.
     *
     * @param cause empty for none
     */
    record Failure(String error, String cause) implements Answer {

        /** Without a cause. */
        Failure(String error) {
            this(error, "");
        }
    }

    /** Times out. */
    record TimeOut() implements Answer {}

    /** Never answers. */
    record Never() implements Answer {}

    /** What makes its Task fail with that error. */
    static Answer failing(String error) {
        return error.equals("States.Timeout") ? new TimeOut() : new Failure(error);
    }
}
