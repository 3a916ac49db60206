package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.Catcher;
import io.github.stepunit.definition.ChoiceRule;
import io.github.stepunit.definition.JsonataDataFlow;
import io.github.stepunit.expression.PayloadTemplate;
import io.github.stepunit.history.DataFlowStep;

/** {@code Arguments → work → Assign and Output}. Expressions see the state's input throughout. */
record JsonataPipeline(JsonataDataFlow fields) implements Pipeline {

    @Override
    public JsonNode effectiveInput(Visit visit) {
        return visit.rawInput();
    }

    @Override
    public JsonNode request(Visit visit, JsonNode effectiveInput) {
        PayloadTemplate arguments = fields.arguments();
        JsonNode request = arguments == null ? effectiveInput : arguments.evaluate(visit.scope(effectiveInput));
        visit.passed(DataFlowStep.AFTER_ARGUMENTS, request);
        return request;
    }

    @Override
    public Outcome outcome(Visit visit, JsonNode result) {
        VisitScope scope = visit.scope(visit.rawInput()).withResult(result);
        PayloadTemplate output = fields.output();
        JsonNode evaluated = output == null ? result : output.evaluate(scope);
        return new Outcome(evaluated, Pipeline.assigned(fields.assign(), scope));
    }

    @Override
    public Pipeline ofRule(ChoiceRule rule) {
        return new JsonataPipeline(new JsonataDataFlow(null, rule.assign(), rule.output()));
    }

    @Override
    public Pipeline ofCatcher(Catcher catcher) {
        return new JsonataPipeline(new JsonataDataFlow(null, catcher.assign(), catcher.output()));
    }
}
