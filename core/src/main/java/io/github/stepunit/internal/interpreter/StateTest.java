package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.stepunit.task.TaskHandler;
import io.github.stepunit.task.TaskOutcome.Answer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one state is tested with.
 *
 * @param input its raw input
 * @param variables the variables that it sees
 * @param context members of the context object; null for none
 * @param hasRole whether there is an execution role
 * @param retries how often its retriers have been used before
 * @param mock what stands for its work; null when the work is done
 * @param failedIterations how many iterations of a mocked Map state failed; null for none
 * @param itemReaderData what the ItemReader of a mocked Map state reads; null for nothing
 * @param isInsideMap whether the state is inside of a Map state, and its input an item
 * @param tasks what answers a Task without a mock
 */
public record StateTest(
        JsonNode input,
        Map<String, JsonNode> variables,
        @Nullable JsonNode context,
        boolean hasRole,
        int retries,
        @Nullable Answer mock,
        @Nullable Integer failedIterations,
        @Nullable ArrayNode itemReaderData,
        boolean isInsideMap,
        TaskHandler tasks) {}
