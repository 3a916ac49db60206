package io.github.stepunit.contract.junit5;

import io.github.stepunit.contract.AwsCallException;
import java.util.Locale;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** What becomes of a test when AWS gave no answer. */
final class Unavailability {

    private static final String PARAMETER = "stepunit.contract.unavailable";

    private Unavailability() {}

    /** What to throw: what AWS said, or that the test is skipped since AWS cannot be asked from here. */
    static RuntimeException of(ExtensionContext context, WhenUnavailable wanted, AwsCallException failure) {
        return failure.reason().isOfTheEnvironment() && !fails(context, wanted)
                ? new TestAbortedException("Skipped, because " + failure.getMessage())
                : failure;
    }

    private static boolean fails(ExtensionContext context, WhenUnavailable wanted) {
        return switch (wanted) {
            case FAIL -> true;
            case SKIP -> false;
            case AS_CONFIGURED ->
                switch (context.getConfigurationParameter(PARAMETER)
                        .orElse("skip")
                        .toLowerCase(Locale.ROOT)) {
                    case "skip" -> false;
                    case "fail" -> true;
                    default ->
                        throw new ExtensionConfigurationException(
                                "The configuration parameter " + PARAMETER + " is neither skip nor fail.");
                };
        };
    }
}
