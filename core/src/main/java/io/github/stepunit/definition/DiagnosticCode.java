package io.github.stepunit.definition;

/** The codes of {@code ValidateStateMachineDefinition} that the parser gives, and StepUnit's own. */
enum DiagnosticCode {
    DUPLICATE_LABEL_NAME,
    DUPLICATE_STATE_NAME,
    INVALID_JSONATA_EXPRESSION,
    INVALID_JSON_DESCRIPTION,
    INVALID_LABEL_NAME,
    INVALID_STATE_NAME,
    INVALID_VARIABLE_NAME,
    MISSING_END_STATE,
    MISSING_TRANSITION_TARGET,
    RESERVED_VARIABLE_NAME,
    SCHEMA_VALIDATION_FAILED,
    TOO_DEEPLY_NESTED,
    UNSUPPORTED_JSONATA_EXPRESSION,
    /** AWS accepts it, this version of StepUnit cannot run it. */
    STEPUNIT_UNSUPPORTED
}
