package io.github.stepunit.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/** One step of the recorder: hides what differs from one execution to the next. */
@FunctionalInterface
interface Mask {

    /** The answer with this step applied; the argument stays as it is. */
    JsonNode apply(JsonNode answer);
}
