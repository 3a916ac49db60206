package io.github.stepunit.definition;

import io.github.stepunit.json.JsonPointer;
import java.util.HashMap;
import java.util.Map;

/** What holds throughout the parsing of one definition. */
final class Parsing {

    private final Problems problems;
    private final StateMachineType type;
    private final QueryLanguage queryLanguage;
    private final Map<String, JsonPointer> stateNames;
    private final Map<String, JsonPointer> labels;
    private final Memory memory;

    /**
     * What is known of other definitions.
     *
     * @param states states that need not be parsed again
     * @param learns whether those of this definition are added to them
     */
    record Memory(KnownStates states, boolean learns) {

        static Memory none() {
            return new Memory(new KnownStates(), false);
        }
    }

    Parsing(Problems problems, StateMachineType type, QueryLanguage queryLanguage, Memory memory) {
        this(problems, type, queryLanguage, new HashMap<>(), new HashMap<>(), memory);
    }

    private Parsing(
            Problems problems,
            StateMachineType type,
            QueryLanguage queryLanguage,
            Map<String, JsonPointer> stateNames,
            Map<String, JsonPointer> labels,
            Memory memory) {
        this.problems = problems;
        this.type = type;
        this.queryLanguage = queryLanguage;
        this.stateNames = stateNames;
        this.labels = labels;
        this.memory = memory;
    }

    /** The same for the processor of a Distributed Map, whose executions have a type of their own. */
    Parsing inside(StateMachineType executionType) {
        return new Parsing(problems, executionType, queryLanguage, stateNames, labels, memory);
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

    Memory memory() {
        return memory;
    }

    /** Labels are unique, too. */
    void claimLabel(String label, JsonPointer at) {
        JsonPointer first = labels.putIfAbsent(label, at);
        if (first != null) {
            problems.report(
                    DiagnosticCode.DUPLICATE_LABEL_NAME,
                    at,
                    "Duplicate Label name: " + label,
                    "Rename it: " + first.toAwsLocation() + " is the same.");
        }
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
