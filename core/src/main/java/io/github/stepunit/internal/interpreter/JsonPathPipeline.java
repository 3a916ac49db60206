package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.Catcher;
import io.github.stepunit.definition.ChoiceRule;
import io.github.stepunit.definition.JsonPathDataFlow;
import io.github.stepunit.expression.Path;
import io.github.stepunit.expression.PayloadTemplate;
import io.github.stepunit.expression.ReferencePath;
import io.github.stepunit.history.DataFlowStep;

/** {@code InputPath → Parameters → work → ResultSelector → ResultPath → Assign → OutputPath}. */
record JsonPathPipeline(JsonPathDataFlow fields) implements Pipeline {

    private static final JsonNode EMPTY_OBJECT = Pipeline.emptyObject();

    @Override
    public JsonNode effectiveInput(Visit visit) {
        Path inputPath = fields.inputPath();
        JsonNode effective = inputPath == null ? EMPTY_OBJECT : inputPath.require(visit.scope(visit.rawInput()));
        visit.passed(DataFlowStep.AFTER_INPUT_PATH, effective);
        return effective;
    }

    @Override
    public JsonNode request(Visit visit, JsonNode effectiveInput) {
        PayloadTemplate parameters = fields.parameters();
        JsonNode request = parameters == null ? effectiveInput : parameters.evaluate(visit.scope(effectiveInput));
        visit.passed(DataFlowStep.AFTER_PARAMETERS, request);
        return request;
    }

    @Override
    public Outcome outcome(Visit visit, JsonNode result) {
        JsonNode output = output(visit, result);
        return new Outcome(output, Pipeline.assigned(fields.assign(), visit.scope(result)));
    }

    private JsonNode output(Visit visit, JsonNode result) {
        PayloadTemplate selector = fields.resultSelector();
        JsonNode selected = selector == null ? result : selector.evaluate(visit.scope(result));
        visit.passed(DataFlowStep.AFTER_RESULT_SELECTOR, selected);
        ReferencePath resultPath = fields.resultPath();
        JsonNode combined = resultPath == null ? visit.rawInput() : resultPath.put(visit.rawInput(), selected);
        visit.passed(DataFlowStep.AFTER_RESULT_PATH, combined);
        Path outputPath = fields.outputPath();
        return outputPath == null ? EMPTY_OBJECT : outputPath.require(visit.scope(combined));
    }

    @Override
    public Pipeline ofRule(ChoiceRule rule) {
        return new JsonPathPipeline(new JsonPathDataFlow(
                fields.inputPath(), null, null, fields.resultPath(), rule.assign(), fields.outputPath()));
    }

    /**
     * The state's own ResultPath and OutputPath do not apply to an error output
     * (error_handling/test_task_service_lambda.test_raise_exception_catch_output_path).
     */
    @Override
    public Pipeline ofCatcher(Catcher catcher) {
        return new JsonPathPipeline(
                new JsonPathDataFlow(null, null, null, catcher.resultPath(), catcher.assign(), Path.root()));
    }
}
