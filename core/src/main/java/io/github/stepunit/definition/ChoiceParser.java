package io.github.stepunit.definition;

import io.github.stepunit.expression.PayloadTemplate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses a Choice state. */
final class ChoiceParser {

    private ChoiceParser() {}

    static ChoiceState parse(StateHeader header, FieldReader fields) {
        fields.require("Choices");
        List<ChoiceRule> rules = new ArrayList<>();
        for (FieldReader rule : fields.someObjects("Choices")) {
            ChoiceRule parsed = rule(rule);
            if (parsed != null) {
                rules.add(parsed);
            }
        }
        return new ChoiceState(header, DataFlowParser.parse(fields), rules, fields.text("Default"));
    }

    private static @Nullable ChoiceRule rule(FieldReader fields) {
        fields.require("Next");
        QueryLanguageRules.rejectJsonata(fields, "Condition");
        QueryLanguageRules.rejectJsonata(fields, "Output");
        String next = fields.text("Next");
        PayloadTemplate assign = DataFlowParser.assign(fields);
        Condition condition = ConditionParser.parseRule(fields);
        return condition == null || next == null ? null : new ChoiceRule(condition, next, assign, fields.at());
    }
}
