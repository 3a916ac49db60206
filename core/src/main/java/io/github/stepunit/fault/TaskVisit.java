package io.github.stepunit.fault;

import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.task.TaskInvocation;
import org.jspecify.annotations.Nullable;

/**
 * One visit of a Task in the run without a fault: what of it decides what can go wrong.
 *
 * @param place which visit it is
 * @param stateName the name of its state
 * @param resource its {@code Resource}
 * @param timeoutSeconds null when the state has none
 * @param heartbeatSeconds null when the state has none
 * @param hasRole whether it has {@code Credentials}
 * @param express whether its execution is an Express one
 * @param startsMachine whether a registered state machine did its work
 */
record TaskVisit(
        Place place,
        String stateName,
        TaskResource resource,
        @Nullable Long timeoutSeconds,
        @Nullable Long heartbeatSeconds,
        boolean hasRole,
        boolean express,
        boolean startsMachine) {

    /**
     * @param path the path of the state, with branches and iterations
     * @param number which visit of that path it is, from 1
     */
    record Place(String path, int number) {

        @Override
        public String toString() {
            return number == 1 ? path : path + " #" + number;
        }
    }

    static TaskVisit of(Place place, TaskInvocation invocation, boolean startsMachine) {
        return new TaskVisit(
                place,
                invocation.stateName(),
                invocation.resource(),
                invocation.timeoutSeconds(),
                invocation.heartbeatSeconds(),
                invocation.roleArn() != null,
                invocation.context().at("/Execution/Id").asText().contains(":express:"),
                startsMachine);
    }

    boolean isFunction() {
        return resource.kind() == TaskResource.Kind.LAMBDA_FUNCTION
                || (resource.kind() == TaskResource.Kind.OPTIMIZED_INTEGRATION
                        && resource.serviceAction().equals("lambda:invoke"));
    }

    boolean runsJob() {
        return resource.pattern() == TaskResource.IntegrationPattern.RUN_A_JOB
                || resource.pattern() == TaskResource.IntegrationPattern.RUN_A_JOB_2;
    }

    /** Whether somebody else than the service answers it: a worker, or who holds its token. */
    boolean isAnsweredByOthers() {
        return resource.kind() == TaskResource.Kind.ACTIVITY
                || resource.pattern() == TaskResource.IntegrationPattern.WAIT_FOR_TASK_TOKEN;
    }
}
