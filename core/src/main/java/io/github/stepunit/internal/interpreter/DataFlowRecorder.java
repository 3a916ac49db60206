package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.history.DataFlowStep;
import io.github.stepunit.history.RecordedDataFlow;
import org.jspecify.annotations.Nullable;

/** Keeps what the payload is after each step. */
public final class DataFlowRecorder implements VisitListener {

    private final RecordedDataFlow recorded = new RecordedDataFlow();
    /** The visit and attempt whose error was raised last: what passes there from then on is the error output. */
    private @Nullable VisitPoint failed;

    /** Records from now on. */
    public DataFlowRecorder() {}

    /** What there is so far. */
    public RecordedDataFlow recorded() {
        return recorded;
    }

    @Override
    public VisitListener ofNested() {
        return new DataFlowRecorder();
    }

    @Override
    public void passed(VisitPoint at, DataFlowStep step, JsonNode value) {
        recorded.add(at.enteredEventId(), new RecordedDataFlow.Step(step, at.attempt(), at.equals(failed), value));
    }

    @Override
    public void raised(VisitPoint at, @Nullable String error, @Nullable String cause) {
        failed = at;
    }
}
