package io.github.stepunit.contract.validation;

import io.github.stepunit.definition.Diagnostic;
import io.github.stepunit.definition.Severity;
import io.github.stepunit.loader.UncheckedDefinition;
import io.github.stepunit.validation.ValidationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * AWS's validator and StepUnit's over one definition. Where they differ, one of them has a bug, most likely StepUnit:
 * {@link #bugReport} is what to send. Both are compared by what AWS has words for: errors, and AWS's own three warnings.
 *
 * @param definition what both were given
 * @param aws what AWS says
 * @param stepUnit what StepUnit says
 * @param onlyAws what AWS says and StepUnit does not, in AWS's one-line form
 * @param onlyStepUnit what StepUnit says and AWS does not
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ValidatorComparison(
        UncheckedDefinition definition,
        AwsValidationResult aws,
        ValidationResult stepUnit,
        List<Diagnostic> onlyAws,
        List<Diagnostic> onlyStepUnit) {

    private static final Set<String> WARNINGS_OF_AWS = Set.of("NO_DOLLAR", "NO_PATH", "PASS_RESULT_IS_STATIC");

    public ValidatorComparison {
        onlyAws = List.copyOf(onlyAws);
        onlyStepUnit = List.copyOf(onlyStepUnit);
    }

    static ValidatorComparison of(UncheckedDefinition definition, AwsValidationResult aws, ValidationResult stepUnit) {
        List<Diagnostic> theirs = aws.diagnostics();
        List<Diagnostic> ours = stepUnit.diagnostics().stream()
                .filter(each -> each.severity() == Severity.ERROR || WARNINGS_OF_AWS.contains(each.code()))
                .toList();
        // Of a list that AWS has cut, nobody knows what else is on it.
        return new ValidatorComparison(
                definition,
                aws,
                stepUnit,
                without(theirs, ours),
                aws.isTruncated() ? List.of() : without(ours, theirs));
    }

    /** Diagnostics may be said twice, and each counts. */
    private static List<Diagnostic> without(List<Diagnostic> all, List<Diagnostic> others) {
        List<String> rest = new ArrayList<>(others.stream().map(BugReport::line).toList());
        return all.stream().filter(each -> !rest.remove(BugReport.line(each))).toList();
    }

    /** What both say. */
    public List<Diagnostic> both() {
        return without(aws.diagnostics(), onlyAws);
    }

    /** Whether both accept the definition, or both refuse it. */
    public boolean isSameVerdict() {
        return aws.status() == stepUnit.status();
    }

    /** Whether both say the same. */
    public boolean isSame() {
        return isSameVerdict() && onlyAws.isEmpty() && onlyStepUnit.isEmpty();
    }

    /**
     * A report to paste into StepUnit's tracker, in Markdown: verdicts, diagnostics, versions, and those parts of the
     * definition that the difference is about. Nothing else: look it through all the same before you send it.
     */
    public String bugReport() {
        return BugReport.of(this);
    }
}
