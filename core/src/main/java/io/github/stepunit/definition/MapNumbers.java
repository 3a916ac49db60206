package io.github.stepunit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.expression.Expression;
import io.github.stepunit.expression.JsonataPlace;
import io.github.stepunit.expression.Literal;
import io.github.stepunit.expression.PayloadTemplate;
import io.github.stepunit.expression.ResultType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the numbers and templates of the objects inside a Distributed Map, in the language of the state. */
final class MapNumbers {

    private final FieldReader fields;
    private final QueryLanguage language;
    private final ExpressionReader paths;
    private final JsonataReader queries;

    /** @param place where in the state the object stands, as AWS's messages have it: {@code ItemBatcher/} */
    MapNumbers(FieldReader fields, String place, QueryLanguage language) {
        this.fields = fields;
        this.language = language;
        this.paths = new ExpressionReader(fields);
        this.queries = new JsonataReader(fields, place, JsonataPlace.STATE);
    }

    private boolean isJsonata() {
        return language == QueryLanguage.JSONATA;
    }

    /** An integer from 1 as literal, path ({@code …Path}) or expression; null when absent. */
    @Nullable
    Expression positive(String field, long maximum) {
        return integer(field, 1, maximum, ResultType.POSITIVE_INTEGER);
    }

    /** An integer from 0 as literal, path ({@code …Path}) or expression; null when absent. */
    @Nullable
    Expression count(String field, long maximum) {
        return integer(field, 0, maximum, ResultType.NON_NEGATIVE_INTEGER);
    }

    private @Nullable Expression integer(String field, long minimum, long maximum, ResultType type) {
        if (isJsonata()) {
            QueryLanguageRules.rejectForeign(fields, field + "Path", language);
            if (queries.isExpression(field)) {
                return queries.expression(field, type);
            }
        } else {
            fields.allowOneOf(List.of(field, field + "Path"));
        }
        Long checked = fields.integer(field, minimum, maximum);
        JsonNode value = fields.value(field);
        if (checked != null && value != null) {
            return new Literal(value);
        }
        return isJsonata() ? null : paths.referencePathIntoData(field + "Path");
    }

    /** A template of any name; null when absent. */
    @Nullable
    PayloadTemplate template(String field) {
        return isJsonata() ? queries.template(field) : paths.template(field);
    }

    /** {@code Parameters} or {@code Arguments}; null when absent. */
    @Nullable
    PayloadTemplate request() {
        String own = isJsonata() ? "Arguments" : "Parameters";
        QueryLanguageRules.rejectForeign(fields, isJsonata() ? "Parameters" : "Arguments", language);
        return template(own);
    }

    boolean isExpression(String field) {
        return isJsonata() && queries.isExpression(field);
    }
}
