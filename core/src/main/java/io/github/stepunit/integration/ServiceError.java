package io.github.stepunit.integration;

import org.apiguardian.api.API;

/**
 * An error of a service, as Step Functions reports it.
 *
 * @param name the error name that Retry and Catch see: {@code DynamoDB.ConditionalCheckFailedException}
 * @param message what the service says, without the particulars that the SDK puts behind it
 * @param form how the SDK puts them
 * @param service the service as the SDK calls it: {@code AmazonDynamoDBv2}, {@code DynamoDb}
 * @param status the HTTP status
 * @param code the service's own code of the error, which may be another than the name of the exception
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ServiceError(String name, String message, Form form, String service, int status, String code) {

    /** How a cause tells of the failed request. */
    public enum Form {
        /** {@code … (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: …; Request ID: …; Proxy: null)}. */
        SDK_V1,
        /** {@code … (Service: DynamoDb, Status Code: 400, Request ID: …) (SDK Attempt Count: 1)}. */
        SDK_V2,
        /** Not at all: the request never reached the service, or the message is the service's answer. */
        PLAIN
    }

    static ServiceError plain(String name, String message) {
        return new ServiceError(name, message, Form.PLAIN, "", 0, "");
    }

    /** The same error with another message. */
    public ServiceError withMessage(String newMessage) {
        return new ServiceError(name, newMessage, form, service, status, code);
    }

    /**
     * The cause, worded as in recordings error_handling/test_task_service_dynamodb.test_invalid_param and
     * error_handling/test_aws_sdk.test_dynamodb_invalid_param.
     */
    public String cause(String requestId) {
        return switch (form) {
            case SDK_V1 ->
                message + " (Service: " + service + "; Status Code: " + status + "; Error Code: " + code
                        + "; Request ID: " + requestId + "; Proxy: null)";
            case SDK_V2 ->
                message + " (Service: " + service + ", Status Code: " + status + ", Request ID: " + requestId
                        + ") (SDK Attempt Count: 1)";
            case PLAIN -> message;
        };
    }
}
