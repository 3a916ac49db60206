package io.github.stepunit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonPointer;
import java.util.function.BiConsumer;
import org.apiguardian.api.API;

/** A payload template: {@code Parameters}, {@code ResultSelector}, {@code ItemSelector}, {@code Assign} and the like. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PayloadTemplate {

    private final JsonNode template;
    private final TemplatePart root;

    private PayloadTemplate(JsonNode template, TemplatePart root) {
        this.template = template;
        this.root = root;
    }

    /**
     * Compiles a template with every path and function in it.
     *
     * @param template the value as it stands in the definition; an object, but other values are legal too
     * @param at where it stands
     * @param problems is told each thing that AWS would refuse: its place and AWS's message
     */
    public static PayloadTemplate compile(JsonNode template, JsonPointer at, BiConsumer<JsonPointer, String> problems) {
        return new PayloadTemplate(template, new TemplateCompiler(problems).compile(template, at));
    }

    /**
     * Compiles a value of a JSONata state, in which every string may be an expression.
     *
     * @param template the value as it stands in the definition
     * @param at where it stands
     * @param field where in the state it stands, as AWS's messages have it: {@code Output}, {@code Catch[1]/Output}
     * @param place decides what {@code $states} has
     * @param problems is told each thing that AWS would refuse: its place and AWS's message
     */
    public static PayloadTemplate compileJsonata(
            JsonNode template,
            JsonPointer at,
            String field,
            JsonataPlace place,
            BiConsumer<JsonPointer, InvalidExpressionException> problems) {
        return new PayloadTemplate(template, new JsonataTemplateCompiler(place, problems).compile(template, at, field));
    }

    /** The value as it stands in the definition. */
    public JsonNode template() {
        return template;
    }

    /**
     * The value that the template stands for. Parts without a path are shared with the definition, values found are
     * shared with the tree that they were found in.
     *
     * @throws EvaluationException as AWS does: a path without result, a function that failed
     */
    public JsonNode evaluate(EvaluationScope scope) {
        return root.evaluate(scope);
    }
}
