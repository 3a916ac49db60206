package io.github.stepunit.contract.validation;

import io.github.stepunit.definition.Diagnostic;
import io.github.stepunit.validation.ValidationResult;
import io.github.stepunit.validation.ValidationResult.Status;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What AWS says of a definition.
 *
 * @param status whether it would take it
 * @param validation what it found, in StepUnit's form, with places in the files that people edit
 * @param isTruncated whether there was more than AWS gives; then warnings are left out in favour of errors
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record AwsValidationResult(Status status, ValidationResult validation, boolean isTruncated) {

    /** Whether AWS would take the definition; warnings do not matter. */
    public boolean isValid() {
        return status == Status.OK;
    }

    /** Errors and warnings, in AWS's order. */
    public List<Diagnostic> diagnostics() {
        return validation.diagnostics();
    }

    /** AWS's verdict, and all diagnostics with their places. */
    @Override
    public String toString() {
        String verdict = isValid() ? "AWS accepts " : "AWS refuses ";
        String all = validation.report().isEmpty() ? "" : "\n" + validation.report();
        return verdict + validation.source() + all + (isTruncated ? "\n\n… and more, which AWS has cut off." : "");
    }
}
