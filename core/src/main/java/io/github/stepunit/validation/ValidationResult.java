package io.github.stepunit.validation;

import io.github.stepunit.definition.Diagnostic;
import io.github.stepunit.definition.InvalidDefinitionException;
import io.github.stepunit.definition.Severity;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What is to be said about a definition, in the form of AWS's {@code ValidateStateMachineDefinition}.
 *
 * @param source the file or other origin of the definition
 * @param diagnostics errors and warnings, by their place
 * @param report all of them as text, each with its place, the line and what to do; empty when there are none
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ValidationResult(String source, List<Diagnostic> diagnostics, String report) {

    public ValidationResult {
        diagnostics = List.copyOf(diagnostics);
    }

    /** AWS's {@code result}. */
    public enum Status {
        /** AWS accepts the definition. */
        OK,
        /** AWS refuses it. */
        FAIL
    }

    /** What is said about a definition that was refused. */
    public static ValidationResult of(String source, InvalidDefinitionException refusal) {
        return new ValidationResult(source, refusal.diagnostics(), String.valueOf(refusal.getMessage()));
    }

    /** Whether AWS accepts the definition; warnings do not matter. */
    public Status status() {
        return errors().isEmpty() ? Status.OK : Status.FAIL;
    }

    /** Why AWS refuses the definition. */
    public List<Diagnostic> errors() {
        return only(Severity.ERROR);
    }

    /** What AWS accepts but is probably not meant. */
    public List<Diagnostic> warnings() {
        return only(Severity.WARNING);
    }

    private List<Diagnostic> only(Severity severity) {
        return diagnostics.stream().filter(each -> each.severity() == severity).toList();
    }

    /** The {@link #report}. */
    @Override
    public String toString() {
        return report.isEmpty() ? source + " has no problems." : report;
    }
}
