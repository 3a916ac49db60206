package io.github.stepunit.contract.junit5;

import io.github.stepunit.StateMachine;
import io.github.stepunit.contract.AwsCallException;
import io.github.stepunit.contract.deployed.DeployedDefinition;
import io.github.stepunit.contract.deployed.DeployedStateMachines;
import io.github.stepunit.contract.deployed.PulledDefinition;
import io.github.stepunit.contract.internal.Clients;
import io.github.stepunit.junit5.StepFunctionTestInterceptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.platform.commons.support.AnnotationSupport;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/** What {@link DeployedStateMachine} does; to be used by that annotation only. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class DeployedStateMachineInterceptor implements StepFunctionTestInterceptor {

    private static final Namespace NAMESPACE = Namespace.create(DeployedStateMachineInterceptor.class);

    /** For the extension. */
    public DeployedStateMachineInterceptor() {}

    @Override
    public StateMachine stateMachine(ExtensionContext context, Supplier<StateMachine> tested) {
        Optional<DeployedStateMachine> annotation = annotation(context.getRequiredTestClass());
        return annotation.isEmpty() ? tested.get() : deployed(context, annotation.get());
    }

    private static Optional<DeployedStateMachine> annotation(Class<?> testClass) {
        for (@Nullable Class<?> at = testClass; at != null; at = at.getEnclosingClass()) {
            Optional<DeployedStateMachine> found = AnnotationSupport.findAnnotation(at, DeployedStateMachine.class);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static StateMachine deployed(ExtensionContext context, DeployedStateMachine annotation) {
        requireOneOf(context, annotation);
        Store store = context.getRoot().getStore(NAMESPACE);
        // Failures too are kept: a region that does not answer is asked once, not once for each test.
        Fetched fetched = store.getOrComputeIfAbsent(annotation, Fetched::of, Fetched.class);
        AwsCallException failure = fetched.failure();
        if (failure == null) {
            return fetched.machine();
        }
        throw Unavailability.of(context, annotation.whenUnavailable(), failure);
    }

    private static void requireOneOf(ExtensionContext context, DeployedStateMachine annotation) {
        List<String> given = Stream.of(annotation.arn(), annotation.name(), annotation.stack(), annotation.file())
                .filter(each -> !each.isBlank())
                .toList();
        boolean wholeStack =
                annotation.stack().isBlank() == annotation.logicalId().isBlank();
        if (given.size() != 1 || !wholeStack) {
            throw new ExtensionConfigurationException(
                    "@DeployedStateMachine of " + context.getRequiredTestClass().getSimpleName()
                            + " must say in one way which state machine."
                            + "\n  do      give arn, or name, or stack with logicalId, or file.");
        }
    }

    /** What AWS gave, or why not. */
    private record Fetched(@Nullable StateMachine given, @Nullable AwsCallException failure) {

        StateMachine machine() {
            return Objects.requireNonNull(given);
        }

        static Fetched of(DeployedStateMachine annotation) {
            try {
                return new Fetched(fetch(annotation).stateMachine(), null);
            } catch (AwsCallException failure) {
                return new Fetched(null, failure);
            }
        }

        private static DeployedDefinition fetch(DeployedStateMachine annotation) {
            if (!annotation.file().isBlank()) {
                return PulledDefinition.read(Path.of(annotation.file()));
            }
            String arn = annotation.arn();
            try (SfnClient client = Clients.sfnFor(arn)) {
                DeployedStateMachines machines = DeployedStateMachines.with(client);
                if (annotation.stack().isBlank()) {
                    return machines.fetch(arn.isBlank() ? annotation.name() : arn);
                }
                try (CloudFormationClient stacks = CloudFormationClient.builder()
                        .httpClientBuilder(Clients.http())
                        .build()) {
                    return machines.fetchFromStack(stacks, annotation.stack(), annotation.logicalId());
                }
            }
        }
    }
}
