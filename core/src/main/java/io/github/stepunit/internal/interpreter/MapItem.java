package io.github.stepunit.internal.interpreter;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What {@code $$.Map.Item} shows.
 *
 * @param index from 0
 * @param value the item
 */
record MapItem(int index, JsonNode value) {}
