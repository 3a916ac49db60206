package io.github.stepunit.contract.internal;

import io.github.stepunit.contract.AwsCallException;
import io.github.stepunit.contract.AwsCallException.Reason;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * One call of AWS, which fails in our words: what was asked, what AWS said, what to do. Never shows credentials or
 * payloads; the text of the SDK is passed on only where AWS wrote it.
 *
 * @param operation the API action: {@code DescribeStateMachine}
 * @param permission the IAM action that it needs: {@code states:DescribeStateMachine}
 * @param subject what it asks for: an ARN, a name; empty when the action says all
 */
public record AwsCall(String operation, String permission, String subject) {

    private static final Set<String> BAD_CREDENTIALS = Set.of(
            "ExpiredToken",
            "ExpiredTokenException",
            "InvalidClientTokenId",
            "UnrecognizedClientException",
            "InvalidSignatureException",
            "IncompleteSignature",
            "MissingAuthenticationToken",
            "SignatureDoesNotMatch");

    private static final Set<String> DENIED =
            Set.of("AccessDenied", "AccessDeniedException", "KmsAccessDeniedException", "UnauthorizedOperation");

    /** Asks; a failure becomes an {@link AwsCallException}. */
    public <T> T answer(Supplier<T> call) {
        try {
            return call.get();
        } catch (AwsServiceException refused) {
            throw ofService(refused);
        } catch (SdkException failed) {
            throw ofClient(failed);
        }
    }

    /** The failure of an answer that came, and lacks what it must have. */
    public AwsCallException unreadable(String what) {
        return failure(
                Reason.UNREADABLE_ANSWER,
                what,
                "check that the endpoint is AWS's (AWS_ENDPOINT_URL, proxies) and the SDK is current",
                null);
    }

    private AwsCallException ofService(AwsServiceException refused) {
        AwsErrorDetails details = refused.awsErrorDetails();
        if (details == null || details.errorCode() == null) {
            return unreadable("HTTP " + refused.statusCode() + " without one of AWS's error codes");
        }
        String code = details.errorCode();
        String text = details.errorMessage() == null ? "" : details.errorMessage();
        String said = code + (text.isBlank() ? "" : ": " + text.strip()) + " (HTTP " + refused.statusCode()
                + (refused.requestId() == null ? "" : ", request id " + refused.requestId()) + ")";
        Reason reason = reasonOf(code, refused);
        return failure(reason, said, remedy(reason, code), refused);
    }

    private static Reason reasonOf(String code, AwsServiceException refused) {
        if (BAD_CREDENTIALS.contains(code)) {
            return Reason.CREDENTIALS_REFUSED;
        }
        if (DENIED.contains(code)) {
            return Reason.ACCESS_DENIED;
        }
        if (refused.isThrottlingException()) {
            return Reason.THROTTLED;
        }
        if (code.contains("DoesNotExist") || code.contains("NotFound")) {
            return Reason.NOT_FOUND;
        }
        return refused.statusCode() >= 500 ? Reason.AWS_FAILED : Reason.REFUSED;
    }

    private String remedy(Reason reason, String code) {
        return switch (reason) {
            case CREDENTIALS_REFUSED ->
                "renew the credentials (aws sso login, aws sts get-caller-identity) and run again";
            case ACCESS_DENIED ->
                code.startsWith("Kms")
                        ? "allow kms:Decrypt on the key of the state machine; docs/contract.md has the policy"
                        : "allow " + permission + "; docs/contract.md has the policy";
            case THROTTLED -> "run again later, or set a larger number of retries (AWS_MAX_ATTEMPTS)";
            case NOT_FOUND -> "check the name or ARN, its account and its region";
            case AWS_FAILED -> "run again later";
            default -> "correct the request";
        };
    }

    private AwsCallException ofClient(SdkException failed) {
        String text = String.valueOf(failed.getMessage());
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("unable to load credentials") || lower.contains("unable to load an aws credentials")) {
            return failure(
                    Reason.NOT_CONFIGURED,
                    "there are no AWS credentials",
                    "configure some (AWS_PROFILE, AWS_ACCESS_KEY_ID, aws sso login) or use a pulled file",
                    failed);
        }
        if (lower.contains("unable to load region")) {
            return failure(
                    Reason.NOT_CONFIGURED,
                    "no AWS region is configured",
                    "set AWS_REGION, or a region for your AWS_PROFILE",
                    failed);
        }
        if (isTimeOut(failed)) {
            return failure(
                    Reason.TIMED_OUT, "no answer in time", "check the network, proxies and the endpoint", failed);
        }
        if (isUnreadable(failed)) {
            return unreadable("the answer is not in AWS's JSON protocol");
        }
        return failure(
                Reason.UNREACHABLE,
                "no connection (" + rootOf(failed).getClass().getSimpleName() + ")",
                "check the network, proxies and the endpoint",
                failed);
    }

    private static boolean isTimeOut(Throwable failed) {
        if (failed instanceof ApiCallTimeoutException
                || failed instanceof ApiCallAttemptTimeoutException
                || failed instanceof AbortedException) {
            return true;
        }
        return rootOf(failed) instanceof SocketTimeoutException;
    }

    private static boolean isUnreadable(SdkException failed) {
        String root = rootOf(failed).getClass().getName();
        return failed instanceof SdkClientException
                && (root.contains("JsonParseException")
                        || root.contains("JsonEOFException")
                        || root.contains("UncheckedIOException")
                        || String.valueOf(failed.getMessage()).contains("Unable to unmarshall"));
    }

    private static Throwable rootOf(Throwable failed) {
        Throwable at = failed;
        while (at.getCause() != null && at.getCause() != at) {
            at = at.getCause();
        }
        return at;
    }

    private AwsCallException failure(Reason reason, String said, String remedy, @Nullable Throwable cause) {
        String of = subject.isEmpty() ? "" : " of " + subject;
        return new AwsCallException(
                reason,
                "AWS gave no answer to " + operation + of + ": " + said + ".\n  do      " + remedy + ".",
                cause);
    }
}
