package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.stepunit.definition.DataFlow;
import io.github.stepunit.expression.EvaluationException;
import io.github.stepunit.expression.Path;
import io.github.stepunit.expression.PayloadTemplate;
import io.github.stepunit.expression.ReferencePath;
import io.github.stepunit.history.HistoryEventDetails;
import io.github.stepunit.history.HistoryEventType;
import io.github.stepunit.history.Trace;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One visit of a state, from Entered to Exited: everything about it that changes. Also the one pipeline by which input
 * becomes output: {@code InputPath → Parameters → work → ResultSelector → ResultPath → Assign → OutputPath}.
 */
final class Visit {

    private static final JsonNode EMPTY_OBJECT = JsonNodeFactory.instance.objectNode();

    private final Frame frame;
    private final PlannedState planned;
    private final JsonNode rawInput;
    private final Instant enteredTime;
    private final long enteredEventId;
    private final VisitScope scope;
    private final Retries retries;
    private @Nullable Ongoing ongoing;
    private boolean started;
    private Trace.@Nullable Uncaught inner;

    Visit(Frame frame, PlannedState planned, JsonNode rawInput, Instant enteredTime, long enteredEventId) {
        this.frame = frame;
        this.planned = planned;
        this.rawInput = rawInput;
        this.enteredTime = enteredTime;
        this.enteredEventId = enteredEventId;
        this.scope = new VisitScope(this);
        this.retries = planned.errorHandling().retriers().isEmpty() ? Retries.NONE : new Retries(planned);
    }

    Frame frame() {
        return frame;
    }

    ExecutionRun run() {
        return frame.execution();
    }

    PlannedState planned() {
        return planned;
    }

    String name() {
        return planned.name();
    }

    /** The state's path through the Parallel and Map states around it. */
    String path() {
        return frame.scope().pathOf(name());
    }

    JsonNode rawInput() {
        return rawInput;
    }

    Instant enteredTime() {
        return enteredTime;
    }

    Retries retries() {
        return retries;
    }

    /** What expressions of this state see; {@code input} is what {@code $} means there. */
    VisitScope scope(JsonNode input) {
        return scope.withInput(input);
    }

    // --- attempts

    /** Begins an attempt. */
    void attempt() {
        ongoing = null;
        started = false;
        inner = null;
        scope.forget();
        try {
            planned.executor().execute(this);
        } catch (EvaluationException e) {
            fail(errorOf(e));
        }
    }

    /** The trace of the retrier that asked for this attempt; null for the first. */
    @Nullable
    Trace retried() {
        return retries.trace();
    }

    /** Notes what the state waits for, so that it can be stopped. */
    void waitsFor(Ongoing newOngoing) {
        ongoing = newOngoing;
    }

    void stop(boolean record) {
        Ongoing stopped = ongoing;
        ongoing = null;
        if (stopped != null) {
            stopped.stop(record);
        }
    }

    // --- input

    /** The raw input after InputPath. */
    JsonNode effectiveInput() {
        Path inputPath = planned.dataFlow().inputPath();
        return inputPath == null ? EMPTY_OBJECT : inputPath.require(scope(rawInput));
    }

    /** The effective input after Parameters. */
    JsonNode parameters(JsonNode effectiveInput) {
        PayloadTemplate parameters = planned.dataFlow().parameters();
        return parameters == null ? effectiveInput : parameters.evaluate(scope(effectiveInput));
    }

    // --- ways out

    /** The work is done; goes on with Next or End. */
    void succeed(JsonNode result) {
        succeedTo(result, planned.dataFlow().assign(), planned.state().next(), null);
    }

    /**
     * The work is done.
     *
     * @param assign the template that applies; null for none
     * @param next the state that follows; null for the end of the machine
     */
    void succeedTo(JsonNode result, @Nullable PayloadTemplate assign, @Nullable String next, @Nullable Trace trace) {
        ongoing = null;
        JsonNode output;
        Map<String, JsonNode> assigned;
        try {
            output = outputOf(result);
            // Evaluated with the values at entry, as the output is (query_language/test_mixed_query_language).
            assigned = assigned(assign, result);
        } catch (EvaluationException e) {
            fail(errorOf(e));
            return;
        }
        leave(output, assigned, next, trace);
    }

    private JsonNode outputOf(JsonNode result) {
        DataFlow dataFlow = planned.dataFlow();
        PayloadTemplate selector = dataFlow.resultSelector();
        JsonNode selected = selector == null ? result : selector.evaluate(scope(result));
        ReferencePath resultPath = dataFlow.resultPath();
        JsonNode combined = resultPath == null ? rawInput : resultPath.put(rawInput, selected);
        Path outputPath = dataFlow.outputPath();
        return outputPath == null ? EMPTY_OBJECT : outputPath.require(scope(combined));
    }

    private Map<String, JsonNode> assigned(@Nullable PayloadTemplate assign, JsonNode result) {
        if (assign == null) {
            return Map.of();
        }
        Map<String, JsonNode> assigned = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : assign.evaluate(scope(result)).properties()) {
            assigned.put(entry.getKey(), entry.getValue());
        }
        return assigned;
    }

    @SuppressWarnings("ReferenceEquality") // the very same tree has been measured when it came in
    private void leave(JsonNode output, Map<String, JsonNode> assigned, @Nullable String next, @Nullable Trace trace) {
        if (output != rawInput && run().isTooLarge(output)) {
            fail(StateError.outputTooLarge(name()));
            return;
        }
        HistoryEventType exited = planned.exited();
        if (exited != null) {
            frame.emit(exited, new HistoryEventDetails.StateExited(name(), output, assigned), trace);
        }
        frame.assign(assigned);
        if (next == null) {
            frame.end(output);
        } else {
            frame.goTo(next, output);
        }
    }

    /** An error: retried, caught, or let out of the machine. */
    void fail(StateError error) {
        ongoing = null;
        ErrorStage.handle(this, error);
    }

    /**
     * An error of a Parallel or Map state that has recorded its start: unless it is retried, it also records its failure.
     *
     * @param trace how the error left the branch; null when it arose in the state itself
     */
    void failAfterStart(StateError error, Trace.@Nullable Uncaught trace) {
        ongoing = null;
        started = true;
        inner = trace;
        ErrorStage.handle(this, error);
    }

    /** Records ParallelStateFailed or MapStateFailed, if the state has got that far. */
    void recordFailure() {
        HistoryEventType failed = planned.failed();
        if (started && failed != null) {
            // Once for each attempt, even if what follows fails as well.
            started = false;
            frame.emit(failed, HistoryEventDetails.none(), inner);
        }
    }

    /**
     * The error was caught. The state's own ResultPath and OutputPath do not apply to it
     * (error_handling/test_task_service_lambda.test_raise_exception_catch_output_path).
     */
    void caught(JsonNode errorOutput, CaughtBy by) {
        JsonNode output;
        Map<String, JsonNode> assigned;
        try {
            ReferencePath resultPath = by.catcher().resultPath();
            output = resultPath == null ? rawInput : resultPath.put(rawInput, errorOutput);
            assigned = assigned(by.catcher().assign(), errorOutput);
        } catch (EvaluationException e) {
            StateError error = errorOf(e);
            frame.fail(error, new Trace.Uncaught(path(), error.name(), null));
            return;
        }
        leave(output, assigned, by.catcher().next(), by.trace());
    }

    /** An error that the interpreter itself raises names the state, once, at the innermost state. */
    StateError errorOf(EvaluationException e) {
        return StateError.of(e.error(), prefix() + e.causeText());
    }

    /** States.Runtime with this cause, naming the state. */
    StateError runtimeError(String cause) {
        return StateError.of(StateError.RUNTIME, prefix() + cause);
    }

    private String prefix() {
        return "An error occurred while executing the state '" + name() + "' (entered at the event id #"
                + enteredEventId + "). ";
    }
}
