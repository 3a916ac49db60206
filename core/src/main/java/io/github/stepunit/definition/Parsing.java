package io.github.stepunit.definition;

import io.github.stepunit.json.JsonPointer;
import java.util.HashMap;
import java.util.Map;

/** What holds throughout the parsing of one definition. */
final class Parsing {

    private final Problems problems;
    private final StateMachineType type;
    private final QueryLanguage queryLanguage;
    private final Map<String, JsonPointer> stateNames = new HashMap<>();

    Parsing(Problems problems, StateMachineType type, QueryLanguage queryLanguage) {
        this.problems = problems;
        this.type = type;
        this.queryLanguage = queryLanguage;
    }

    Problems problems() {
        return problems;
    }

    StateMachineType type() {
        return type;
    }

    /** The language of the machine. */
    QueryLanguage queryLanguage() {
        return queryLanguage;
    }

    /** State names are unique across the whole machine, with everything nested in it. */
    void claimStateName(String name, JsonPointer at) {
        JsonPointer first = stateNames.putIfAbsent(name, at);
        if (first != null) {
            problems.report(
                    DiagnosticCode.DUPLICATE_STATE_NAME,
                    at,
                    "Duplicate State name: " + name,
                    "Rename it: " + first.toAwsLocation() + " has the name already, and names are unique across the"
                            + " whole state machine.");
        }
    }
}
