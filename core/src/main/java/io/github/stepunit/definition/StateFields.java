package io.github.stepunit.definition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which field is legal on which state type, as measured on AWS: 8 types × 50 fields. */
@SuppressWarnings("ImmutableEnumChecker") // its sets are those of Set.of
enum StateFields {
    TASK(
            "Task",
            "InputPath OutputPath ResultPath Parameters ResultSelector TimeoutSecondsPath HeartbeatSecondsPath",
            "Arguments Output",
            "Assign Resource Credentials Retry Catch TimeoutSeconds HeartbeatSeconds Next End"),
    WAIT("Wait", "InputPath OutputPath SecondsPath TimestampPath", "Output", "Assign Seconds Timestamp Next End"),
    PASS("Pass", "InputPath OutputPath Result ResultPath Parameters", "Output", "Assign Next End"),
    SUCCEED("Succeed", "InputPath OutputPath", "Output", ""),
    FAIL("Fail", "ErrorPath CausePath", "", "Error Cause"),
    CHOICE("Choice", "InputPath OutputPath", "Output", "Assign Choices Default"),
    PARALLEL(
            "Parallel",
            "InputPath OutputPath ResultPath Parameters ResultSelector",
            "Arguments Output",
            "Assign Retry Catch Branches Next End"),
    MAP(
            "Map",
            "InputPath OutputPath ResultPath Parameters ResultSelector ItemsPath MaxConcurrencyPath"
                    + " ToleratedFailurePercentagePath ToleratedFailureCountPath",
            "Output Items",
            "Assign Retry Catch ItemProcessor Iterator ItemSelector ItemReader ItemBatcher ResultWriter MaxConcurrency"
                    + " ToleratedFailurePercentage ToleratedFailureCount Label Next End");

    private static final Set<String> OF_EVERY_STATE = Set.of("Type", "Comment", "QueryLanguage");
    private static final Map<String, StateFields> BY_TYPE = Map.of(
            "Task",
            TASK,
            "Wait",
            WAIT,
            "Pass",
            PASS,
            "Succeed",
            SUCCEED,
            "Fail",
            FAIL,
            "Choice",
            CHOICE,
            "Parallel",
            PARALLEL,
            "Map",
            MAP);

    private final String type;
    private final Set<String> jsonPathOnly;
    private final Set<String> jsonataOnly;
    private final Set<String> both;

    StateFields(String type, String jsonPathOnly, String jsonataOnly, String both) {
        this.type = type;
        this.jsonPathOnly = split(jsonPathOnly);
        this.jsonataOnly = split(jsonataOnly);
        this.both = split(both);
    }

    private static Set<String> split(String names) {
        return names.isEmpty() ? Set.of() : Set.of(names.split(" "));
    }

    /** The values of {@code Type}, in AWS's order. */
    static List<String> types() {
        return List.of(values()).stream().map(fields -> fields.type).toList();
    }

    /** The fields of that {@code Type}; null when there is no such type. */
    static @Nullable StateFields of(String type) {
        return BY_TYPE.get(type);
    }

    String type() {
        return type;
    }

    /** Reports the fields that a state of this type does not have in that language. */
    void check(FieldReader state, QueryLanguage language) {
        boolean jsonPath = language == QueryLanguage.JSONPATH;
        Set<String> foreign = jsonPath ? jsonataOnly : jsonPathOnly;
        Set<String> supported = new LinkedHashSet<>(jsonPath ? jsonPathOnly : jsonataOnly);
        supported.addAll(both);
        supported.addAll(OF_EVERY_STATE);
        for (String field : state.names()) {
            if (foreign.contains(field)) {
                QueryLanguageRules.rejectForeign(state, field, language);
            } else if (!supported.contains(field)) {
                state.reject(field, supported);
            }
        }
    }
}
