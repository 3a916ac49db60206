package io.github.stepunit.definition;

import com.fasterxml.jackson.databind.node.LongNode;
import io.github.stepunit.expression.Expression;
import io.github.stepunit.expression.Literal;
import io.github.stepunit.expression.Path;
import io.github.stepunit.expression.PayloadTemplate;
import io.github.stepunit.expression.ReferencePath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a JSONPath state. */
final class JsonPathFields implements QueryFields {

    private static final List<String> CATCHER_FIELDS =
            List.of("Comment", "ErrorEquals", "Next", "ResultPath", "Assign", "Output");

    private final FieldReader state;
    private final ExpressionReader expressions;

    JsonPathFields(FieldReader state) {
        this.state = state;
        this.expressions = new ExpressionReader(state);
    }

    @Override
    public DataFlow dataFlow() {
        return dataFlow(expressions.template("Parameters"));
    }

    @Override
    public DataFlow dataFlowOfWork() {
        return dataFlow();
    }

    /** The Parameters of a Map are its ItemSelector. */
    @Override
    public DataFlow dataFlowOfMap() {
        return dataFlow(null);
    }

    private DataFlow dataFlow(@Nullable PayloadTemplate parameters) {
        return new JsonPathDataFlow(
                expressions.pathOrNull("InputPath"),
                parameters,
                expressions.template("ResultSelector"),
                expressions.resultPath(),
                assign(state),
                expressions.pathOrNull("OutputPath"));
    }

    private static @Nullable PayloadTemplate assign(FieldReader owner) {
        AssignRules.check(owner, QueryLanguage.JSONPATH);
        return owner.isObject("Assign") ? new ExpressionReader(owner).template("Assign") : null;
    }

    @Override
    public String requestField() {
        return "Parameters";
    }

    @Override
    public @Nullable PayloadTemplate template(String field) {
        return expressions.template(field);
    }

    @Override
    public @Nullable PayloadTemplate itemSelector() {
        state.allowOneOf(List.of("Parameters", "ItemSelector"));
        PayloadTemplate parameters = expressions.template("Parameters");
        PayloadTemplate itemSelector = expressions.template("ItemSelector");
        return itemSelector == null ? parameters : itemSelector;
    }

    @Override
    public Expression items() {
        Path itemsPath = expressions.referencePath("ItemsPath");
        return itemsPath == null ? Path.root() : itemsPath;
    }

    @Override
    public Expression distributedItems() {
        return items();
    }

    @Override
    public @Nullable Expression text(String field) {
        state.allowOneOf(List.of(field, field + "Path"));
        return expressions.literalOr(field, state.text(field), expressions.stringExpression(field + "Path"));
    }

    @Override
    public @Nullable Expression timeout(String field) {
        state.allowOneOf(List.of(field, field + "Path"));
        return expressions.literalOr(
                field, state.integer(field, 1, StateParser.MAX_SECONDS), expressions.referencePath(field + "Path"));
    }

    @Override
    public @Nullable Expression count(String field) {
        state.allowOneOf(List.of(field, field + "Path"));
        return expressions.literalOr(
                field, state.integer(field, 0, Integer.MAX_VALUE), expressions.referencePathIntoData(field + "Path"));
    }

    @Override
    public @Nullable Expression percentage(String field) {
        state.allowOneOf(List.of(field, field + "Path"));
        return expressions.literalOr(
                field, state.number(field, 0, 100), expressions.referencePathIntoData(field + "Path"));
    }

    @Override
    public List<String> waitFields() {
        return List.of("SecondsPath", "Seconds", "TimestampPath", "Timestamp");
    }

    @Override
    public @Nullable Expression seconds() {
        if (state.has("SecondsPath")) {
            return expressions.referencePath("SecondsPath");
        }
        Long seconds = state.integer("Seconds", 0, StateParser.MAX_SECONDS);
        return seconds == null ? null : new Literal(LongNode.valueOf(seconds));
    }

    @Override
    public @Nullable Expression timestamp() {
        return state.has("TimestampPath")
                ? expressions.referencePath("TimestampPath")
                : Timestamps.read(state, "Timestamp");
    }

    @Override
    public @Nullable ChoiceRule rule(FieldReader rule, int index) {
        rule.require("Next");
        QueryLanguageRules.rejectForeign(rule, "Condition", QueryLanguage.JSONPATH);
        QueryLanguageRules.rejectForeign(rule, "Output", QueryLanguage.JSONPATH);
        String next = rule.text("Next");
        PayloadTemplate assign = assign(rule);
        Condition condition = ConditionParser.parseRule(rule);
        return condition == null || next == null ? null : new ChoiceRule(condition, next, assign, null, rule.at());
    }

    @Override
    public Catcher catcher(FieldReader catcher, int index) {
        QueryLanguageRules.rejectForeign(catcher, "Output", QueryLanguage.JSONPATH);
        catcher.allow(CATCHER_FIELDS);
        catcher.require("ErrorEquals", "Next");
        catcher.text("Comment");
        String next = catcher.text("Next");
        ReferencePath resultPath = new ExpressionReader(catcher).resultPath();
        return new Catcher(
                catcher.someTexts("ErrorEquals"),
                next == null ? "" : next,
                resultPath,
                assign(catcher),
                null,
                catcher.at());
    }
}
