package io.github.stepunit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.expression.Expression;
import io.github.stepunit.expression.JsonataPlace;
import io.github.stepunit.expression.Literal;
import io.github.stepunit.expression.PayloadTemplate;
import io.github.stepunit.expression.ResultType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a JSONata state. */
final class JsonataFields implements QueryFields {

    private static final List<String> CATCHER_FIELDS =
            List.of("Comment", "ErrorEquals", "Next", "ResultPath", "Assign", "Output");

    private final FieldReader state;
    private final JsonataReader expressions;

    JsonataFields(FieldReader state) {
        this.state = state;
        this.expressions = new JsonataReader(state, "", JsonataPlace.STATE);
    }

    @Override
    public DataFlow dataFlow() {
        return new JsonataDataFlow(null, assign(expressions), expressions.template("Output"));
    }

    @Override
    public DataFlow dataFlowOfWork() {
        return dataFlow(expressions.template("Arguments"));
    }

    @Override
    public DataFlow dataFlowOfMap() {
        return dataFlow(null);
    }

    private DataFlow dataFlow(@Nullable PayloadTemplate arguments) {
        JsonataReader afterwards = new JsonataReader(state, "", JsonataPlace.RESULT);
        return new JsonataDataFlow(arguments, assign(afterwards), afterwards.template("Output"));
    }

    private static @Nullable PayloadTemplate assign(JsonataReader owner) {
        AssignRules.check(owner.fields(), QueryLanguage.JSONATA);
        return owner.fields().isObject("Assign") ? owner.template("Assign") : null;
    }

    @Override
    public String requestField() {
        return "Arguments";
    }

    @Override
    public @Nullable PayloadTemplate template(String field) {
        return expressions.template(field);
    }

    @Override
    public @Nullable PayloadTemplate itemSelector() {
        return expressions.template("ItemSelector");
    }

    @Override
    public @Nullable Expression items() {
        return items(ResultType.ARRAY);
    }

    @Override
    public @Nullable Expression distributedItems() {
        return items(ResultType.ARRAY_OR_OBJECT);
    }

    private @Nullable Expression items(ResultType type) {
        JsonNode items = state.value("Items");
        if (items == null || expressions.isExpression("Items")) {
            return expressions.expression("Items", type);
        }
        if (items.isArray() || (items.isObject() && type == ResultType.ARRAY_OR_OBJECT)) {
            return expressions.composed("Items");
        }
        state.problems()
                .schema(
                        state.at("Items"),
                        "Expected value of type [ARRAY]",
                        items instanceof ObjectNode
                                ? "Only a Distributed Map iterates over an object."
                                : "Write an array, or an expression that gives one.");
        return null;
    }

    @Override
    public @Nullable Expression text(String field) {
        return expressions.isExpression(field)
                ? expressions.expression(field, ResultType.STRING)
                : literal(field, state.text(field));
    }

    @Override
    public @Nullable Expression timeout(String field) {
        return expressions.isExpression(field)
                ? expressions.expression(field, ResultType.POSITIVE_INTEGER)
                : literal(field, state.integer(field, 1, StateParser.MAX_SECONDS));
    }

    @Override
    public @Nullable Expression count(String field) {
        return expressions.isExpression(field)
                ? expressions.expression(field, ResultType.NON_NEGATIVE_INTEGER)
                : literal(field, state.integer(field, 0, Integer.MAX_VALUE));
    }

    @Override
    public @Nullable Expression percentage(String field) {
        return expressions.isExpression(field)
                ? expressions.expression(field, ResultType.PERCENTAGE)
                : literal(field, state.number(field, 0, 100));
    }

    @Override
    public List<String> waitFields() {
        return List.of("Seconds", "Timestamp");
    }

    @Override
    public @Nullable Expression seconds() {
        return expressions.isExpression("Seconds")
                ? expressions.expression("Seconds", ResultType.NON_NEGATIVE_INTEGER)
                : literal("Seconds", state.integer("Seconds", 0, StateParser.MAX_SECONDS));
    }

    @Override
    public @Nullable Expression timestamp() {
        return expressions.isExpression("Timestamp")
                ? expressions.expression("Timestamp", ResultType.TIMESTAMP)
                : Timestamps.read(state, "Timestamp");
    }

    private @Nullable Expression literal(String field, @Nullable Object checked) {
        JsonNode value = state.value(field);
        return checked == null || value == null ? null : new Literal(value);
    }

    @Override
    public @Nullable ChoiceRule rule(FieldReader rule, int index) {
        for (String field : ConditionParser.jsonPathFields()) {
            QueryLanguageRules.rejectForeign(rule, field, QueryLanguage.JSONATA);
        }
        rule.allow(ConditionParser.ruleFields());
        rule.require("Condition", "Next");
        rule.text("Comment");
        String next = rule.text("Next");
        JsonataReader reader = new JsonataReader(rule, "Choices[" + index + "]/", JsonataPlace.STATE);
        PayloadTemplate assign = assign(reader);
        PayloadTemplate output = reader.template("Output");
        Expression condition = reader.isExpression("Condition")
                ? reader.expression("Condition", ResultType.BOOLEAN)
                : literalCondition(rule);
        return condition == null || next == null
                ? null
                : new ChoiceRule(new Condition.Query(condition), next, assign, output, rule.at());
    }

    /** A condition may also be a plain boolean. */
    private static @Nullable Expression literalCondition(FieldReader rule) {
        Boolean checked = rule.bool("Condition");
        JsonNode value = rule.value("Condition");
        return checked == null || value == null ? null : new Literal(value);
    }

    @Override
    public Catcher catcher(FieldReader catcher, int index) {
        QueryLanguageRules.rejectForeign(catcher, "ResultPath", QueryLanguage.JSONATA);
        catcher.allow(CATCHER_FIELDS);
        catcher.require("ErrorEquals", "Next");
        catcher.text("Comment");
        String next = catcher.text("Next");
        JsonataReader reader = new JsonataReader(catcher, "Catch[" + index + "]/", JsonataPlace.ERROR_OUTPUT);
        return new Catcher(
                catcher.someTexts("ErrorEquals"),
                next == null ? "" : next,
                null,
                assign(reader),
                reader.template("Output"),
                catcher.at());
    }
}
