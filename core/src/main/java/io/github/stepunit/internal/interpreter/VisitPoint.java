package io.github.stepunit.internal.interpreter;

/**
 * Which visit of a state something is told about.
 *
 * @param statePath the state's path through the Parallel and Map states around it
 * @param enteredEventId id of the event that entered it, which is unique in an execution
 * @param attempt 1, or 2 for the first retry, and so on
 */
public record VisitPoint(String statePath, long enteredEventId, int attempt) {}
