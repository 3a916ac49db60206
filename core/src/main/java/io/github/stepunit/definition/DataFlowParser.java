package io.github.stepunit.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.expression.PayloadTemplate;
import io.github.stepunit.json.JsonPointer;
import org.jspecify.annotations.Nullable;

/** Parses the fields by which a JSONPath state's input becomes its output. */
final class DataFlowParser {

    private static final int LONGEST_VARIABLE_NAME = 80;

    private DataFlowParser() {}

    static DataFlow parse(FieldReader state) {
        return parse(state, new ExpressionReader(state).template("Parameters"));
    }

    /** As {@link #parse(FieldReader)} for a Map, whose Parameters are its ItemSelector. */
    static DataFlow parseWithoutParameters(FieldReader state) {
        return parse(state, null);
    }

    private static DataFlow parse(FieldReader state, @Nullable PayloadTemplate parameters) {
        ExpressionReader expressions = new ExpressionReader(state);
        return new DataFlow(
                expressions.pathOrNull("InputPath"),
                parameters,
                expressions.template("ResultSelector"),
                expressions.resultPath(),
                assign(state),
                expressions.pathOrNull("OutputPath"));
    }

    /** The {@code Assign} of a state, a rule or a catcher; null when absent. */
    static @Nullable PayloadTemplate assign(FieldReader owner) {
        FieldReader assign = owner.object("Assign");
        if (assign == null) {
            return null;
        }
        for (String key : assign.names()) {
            JsonNode value = assign.value(key);
            boolean dynamic = key.endsWith(".$") && value != null;
            checkName(assign, key, dynamic ? key.substring(0, key.length() - 2) : key);
        }
        return new ExpressionReader(owner).template("Assign");
    }

    private static void checkName(FieldReader assign, String key, String name) {
        Problems problems = assign.problems();
        JsonPointer at = assign.at();
        JsonPointer culprit = assign.at(key);
        if (name.equals("states")) {
            problems.report(
                    DiagnosticCode.RESERVED_VARIABLE_NAME,
                    at,
                    culprit,
                    "Cannot assign to reserved variable '$states'.",
                    "Choose another name.");
        } else if (!isIdentifier(name)) {
            problems.report(
                    DiagnosticCode.INVALID_VARIABLE_NAME,
                    at,
                    culprit,
                    "Invalid variable name '" + name + "': the variable name contains invalid characters.",
                    "Use letters, digits and _, and start with a letter or _.");
        } else if (name.codePointCount(0, name.length()) > LONGEST_VARIABLE_NAME) {
            problems.report(
                    DiagnosticCode.INVALID_VARIABLE_NAME,
                    at,
                    culprit,
                    "Invalid variable name '" + name + "': the variable name is longer than 80 characters.",
                    "Choose a shorter name.");
        }
    }

    /** A Unicode identifier (UAX #31), or one that starts with an underscore. */
    private static boolean isIdentifier(String name) {
        if (name.isEmpty()) {
            return false;
        }
        int first = name.codePointAt(0);
        return (first == '_' || Character.isUnicodeIdentifierStart(first))
                && name.codePoints().allMatch(Character::isUnicodeIdentifierPart);
    }
}
