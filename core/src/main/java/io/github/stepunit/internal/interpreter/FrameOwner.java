package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.history.Trace;

/** Who started a frame and hears how it ended: the execution, a Parallel state or a Map state. */
interface FrameOwner {

    /** The frame has reached its end with this output. */
    void succeeded(Frame frame, JsonNode output);

    /** An error has left one of the frame's states and nothing in the frame caught it. */
    void failed(Frame frame, StateError error, Trace.Uncaught trace);
}
