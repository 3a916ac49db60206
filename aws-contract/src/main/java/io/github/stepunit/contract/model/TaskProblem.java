package io.github.stepunit.contract.model;

import io.github.stepunit.definition.TaskResource;
import io.github.stepunit.json.SourceLocation;
import org.apiguardian.api.API;

/**
 * Something in the request of a Task that the model of the service does not allow, as the definition has it.
 *
 * @param state the Task
 * @param resource what it calls
 * @param problem what is wrong; its pointer is that of the definition
 * @param location where in the file that people edit
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TaskProblem(String state, TaskResource resource, ModelProblem problem, SourceLocation location) {}
