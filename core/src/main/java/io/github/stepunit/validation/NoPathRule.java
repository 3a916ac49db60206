package io.github.stepunit.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.ChoiceState;
import io.github.stepunit.definition.FailState;
import io.github.stepunit.json.JsonPointer;

/** {@code "Cause": "$.message"} is the text {@code $.message}: {@code CausePath} takes paths. */
final class NoPathRule implements StateRule {

    @Override
    public WarningCode code() {
        return WarningCode.NO_PATH;
    }

    @Override
    public void check(StateNode state, Findings findings) {
        if (state.isJsonPath() && state.state() instanceof FailState) {
            check(state, state.json(), state.state().pointer(), "Error", findings);
            check(state, state.json(), state.state().pointer(), "Cause", findings);
        } else if (state.isJsonPath() && state.state() instanceof ChoiceState) {
            checkConditions(state, state.field("Choices"), state.at("Choices"), findings);
        }
    }

    private void checkConditions(StateNode state, JsonNode conditions, JsonPointer at, Findings findings) {
        if (conditions.isArray()) {
            for (int i = 0; i < conditions.size(); i++) {
                checkConditions(state, conditions.get(i), at.index(i), findings);
            }
        } else if (conditions.isObject()) {
            conditions.fieldNames().forEachRemaining(field -> {
                if (field.startsWith("String") && !field.endsWith("Path")) {
                    check(state, conditions, at, field, findings);
                } else if (field.equals("And") || field.equals("Or") || field.equals("Not")) {
                    checkConditions(state, conditions.path(field), at.field(field), findings);
                }
            });
        }
    }

    private void check(StateNode state, JsonNode owner, JsonPointer at, String field, Findings findings) {
        String text = owner.path(field).asText();
        boolean intrinsic = Texts.looksLikeIntrinsic(text) && !field.startsWith("String");
        if ((Texts.looksLikePath(text) && text.length() > 1) || intrinsic) {
            findings.report(
                    code(),
                    state,
                    at.field(field),
                    "Field value looks like a path, but field name does not end with 'Path': \"" + field
                            + "\" is the text \"" + text + "\" itself.",
                    "Write \"" + field + "Path\".");
        }
    }
}
