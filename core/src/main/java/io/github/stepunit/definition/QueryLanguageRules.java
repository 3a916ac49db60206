package io.github.stepunit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.json.JsonPointer;
import java.util.List;

/** Which query language is in force, and what it rules out. */
final class QueryLanguageRules {

    static final String FIELD = "QueryLanguage";

    private QueryLanguageRules() {}

    /** The language of the machine. */
    static QueryLanguage ofMachine(FieldReader machine) {
        return read(machine, QueryLanguage.JSONPATH);
    }

    /** The language of a state. States inside a Map or Parallel default to the machine's language too. */
    static QueryLanguage ofState(FieldReader state, QueryLanguage ofMachine) {
        QueryLanguage language = read(state, ofMachine);
        if (ofMachine == QueryLanguage.JSONATA && language == QueryLanguage.JSONPATH) {
            state.problems()
                    .schema(
                            state.at(),
                            state.at(FIELD),
                            "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine",
                            "Set JSONata on the single states that use it instead.");
        }
        return language;
    }

    /** AWS reads every value but exactly "JSONPath" as JSONata, besides refusing those that are neither. */
    private static QueryLanguage read(FieldReader fields, QueryLanguage ifAbsent) {
        JsonNode value = fields.value(FIELD);
        if (value == null) {
            return ifAbsent;
        }
        fields.oneOf(FIELD, List.of("JSONPath", "JSONata"));
        return value.asText().equals("JSONPath") ? QueryLanguage.JSONPATH : QueryLanguage.JSONATA;
    }

    /** Reports a field of the other language, if it is there. */
    static void rejectForeign(FieldReader fields, String field, QueryLanguage inForce) {
        if (fields.has(field)) {
            JsonPointer at = fields.at();
            String other = inForce == QueryLanguage.JSONPATH ? "JSONata" : "JSONPath";
            String message = "The QueryLanguage is set to '" + inForce.text() + "', but field '" + field
                    + "' is only supported for the '" + other + "' QueryLanguage";
            String remedy = inForce == QueryLanguage.JSONPATH
                    ? "Remove it, or set \"QueryLanguage\": \"JSONata\"."
                    : "Write it in JSONata, or set \"QueryLanguage\": \"JSONPath\" on the state if the whole machine is not"
                            + " JSONata.";
            fields.problems().schema(at, at.field(field), message, remedy);
        }
    }
}
