package io.github.stepunit.assertj;

import io.github.stepunit.definition.Diagnostic;
import io.github.stepunit.validation.ValidationResult;
import io.github.stepunit.validation.ValidationResult.Status;
import org.assertj.core.error.BasicErrorMessageFactory;
import org.assertj.core.error.ErrorMessageFactory;
import org.jspecify.annotations.Nullable;

/** A definition has other problems than expected. */
final class ShouldHaveDiagnostic extends BasicErrorMessageFactory {

    private ShouldHaveDiagnostic(String expectation, ValidationResult result) {
        super("\nExpecting the definition %s\nbut %s", unquotedString(expectation), unquotedString(result.toString()));
    }

    static @Nullable ErrorMessageFactory unlessValid(ValidationResult result) {
        return result.status() == Status.OK ? null : new ShouldHaveDiagnostic("to be valid", result);
    }

    static @Nullable ErrorMessageFactory unlessInvalid(ValidationResult result) {
        return result.status() == Status.FAIL ? null : new ShouldHaveDiagnostic("to be refused by AWS", result);
    }

    static @Nullable ErrorMessageFactory unlessWithoutWarnings(ValidationResult result) {
        return result.warnings().isEmpty() ? null : new ShouldHaveDiagnostic("to have no warnings", result);
    }

    static @Nullable ErrorMessageFactory unlessReported(
            ValidationResult result, String code, @Nullable String location) {
        boolean reported = result.diagnostics().stream().anyMatch(each -> isAbout(each, code, location));
        String place = location == null ? "" : " at " + location;
        return reported ? null : new ShouldHaveDiagnostic("to have " + code + place, result);
    }

    static @Nullable ErrorMessageFactory unlessNotReported(ValidationResult result, String code) {
        boolean reported = result.diagnostics().stream().anyMatch(each -> isAbout(each, code, null));
        return reported ? new ShouldHaveDiagnostic("to have no " + code, result) : null;
    }

    private static boolean isAbout(Diagnostic diagnostic, String code, @Nullable String location) {
        return diagnostic.code().equals(code)
                && (location == null
                        || (diagnostic.pointer() != null
                                && diagnostic.pointer().toAwsLocation().equals(location)));
    }
}
