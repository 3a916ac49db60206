package io.github.stepunit.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.definition.PassState;
import io.github.stepunit.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/** {@code Result} of a Pass state is taken as it is. */
final class PassResultRule implements StateRule {

    @Override
    public WarningCode code() {
        return WarningCode.PASS_RESULT_IS_STATIC;
    }

    @Override
    public void check(StateNode state, Findings findings) {
        JsonPointer at = state.at("Result");
        JsonPointer path = state.state() instanceof PassState && state.isJsonPath()
                ? firstPath(state.field("Result"), at, "")
                : null;
        if (path != null) {
            findings.report(
                    code(),
                    state,
                    path,
                    "Attempt to use a path in the result of a pass state: Result is static.",
                    "Write Parameters instead of Result.");
        }
    }

    private static @Nullable JsonPointer firstPath(JsonNode value, JsonPointer at, String key) {
        if (value.isTextual()) {
            String text = value.textValue();
            boolean dynamic = key.endsWith(".$");
            return dynamic || (Texts.looksLikePath(text) && text.length() > 1) || Texts.looksLikeIntrinsic(text)
                    ? at
                    : null;
        }
        for (var field : value.properties()) {
            JsonPointer found = firstPath(field.getValue(), at.field(field.getKey()), field.getKey());
            if (found != null) {
                return found;
            }
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            JsonPointer found = firstPath(value.get(i), at.index(i), "");
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
