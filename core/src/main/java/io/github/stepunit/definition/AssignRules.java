package io.github.stepunit.definition;

import io.github.stepunit.json.JsonPointer;

/** What the variables of an {@code Assign} may be called. */
final class AssignRules {

    private static final int LONGEST_VARIABLE_NAME = 80;

    private AssignRules() {}

    /** Checks the names in the {@code Assign} of a state, a rule or a catcher, whose values are those of that language. */
    static void check(FieldReader owner, QueryLanguage language) {
        FieldReader assign = owner.object("Assign");
        if (assign == null) {
            return;
        }
        for (String key : assign.names()) {
            boolean dynamic = language == QueryLanguage.JSONPATH && key.endsWith(".$");
            checkName(assign, key, dynamic ? key.substring(0, key.length() - 2) : key);
        }
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
