package io.github.stepunit.definition;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What makes a Map state a Distributed Map: its items run as child executions.
 *
 * @param executionType {@code ExecutionType}: Standard or Express child executions
 * @param label {@code Label}; null when absent
 * @param itemReader {@code ItemReader}; null when the items come from the state's input
 * @param itemBatcher {@code ItemBatcher}; null when each item has a child execution of its own
 * @param resultWriter {@code ResultWriter}; null when absent
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Distribution(
        StateMachineType executionType,
        @Nullable String label,
        @Nullable ItemReader itemReader,
        @Nullable ItemBatcher itemBatcher,
        @Nullable ResultWriter resultWriter) {}
