package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What a state leaves behind.
 *
 * @param output its output
 * @param assigned the variables that it assigns
 */
record Outcome(JsonNode output, Map<String, JsonNode> assigned) {}
