package io.github.stepunit.contract.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.stepunit.contract.internal.AwsCall;
import io.github.stepunit.contract.internal.SdkJson;
import io.github.stepunit.json.JsonText;
import io.github.stepunit.teststate.FieldValidationMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.InspectionLevel;
import software.amazon.awssdk.services.sfn.model.MockErrorOutput;
import software.amazon.awssdk.services.sfn.model.MockInput;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.TestStateConfiguration;
import software.amazon.awssdk.services.sfn.model.TestStateRequest;

/** Asks the real TestState. */
final class TestStateCall {

    /** AWS's answer is that this is no question: as good an answer as others. */
    private static final Set<String> REFUSALS =
            Set.of("ValidationException", "InvalidDefinition", "InvalidExecutionInput");

    private final SfnClient client;
    private final FieldValidationMode validation;

    TestStateCall(SfnClient client, FieldValidationMode validation) {
        this.client = client;
        this.validation = validation;
    }

    JsonNode answer(OracleQuestion question, String state) {
        TestStateRequest request = request(question);
        return new AwsCall("TestState", "states:TestState", state).answer(() -> {
            try {
                return SdkJson.of(client.testState(request));
            } catch (SfnException refused) {
                AwsErrorDetails details = refused.awsErrorDetails();
                if (details == null || !REFUSALS.contains(details.errorCode())) {
                    throw refused;
                }
                return OurAnswer.refusal(details.errorCode(), String.valueOf(details.errorMessage()));
            }
        });
    }

    private TestStateRequest request(OracleQuestion question) {
        TestStateRequest.Builder request = TestStateRequest.builder()
                .definition(JsonText.writeCompact(question.definition()))
                .input(JsonText.write(question.input()))
                .inspectionLevel(InspectionLevel.DEBUG);
        JsonNode variables = question.variables();
        if (variables != null) {
            request.variables(JsonText.write(variables));
        }
        JsonNode context = question.context();
        if (context != null) {
            request.context(JsonText.write(context));
        }
        MockInput mock = mock(question);
        if (mock != null) {
            request.mock(mock);
        }
        TestStateConfiguration.Builder configuration = TestStateConfiguration.builder();
        if (question.retryCount() > 0) {
            configuration.retrierRetryCount(question.retryCount());
        }
        if (question.errorCausedByState() != null) {
            configuration.errorCausedByState(question.errorCausedByState());
        }
        if (question.retryCount() > 0 || question.errorCausedByState() != null) {
            request.stateConfiguration(configuration.build());
        }
        return request.build();
    }

    private @Nullable MockInput mock(OracleQuestion question) {
        JsonNode result = question.mockResult();
        if (result != null) {
            return MockInput.builder()
                    .result(JsonText.write(result))
                    .fieldValidationMode(validation.name())
                    .build();
        }
        return question.mockError() == null
                ? null
                : MockInput.builder()
                        .errorOutput(MockErrorOutput.builder()
                                .error(question.mockError())
                                .cause(question.mockCause())
                                .build())
                        .fieldValidationMode(validation.name())
                        .build();
    }
}
