package io.github.stepunit.integration;

import java.util.Set;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * The services and actions that {@code arn:aws:states:::aws-sdk:service:action} can name, as far as StepUnit's table of
 * {@code core/src/scripts/service_errors.py} knows them. AWS adds some every week and takes services away, so that one that
 * is not here may exist all the same.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class AwsSdkServices {

    private AwsSdkServices() {}

    /** The names of all services, in alphabetical order: {@code dynamodb}, {@code sfn}. */
    public static Set<String> names() {
        return new TreeSet<>(ServiceModel.tokens());
    }

    /** The actions of a service, in alphabetical order: {@code putItem}. Empty for a service that is not known. */
    public static Set<String> actions(String service) {
        ServiceModel model = ServiceModel.of(service);
        return model == null ? Set.of() : new TreeSet<>(model.operations().keySet());
    }
}
