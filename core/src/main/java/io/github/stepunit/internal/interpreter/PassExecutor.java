package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.PassState;

/** Passes on its Result, or its input. */
final class PassExecutor implements StateExecutor {

    private final PassState state;

    PassExecutor(PassState state) {
        this.state = state;
    }

    @Override
    public void execute(Visit visit) {
        JsonNode effectiveInput = visit.effectiveInput();
        JsonNode result = state.result();
        visit.succeed(result == null ? visit.request(effectiveInput) : result);
    }
}
