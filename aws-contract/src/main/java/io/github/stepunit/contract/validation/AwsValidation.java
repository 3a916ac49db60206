package io.github.stepunit.contract.validation;

import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.internal.AwsCall;
import io.github.stepunit.contract.internal.EnvironmentClients;
import io.github.stepunit.definition.Diagnostic;
import io.github.stepunit.definition.ProblemReport;
import io.github.stepunit.definition.Severity;
import io.github.stepunit.definition.SourceMap;
import io.github.stepunit.definition.StateMachineType;
import io.github.stepunit.json.JsonPointer;
import io.github.stepunit.json.LocatedText;
import io.github.stepunit.json.SourceFile;
import io.github.stepunit.loader.DefinitionFile;
import io.github.stepunit.loader.UncheckedDefinition;
import io.github.stepunit.validation.ValidationResult;
import io.github.stepunit.validation.ValidationResult.Status;
import io.github.stepunit.validation.Validator;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionDiagnostic;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionResponse;
import software.amazon.awssdk.services.sfn.model.ValidateStateMachineDefinitionResultCode;

/**
 * Lets AWS itself validate a definition ({@code ValidateStateMachineDefinition}), and compares what it says with what
 * StepUnit says. Creates nothing, and needs no role. AWS takes about one request a second.
 *
 * <pre>{@code
 * AwsValidation aws = AwsValidation.ofEnvironment();
 * assertThat(aws.validate(Path.of("orders.asl.json"))).isValid();
 * assertThat(aws.compare(Path.of("orders.asl.json"))).hasNoDifference();
 * }</pre>
 *
 * <p>What is sent is the definition, with the values that the loader puts in for what only a deployment knows, and nothing
 * else. Every method throws an {@link io.github.stepunit.contract.AwsCallException} when AWS does not answer; its message
 * says what to do.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class AwsValidation {

    /** The most that AWS gives; there are no further pages. */
    private static final int MOST = 100;

    private static final AwsCall CALL =
            new AwsCall("ValidateStateMachineDefinition", "states:ValidateStateMachineDefinition", "");

    private final Supplier<SfnClient> client;

    private AwsValidation(Supplier<SfnClient> client) {
        this.client = client;
    }

    /** Asks with that client, which stays the caller's to close. */
    public static AwsValidation with(SfnClient client) {
        return new AwsValidation(() -> client);
    }

    /**
     * Asks with the credentials, the region and the endpoint of the environment, which are looked for with the first
     * question: a field of a test may hold it where there are none, and {@code @AsksAws} skips what asks.
     */
    public static AwsValidation ofEnvironment() {
        return new AwsValidation(new EnvironmentClients()::usual);
    }

    /** What AWS says of the definition of a state machine. */
    public AwsValidationResult validate(StateMachine machine) {
        return validate(unchecked(machine));
    }

    /** What AWS says of the only definition in a file: ASL, or any template that {@link DefinitionFile} reads. */
    public AwsValidationResult validate(Path file) {
        return validate(DefinitionFile.of(file).unchecked());
    }

    /** What AWS says of a definition, also of one that StepUnit refuses. */
    public AwsValidationResult validate(UncheckedDefinition definition) {
        ValidateStateMachineDefinitionResponse answer = ask(definition, "WARNING");
        if (Boolean.TRUE.equals(answer.truncated())) {
            // Warnings may have taken the place of errors.
            ValidateStateMachineDefinitionResponse errors = ask(definition, "ERROR");
            return result(definition, errors.diagnostics(), errors, true);
        }
        return result(definition, answer.diagnostics(), answer, false);
    }

    private ValidateStateMachineDefinitionResponse ask(UncheckedDefinition definition, String severity) {
        ValidateStateMachineDefinitionResponse answer = CALL.answer(
                () -> client.get().validateStateMachineDefinition(request -> request.definition(definition.text())
                        .type(definition.type().name())
                        .severity(severity)
                        .maxResults(MOST)));
        if (answer.result() == null
                || answer.result() == ValidateStateMachineDefinitionResultCode.UNKNOWN_TO_SDK_VERSION) {
            throw CALL.unreadable("the answer has neither OK nor FAIL as its \"result\"");
        }
        return answer;
    }

    private static AwsValidationResult result(
            UncheckedDefinition definition,
            List<ValidateStateMachineDefinitionDiagnostic> given,
            ValidateStateMachineDefinitionResponse answer,
            boolean truncated) {
        AwsLocations locations = new AwsLocations(definition.text());
        List<Diagnostic> diagnostics = given.stream()
                .map(each -> diagnostic(each, locations, definition.sourceMap()))
                .toList();
        boolean valid = answer.result() == ValidateStateMachineDefinitionResultCode.OK;
        String report = diagnostics.isEmpty() ? "" : ProblemReport.render(definition.sourceMap(), diagnostics);
        return new AwsValidationResult(
                valid ? Status.OK : Status.FAIL,
                new ValidationResult(definition.sourceMap().source(), diagnostics, report),
                truncated);
    }

    private static Diagnostic diagnostic(
            ValidateStateMachineDefinitionDiagnostic given, AwsLocations locations, SourceMap sourceMap) {
        JsonPointer pointer = given.location() == null ? null : locations.pointer(given.location());
        return new Diagnostic(
                "WARNING".equals(given.severityAsString()) ? Severity.WARNING : Severity.ERROR,
                String.valueOf(given.code()),
                String.valueOf(given.message()),
                pointer,
                pointer == null ? null : sourceMap.locate(pointer),
                null);
    }

    /** What AWS and StepUnit say of the definition of a state machine. */
    public ValidatorComparison compare(StateMachine machine) {
        return compare(unchecked(machine));
    }

    /** What AWS and StepUnit say of the only definition in a file. */
    public ValidatorComparison compare(Path file) {
        return compare(DefinitionFile.of(file).unchecked());
    }

    /** What AWS and StepUnit say of a definition, also of one that StepUnit refuses. */
    public ValidatorComparison compare(UncheckedDefinition definition) {
        String source = definition.sourceMap().source();
        ValidationResult ours = Validator.standard().validate(source, definition.text(), definition.type());
        return ValidatorComparison.of(definition, validate(definition), ours);
    }

    /** A definition that is no file. */
    public static UncheckedDefinition definition(String asl, StateMachineType type) {
        SourceMap sourceMap = SourceMap.of("definition", LocatedText.of(new SourceFile("definition", asl)));
        return new UncheckedDefinition("definition", type, asl, sourceMap);
    }

    private static UncheckedDefinition unchecked(StateMachine machine) {
        return new UncheckedDefinition(
                machine.name(),
                machine.type(),
                machine.definition().text(),
                machine.definition().sourceMap());
    }
}
