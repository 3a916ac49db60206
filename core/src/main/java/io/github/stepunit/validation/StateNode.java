package io.github.stepunit.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.stepunit.definition.ErrorHandling;
import io.github.stepunit.definition.QueryLanguage;
import io.github.stepunit.definition.State;
import io.github.stepunit.json.JsonPointer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A state as the rules look at it.
 *
 * @param state the parsed state
 * @param json its fields as written
 * @param scope the graph it belongs to
 */
record StateNode(State state, ObjectNode json, Scope scope) {

    String name() {
        return state.name();
    }

    JsonPointer at(String field) {
        return state.pointer().field(field);
    }

    boolean isJsonPath() {
        return state.header().queryLanguage() == QueryLanguage.JSONPATH;
    }

    JsonNode field(String name) {
        return json.path(name);
    }

    boolean hasAny(String... fields) {
        for (String field : fields) {
            if (json.has(field)) {
                return true;
            }
        }
        return false;
    }

    /** Whether its items run as executions of their own. */
    boolean isDistributedMap() {
        return Stream.of("ItemProcessor", "Iterator").anyMatch(field -> field(field)
                .path("ProcessorConfig")
                .path("Mode")
                .asText()
                .equals("DISTRIBUTED"));
    }

    ErrorHandling errorHandling() {
        return state.errorHandling();
    }

    // Of the identity of the state: a scope holds its states, and would be hashed through them.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StateNode node && node.state == state;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(state);
    }

    @Override
    public String toString() {
        return state.pointer().toAwsLocation();
    }
}
