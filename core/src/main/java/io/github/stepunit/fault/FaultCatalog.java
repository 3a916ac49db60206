package io.github.stepunit.fault;

import io.github.stepunit.integration.ResourceErrors;
import io.github.stepunit.integration.ServiceError;
import io.github.stepunit.task.TaskFailure;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskInvocation;
import io.github.stepunit.task.TaskOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * What can go wrong with one visit of a Task. Of the many errors that some operations name, those that Retry or Catch do
 * not name either are all alike to the definition, so that a few stand for all.
 */
final class FaultCatalog {

    private static final int UNNAMED = 3;
    private static final String STATES = "States.";
    private static final Pattern STATUS = Pattern.compile("[1-5]\\d\\d");
    private static final String UNNAMED_ERROR = "Error";
    private static final long MOST_HEARTBEATS = 10_000;
    private static final String MESSAGE = "Injected by the fault sweep";
    private static final String TIMEOUT = "States.Timeout";
    private static final String HEARTBEAT_TIMEOUT = "States.HeartbeatTimeout";

    private final TaskVisit visit;
    private final ResourceErrors errors;
    private final Set<String> named;
    private final Predicate<Fault> wanted;
    private final List<Fault> faults = new ArrayList<>();
    /** The error names among the faults, of which each comes once. */
    private final Set<String> names = new LinkedHashSet<>();

    private FaultCatalog(TaskVisit visit, Set<String> named, Predicate<Fault> wanted) {
        this.wanted = wanted;
        this.visit = visit;
        this.errors = visit.resource().errors();
        this.named = named;
    }

    /**
     * @param named the errors that are of interest here: those that Retry and Catch name, and those that the test asks for
     * @param wanted whether a sweep runs it; decides before one fault stands for others of the same error
     */
    static List<Fault> of(TaskVisit visit, Set<String> named, Predicate<Fault> wanted) {
        FaultCatalog catalog = new FaultCatalog(visit, named, wanted);
        catalog.addServiceFaults();
        catalog.addFunctionFaults();
        catalog.addWorkFaults();
        catalog.addSilence();
        return List.copyOf(catalog.faults);
    }

    private void addServiceFaults() {
        addService(FaultKind.THROTTLED, errors.throttled(), TaskFailure.throttled());
        addService(FaultKind.ACCESS_DENIED, errors.accessDenied(""), TaskFailure.accessDenied());
        addService(FaultKind.SERVER_ERROR, errors.serverFault(), TaskFailure.serverError());
        addService(FaultKind.UNREACHABLE, errors.unreachable("us-east-1"), TaskFailure.unreachable());
        List<String> declared =
                errors.declared().stream().map(ServiceError::name).toList();
        for (String name : named) {
            int status = status(name);
            if (status > 0) {
                add(FaultKind.SERVICE_ERROR, name, TaskFailure.httpStatus(status));
            } else if (!name.startsWith(STATES) && (declared.contains(name) || isOfService(name))) {
                add(FaultKind.SERVICE_ERROR, name, TaskFailure.serviceError(withoutPrefix(name)));
            }
        }
        declared.stream()
                .filter(name -> !names.contains(name))
                .limit(UNNAMED)
                .toList()
                .forEach(name -> add(FaultKind.SERVICE_ERROR, name, TaskFailure.serviceError(withoutPrefix(name))));
    }

    /** The status of an answer of HTTP that the error stands for; 0 for none. */
    private int status(String name) {
        String last = withoutPrefix(name);
        if (!STATUS.matcher(last).matches()) {
            return 0;
        }
        int status = Integer.parseInt(last);
        return errors.httpStatus(status)
                        .filter(error -> error.name().equals(name))
                        .isPresent()
                ? status
                : 0;
    }

    /** Whether the service has the error, though the operation does not name it. */
    private boolean isOfService(String name) {
        return errors.canRaise(name)
                && errors.named(withoutPrefix(name), "")
                        .filter(error -> error.name().equals(name))
                        .isPresent();
    }

    private static String withoutPrefix(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private void addFunctionFaults() {
        if (visit.isFunction()) {
            add(FaultKind.FUNCTION_TIMED_OUT, "Sandbox.Timedout", TaskFailure.functionTimedOut());
            add(FaultKind.SANDBOX_CRASHED, "Runtime.ExitError", TaskFailure.sandboxCrashed());
            ownErrors().forEach(name -> add(FaultKind.FUNCTION_ERROR, name, TaskFailure.functionError(name, MESSAGE)));
        }
    }

    /** Those that code of the user's own raises: what Retry and Catch name, and one more. */
    private List<String> ownErrors() {
        List<String> own = new ArrayList<>();
        for (String name : named) {
            if (!name.startsWith(STATES) && !names.contains(name) && errors.raisesAny() && errors.canRaise(name)) {
                own.add(name);
            }
        }
        if (!own.contains(UNNAMED_ERROR)) {
            own.add(UNNAMED_ERROR);
        }
        return own;
    }

    private void addWorkFaults() {
        if (visit.runsJob()) {
            add(FaultKind.JOB_FAILED, "States.TaskFailed", TaskFailure.jobFailed());
        }
        if (visit.isAnsweredByOthers()) {
            ownErrors()
                    .forEach(name -> add(FaultKind.TASK_FAILURE, name, invocation -> TaskOutcome.fail(name, MESSAGE)));
        }
        if (visit.hasRole()) {
            addKind(FaultKind.ROLE_NOT_ASSUMABLE, "States.TaskFailed", TaskFailure.roleNotAssumable());
        }
    }

    private void addSilence() {
        boolean waits = visit.runsJob() || visit.isAnsweredByOthers();
        if (visit.timeoutSeconds() != null) {
            addKind(FaultKind.TIMEOUT, TIMEOUT, FaultCatalog::timeOut);
        } else if (waits && visit.heartbeatSeconds() == null) {
            addKind(FaultKind.TIMEOUT, "", invocation -> TaskOutcome.neverAnswer());
        }
        if (visit.heartbeatSeconds() != null) {
            addKind(FaultKind.HEARTBEAT_LOST, HEARTBEAT_TIMEOUT, invocation -> TaskOutcome.neverAnswer());
        }
        // The work of a registered state machine cannot be done and lost: the sweep would have to be that machine.
        if (!visit.startsMachine()) {
            addLostAnswer();
            if (visit.express()) {
                addKind(FaultKind.DELIVERED_TWICE, "", invocation -> TaskOutcome.neverAnswer());
            }
        }
    }

    /** Alive until its time is over. */
    private static TaskOutcome timeOut(TaskInvocation invocation) {
        Long timeout = invocation.timeoutSeconds();
        Long heartbeat = invocation.heartbeatSeconds();
        if (timeout == null || heartbeat == null || heartbeat <= 0) {
            return TaskOutcome.neverAnswer();
        }
        Duration[] heartbeats = LongStream.rangeClosed(1, Math.min(timeout / heartbeat, MOST_HEARTBEATS))
                .mapToObj(each -> Duration.ofSeconds(each * heartbeat))
                .toArray(Duration[]::new);
        return TaskOutcome.neverAnswer().withHeartbeats(heartbeats);
    }

    private void addLostAnswer() {
        if (visit.heartbeatSeconds() != null) {
            addKind(FaultKind.ANSWER_LOST, HEARTBEAT_TIMEOUT, invocation -> TaskOutcome.neverAnswer());
        } else if (visit.timeoutSeconds() != null) {
            addKind(FaultKind.ANSWER_LOST, TIMEOUT, invocation -> TaskOutcome.neverAnswer());
        } else if (visit.isFunction()) {
            addKind(FaultKind.ANSWER_LOST, "Sandbox.Timedout", TaskFailure.functionTimedOut());
        } else {
            errors.unreachable("us-east-1")
                    .ifPresent(error -> addKind(FaultKind.ANSWER_LOST, error.name(), TaskFailure.unreachable()));
        }
    }

    private void addService(FaultKind kind, Optional<ServiceError> error, TaskHandler failure) {
        error.ifPresent(each -> add(kind, each.name(), failure));
    }

    private void add(FaultKind kind, String error, TaskHandler failure) {
        if (!names.contains(error) && addKind(kind, error, failure)) {
            names.add(error);
        }
    }

    private boolean addKind(FaultKind kind, String error, TaskHandler failure) {
        Fault fault = Fault.once(visit, kind, error, failure);
        return wanted.test(fault) && faults.add(fault);
    }
}
