package io.github.stepunit.integration;

import io.github.stepunit.integration.ServiceError.Form;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way in which one SDK client names the errors of one service.
 *
 * @param form the SDK
 * @param prefix what stands before the dot
 * @param service the service in causes
 * @param genericException the exception for what the model has no class of its own for
 * @param model what the service's model says; null when it is not known
 * @param operation the operation of the service's API
 */
record ErrorNames(
        Form form,
        String prefix,
        String service,
        String genericException,
        @Nullable ServiceModel model,
        String operation) {

    private static final List<String> THROTTLING = List.of(
            "TooManyRequestsException",
            "ProvisionedThroughputExceededException",
            "ThrottlingException",
            "ThrottledException",
            "RequestThrottledException",
            "RequestThrottled",
            "RequestLimitExceeded");

    private static final List<String> ACCESS_DENIED = List.of(
            "AccessDeniedException",
            "AccessDenied",
            "AccessDeniedFault",
            "AuthorizationErrorException",
            "ForbiddenException",
            "UnauthorizedException");

    private static final List<String> SERVER_FAULT = List.of(
            "ServiceException",
            "InternalServerException",
            "InternalServerError",
            "InternalServerErrorException",
            "InternalServiceException",
            "InternalServiceError",
            "ServerException",
            "InternalErrorException",
            "InternalError",
            "InternalException",
            "InternalFailureException",
            "InternalFailure",
            "InternalServiceErrorException",
            "ServiceFailureException",
            "ServiceUnavailableException");

    static ErrorNames ofAwsSdk(String token, String operation) {
        ServiceModel model = ServiceModel.of(token);
        // A service younger than the table: the first letter is as good a guess as there is.
        String client = model == null ? Character.toUpperCase(token.charAt(0)) + token.substring(1) : model.client();
        return new ErrorNames(Form.SDK_V2, client, client, client + "Exception", model, operation);
    }

    ServiceError throttling() {
        return firstOr(THROTTLING, "Rate exceeded", generic("Rate exceeded", throttlingCode(), throttlingStatus()));
    }

    private String throttlingCode() {
        if (isS3()) {
            return "SlowDown";
        }
        return isXml() ? "Throttling" : isRest() ? "TooManyRequestsException" : "ThrottlingException";
    }

    private int throttlingStatus() {
        return isS3() ? 503 : isRest() && !isXml() ? 429 : 400;
    }

    ServiceError accessDenied(String message) {
        String code = isXml() ? "AccessDenied" : "AccessDeniedException";
        return firstOr(ACCESS_DENIED, message, generic(message, code, isXml() || isRest() ? 403 : 400));
    }

    ServiceError serverFault() {
        String message = "The service encountered an internal error.";
        ServiceError error = firstOr(SERVER_FAULT, message, generic(message, "InternalFailure", 500));
        // Some models forget that it is the server's fault.
        return error.status() >= 500
                ? error
                : new ServiceError(error.name(), message, form, service, 500, error.code());
    }

    /** The SDK's own complaint: no answer came. */
    ServiceError unreachable(String region) {
        String host =
                (model == null ? prefix.toLowerCase(Locale.ROOT) : model.iamPrefix()) + "." + region + ".amazonaws.com";
        return ServiceError.plain(
                prefix + ".SdkClientException",
                form == Form.SDK_V1
                        ? "Unable to execute HTTP request: Connect to " + host + ":443 failed: connect timed out"
                        : "Unable to execute HTTP request: Connect to " + host
                                + ":443 failed: Connect timed out (SDK Attempt Count: 4)");
    }

    /** What the client throws for a code that its model has no class for. */
    ServiceError generic(String message, String code, int status) {
        return new ServiceError(prefix + "." + genericException, message, form, service, status, code);
    }

    ServiceError of(ModeledError error, String message) {
        return new ServiceError(name(error), message, form, service, error.status(), error.code());
    }

    String name(ModeledError error) {
        return prefix + "." + (form == Form.SDK_V1 ? error.exceptionV1() : error.exceptionV2());
    }

    /** The error of the service that has this name; null when there is none. */
    @Nullable
    ModeledError named(String exception) {
        return model == null ? null : model.first(operation, List.of(exception));
    }

    /** The errors that the operation names. */
    List<ModeledError> declared() {
        return model == null ? List.of() : model.errorsOf(operation);
    }

    /** All errors of the service. */
    List<ModeledError> all() {
        return model == null ? List.of() : model.errors();
    }

    /** The names for what no operation says and any may raise. */
    Set<String> common() {
        Set<String> names = new LinkedHashSet<>();
        names.add(throttling().name());
        names.add(accessDenied("").name());
        names.add(serverFault().name());
        names.add(prefix + "." + genericException);
        names.add(prefix + ".SdkClientException");
        return names;
    }

    private ServiceError firstOr(List<String> candidates, String message, ServiceError otherwise) {
        ModeledError modeled = model == null ? null : model.first(operation, candidates);
        return modeled == null ? otherwise : of(modeled, message);
    }

    private boolean isS3() {
        return model != null && model.iamPrefix().equals("s3");
    }

    private boolean isXml() {
        return model != null && model.speaksXml();
    }

    private boolean isRest() {
        return model != null && model.isRest();
    }
}
