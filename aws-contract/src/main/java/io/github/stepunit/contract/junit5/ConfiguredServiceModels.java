package io.github.stepunit.contract.junit5;

import io.github.stepunit.StateMachine;
import io.github.stepunit.junit5.StepFunctionTestInterceptor;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.teststate.FieldValidationMode;
import java.util.Locale;
import org.apiguardian.api.API;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Checks tests that have no {@link CheckedAgainstServiceModels}, where the configuration parameter
 * {@code stepunit.contract.serviceModels} asks for it. Found as a service.
 */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class ConfiguredServiceModels implements StepFunctionTestInterceptor {

    private static final String PARAMETER = "stepunit.contract.serviceModels";

    /** For the service loader. */
    public ConfiguredServiceModels() {}

    @Override
    public TaskHandler tasks(ExtensionContext context, StateMachine stateMachine, TaskHandler mocks) {
        FieldValidationMode configured = context.getConfigurationParameter(PARAMETER)
                .map(ConfiguredServiceModels::mode)
                .orElse(FieldValidationMode.NONE);
        return configured == FieldValidationMode.NONE
                        || ServiceModelInterceptor.mode(context).isPresent()
                ? mocks
                : ServiceModelInterceptor.checking(context, configured, stateMachine, mocks);
    }

    private static FieldValidationMode mode(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "strict" -> FieldValidationMode.STRICT;
            case "present" -> FieldValidationMode.PRESENT;
            case "none" -> FieldValidationMode.NONE;
            default ->
                throw new ExtensionConfigurationException(
                        "The configuration parameter " + PARAMETER + " is neither strict nor present nor none.");
        };
    }
}
