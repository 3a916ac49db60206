package io.github.stepunit.internal.interpreter;

import io.github.stepunit.s3.S3Objects;
import io.github.stepunit.task.TaskHandler;
import org.jspecify.annotations.Nullable;

/**
 * What the executions of one run have to do with outside of it.
 *
 * @param tasks answers their Tasks
 * @param objects what their Distributed Maps read and write; null when the test has given none
 * @param registry the state machines that their Tasks can start
 * @param scheduleSeed draws the order of what is simultaneous; null for that in which it was planned
 */
public record Outside(
        TaskHandler tasks, @Nullable S3Objects objects, StateMachineRegistry registry, @Nullable Long scheduleSeed) {

    /** Whatever is simultaneous happens in the order in which it was planned. */
    public Outside(TaskHandler tasks, @Nullable S3Objects objects, StateMachineRegistry registry) {
        this(tasks, objects, registry, null);
    }
}
