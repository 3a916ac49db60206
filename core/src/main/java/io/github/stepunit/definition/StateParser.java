package io.github.stepunit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.internal.text.DidYouMean;
import io.github.stepunit.json.JsonPointer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses one state: what all types have in common, then hands over to the parser of its type. */
final class StateParser {

    /** The greatest number of seconds, attempts and the like that AWS takes. */
    static final long MAX_SECONDS = 99_999_999;

    private static final int LONGEST_NAME = 80;

    private final Parsing parsing;

    StateParser(Parsing parsing) {
        this.parsing = parsing;
    }

    /** The state; null, with a report, when it cannot be made. */
    @Nullable
    State parse(String name, JsonNode value, JsonPointer at) {
        checkName(name, at);
        FieldReader fields = FieldReader.of(value, at, parsing.problems());
        if (fields == null) {
            return null;
        }
        StateFields type = type(fields);
        if (type == null) {
            return null;
        }
        QueryLanguage language = QueryLanguageRules.ofState(fields, parsing.queryLanguage());
        type.check(fields, language);
        QueryFields queries =
                language == QueryLanguage.JSONATA ? new JsonataFields(fields) : new JsonPathFields(fields);
        return parse(type, header(name, type, language, fields), fields, queries);
    }

    private void checkName(String name, JsonPointer at) {
        parsing.claimStateName(name, at);
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            String message = name.isEmpty()
                    ? "State name cannot be empty"
                    : "State name '" + name + "' exceeds the 80-character limit allowed by the service";
            parsing.problems().report(DiagnosticCode.INVALID_STATE_NAME, at, message, "Choose another name.");
        }
    }

    private static @Nullable StateFields type(FieldReader fields) {
        if (!fields.has("Type")) {
            fields.require("Type");
            return null;
        }
        String text = fields.text("Type");
        if (text == null) {
            return null;
        }
        StateFields type = StateFields.of(text);
        if (type == null) {
            fields.problems()
                    .schema(
                            fields.at("Type"),
                            "The field 'Type' should have one of these values: " + StateFields.types(),
                            DidYouMean.question(text, StateFields.types()).orElse(null));
        }
        return type;
    }

    private static StateHeader header(String name, StateFields type, QueryLanguage language, FieldReader fields) {
        String comment = fields.text("Comment");
        String next = fields.text("Next");
        Boolean end = fields.bool("End");
        boolean goesOn = type != StateFields.CHOICE && type != StateFields.SUCCEED && type != StateFields.FAIL;
        if (goesOn) {
            fields.requireOneOf(List.of("Next", "End"), "Add \"Next\" or \"End\": true.");
        }
        if (goesOn && next == null && Boolean.FALSE.equals(end)) {
            fields.problems()
                    .schema(
                            fields.at("End"),
                            "Value should be one of the following: [true]",
                            "Write \"End\": true, or \"Next\" with the name of a state.");
        }
        return new StateHeader(name, comment, language, next, fields.at());
    }

    private @Nullable State parse(StateFields type, StateHeader header, FieldReader fields, QueryFields queries) {
        return switch (type) {
            case TASK -> new TaskParser(parsing).parse(header, fields, queries);
            case WAIT -> WaitParser.parse(header, fields, queries);
            case PASS -> new PassState(header, queries.dataFlow(), fields.value("Result"));
            case SUCCEED -> new SucceedState(header, queries.dataFlow());
            case FAIL -> new FailState(header, queries.text("Error"), queries.text("Cause"));
            case CHOICE -> ChoiceParser.parse(header, fields, queries);
            case PARALLEL -> new ParallelParser(parsing).parse(header, fields, queries);
            case MAP -> new MapParser(parsing).parse(header, fields, queries);
        };
    }
}
