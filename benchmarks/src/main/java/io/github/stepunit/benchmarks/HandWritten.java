package io.github.stepunit.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The data work of a workload, written by hand in plain Java for that workload only: what nothing that interprets a
 * definition can be faster than. It shares structure as StepUnit does, and keeps every event that AWS records, too.
 */
@FunctionalInterface
interface HandWritten {

    /** Does the work of one execution and gives its output. */
    JsonNode run(JsonNode input, HandWrittenHistory history);
}
