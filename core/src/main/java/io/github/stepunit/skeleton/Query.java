package io.github.stepunit.skeleton;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An expression, JSONata or intrinsic function, as far as it matters for where its data come from. */
sealed interface Query {

    /** A literal. */
    record Value(JsonNode value) implements Query {}

    /** Reads what stands there. */
    record Read(DataPath path) implements Query {}

    /** Two operands. */
    record Operation(String operator, Query left, Query right) implements Query {}

    /** Calls a function, with its {@code $} or {@code States.} before its name. */
    record Call(String function, List<Query> arguments) implements Query {}

    /** Makes an object. */
    record ObjectOf(Map<String, Query> fields) implements Query {}

    /** Makes an array. */
    record ArrayOf(List<Query> items) implements Query {}

    /** One or the other. */
    record Either(Query condition, Query then, @Nullable Query otherwise) implements Query {}

    /** One after the other; the last is the value. */
    record Several(List<Query> parts) implements Query {}

    /** Navigates in what another expression gives. */
    record Inside(Query base, List<Step> steps) implements Query {}
}
