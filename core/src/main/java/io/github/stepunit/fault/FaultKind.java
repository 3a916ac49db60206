package io.github.stepunit.fault;

import org.apiguardian.api.API;

/** What can go wrong with a Task. Which of these concern a Task, its {@code Resource} and its fields say. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum FaultKind {
    /** The service refuses the request because there are too many. */
    THROTTLED,
    /** The role of the state machine lacks the permission. */
    ACCESS_DENIED,
    /** The service fails by a fault of its own (HTTP status 5xx). */
    SERVER_ERROR,
    /** The service cannot be reached, or does not answer in time. */
    UNREACHABLE,
    /** The service raises an error that the operation names itself: those that Retry and Catch name, and a few others. */
    SERVICE_ERROR,
    /** A Lambda function throws: the errors that Retry and Catch name, and one that they do not. */
    FUNCTION_ERROR,
    /** A Lambda function runs into the timeout of its configuration. */
    FUNCTION_TIMED_OUT,
    /** The process of a Lambda function dies. */
    SANDBOX_CRASHED,
    /** The job of a {@code .sync} Task fails. */
    JOB_FAILED,
    /** The worker of an activity, or who holds the task token, reports a failure. */
    TASK_FAILURE,
    /** Nobody answers: {@code TimeoutSeconds} decides, or nothing does. */
    TIMEOUT,
    /** No heartbeat comes within {@code HeartbeatSeconds}. */
    HEARTBEAT_LOST,
    /** The role of the {@code Credentials} cannot be assumed. */
    ROLE_NOT_ASSUMABLE,
    /** The work is done, but nobody hears of it: the mock is called, its answer is lost, and the attempt times out. */
    ANSWER_LOST,
    /** The Task is delivered twice, as may happen in Express workflows: the mock is called twice. */
    DELIVERED_TWICE
}
