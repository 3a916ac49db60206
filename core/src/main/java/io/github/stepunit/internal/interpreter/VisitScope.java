package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.expression.EvaluationScope;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What the expressions of one visit see. One object a visit, whose {@code $} is set before each evaluation. */
final class VisitScope implements EvaluationScope {

    private final Visit visit;
    private JsonNode input;
    private @Nullable String taskToken;
    private @Nullable MapItem selecting;
    private @Nullable JsonNode context;
    private @Nullable JsonNode result;

    VisitScope(Visit visit) {
        this.visit = visit;
        this.input = visit.rawInput();
    }

    VisitScope withInput(JsonNode newInput) {
        input = newInput;
        result = null;
        return this;
    }

    VisitScope withResult(JsonNode newResult) {
        result = newResult;
        return this;
    }

    /** Another attempt sees another context: RetryCount, and its own token. */
    void forget() {
        taskToken = null;
        selecting = null;
        context = null;
    }

    void taskToken(String newToken) {
        taskToken = newToken;
        context = null;
    }

    /** ItemSelector of a Map state sees the item before there is a frame for it. */
    void selecting(@Nullable MapItem item) {
        selecting = item;
        context = null;
    }

    @Override
    public JsonNode input() {
        return input;
    }

    @Override
    public @Nullable JsonNode result() {
        return result;
    }

    @Override
    public Instant now() {
        return visit.run().now();
    }

    @Override
    public JsonNode context() {
        if (context == null) {
            MapItem item = selecting != null ? selecting : visit.frame().mapItem();
            context = visit.run().contextObject().of(visit, visit.retries().total(), item, taskToken);
        }
        return context;
    }

    @Override
    public @Nullable JsonNode variable(String name) {
        return visit.frame().variable(name);
    }

    @Override
    public RandomGenerator random() {
        return visit.run().random();
    }
}
