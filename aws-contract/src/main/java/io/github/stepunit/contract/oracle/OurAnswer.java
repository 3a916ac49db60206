package io.github.stepunit.contract.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.teststate.FieldValidationMode;
import io.github.stepunit.teststate.InspectionLevel;
import io.github.stepunit.teststate.TestState;
import io.github.stepunit.teststate.TestStateException;

/** What StepUnit answers to a question, in the form of AWS's answer. */
final class OurAnswer {

    private OurAnswer() {}

    static JsonNode to(OracleQuestion question, FieldValidationMode validation) {
        TestState test = TestState.of(JsonText.writeCompact(question.definition()))
                .withInput(question.input())
                .withFieldValidation(validation)
                .withInspectionLevel(InspectionLevel.DEBUG);
        JsonNode variables = question.variables();
        test = variables == null ? test : test.withVariables(variables);
        JsonNode context = question.context();
        test = context == null ? test : test.withContext(JsonText.write(context));
        JsonNode result = question.mockResult();
        test = result == null ? test : test.withMockResult(result);
        String error = question.mockError();
        test = error == null ? test : test.withMockError(error, question.mockCause());
        String culprit = question.errorCausedByState();
        test = culprit == null ? test : test.withErrorCausedByState(culprit);
        test = question.retryCount() == 0 ? test : test.atRetry(question.retryCount());
        try {
            return test.run().toJson();
        } catch (TestStateException refused) {
            return refusal(refused.code(), String.valueOf(refused.getMessage()));
        } catch (InvalidDefinitionException refused) {
            return refusal("InvalidDefinition", String.valueOf(refused.getMessage()));
        }
    }

    /** An answer that is a refusal. */
    static JsonNode refusal(String code, String message) {
        return JsonNodeFactory.instance.objectNode().put("refused", code).put("message", message);
    }
}
