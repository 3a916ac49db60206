package io.github.stepunit.contract.recorded;

import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.task.TaskOutcome;
import org.apiguardian.api.API;

/**
 * A call of a Task in a replay, and what was recorded as its answer.
 *
 * @param stateName the Task state
 * @param statePath its path in the current definition: {@code Ship all[3]/Print label}
 * @param resource what it calls
 * @param outcome the recorded answer
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record AnsweredCall(String stateName, String statePath, TaskResource resource, TaskOutcome outcome) {}
