package io.github.stepunit.definition;

import java.util.ArrayList;
import java.util.List;

/** Parses a Choice state. */
final class ChoiceParser {

    private ChoiceParser() {}

    static ChoiceState parse(StateHeader header, FieldReader fields, QueryFields queries) {
        fields.require("Choices");
        List<FieldReader> choices = fields.someObjects("Choices");
        List<ChoiceRule> rules = new ArrayList<>();
        for (int i = 0; i < choices.size(); i++) {
            ChoiceRule rule = queries.rule(choices.get(i), i);
            if (rule != null) {
                rules.add(rule);
            }
        }
        return new ChoiceState(header, queries.dataFlow(), rules, fields.text("Default"));
    }
}
