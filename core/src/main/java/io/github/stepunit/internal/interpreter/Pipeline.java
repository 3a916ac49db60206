package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.stepunit.definition.Catcher;
import io.github.stepunit.definition.ChoiceRule;
import io.github.stepunit.definition.DataFlow;
import io.github.stepunit.definition.JsonPathDataFlow;
import io.github.stepunit.definition.JsonataDataFlow;
import io.github.stepunit.expression.EvaluationScope;
import io.github.stepunit.expression.PayloadTemplate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The way from a state's input to its output, in the state's query language. Chosen when the definition is loaded;
 * immutable. All of an outcome is evaluated with the variables as they were at entry
 * (query_language/test_mixed_query_language).
 *
 * <p>Each method throws {@link io.github.stepunit.expression.EvaluationException}.
 */
interface Pipeline {

    /** The pipeline of a state that has no fields for it: Fail. */
    Pipeline NONE = new JsonataPipeline(new JsonataDataFlow(null, null, null));

    static Pipeline of(DataFlow dataFlow) {
        return dataFlow instanceof JsonPathDataFlow jsonPath
                ? new JsonPathPipeline(jsonPath)
                : new JsonataPipeline((JsonataDataFlow) dataFlow);
    }

    /** What the state's own fields see as its input. */
    JsonNode effectiveInput(Visit visit);

    /** What the state's work gets. */
    JsonNode request(Visit visit, JsonNode effectiveInput);

    /** What becomes of what the work gave. */
    Outcome outcome(Visit visit, JsonNode result);

    /** The same, as a rule of the Choice state has it. */
    Pipeline ofRule(ChoiceRule rule);

    /** What becomes of an error output that the catcher takes. */
    Pipeline ofCatcher(Catcher catcher);

    /** The values of an {@code Assign} template. */
    static Map<String, JsonNode> assigned(@Nullable PayloadTemplate assign, EvaluationScope scope) {
        if (assign == null) {
            return Map.of();
        }
        Map<String, JsonNode> assigned = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : assign.evaluate(scope).properties()) {
            assigned.put(entry.getKey(), entry.getValue());
        }
        return assigned;
    }

    /** {@code {}}. */
    static JsonNode emptyObject() {
        return JsonNodeFactory.instance.objectNode();
    }
}
